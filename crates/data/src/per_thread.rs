//! What every thread gathers for itself, and what is one in the end.

use driftglass_core::{Memory, Parallel, Profile, Series};
use std::sync::Mutex;

/// What is known of some rows, which merges with what is known of others.
pub(crate) trait Part: Clone + Send + Sync {
    /// About the memory that it takes.
    fn bytes(&self) -> u64;

    /// What is known of the rows of both.
    #[must_use]
    fn merge(self, other: Self) -> Self;
}

/// Parts that are one in the end: whoever adds rows has a part for the time, so that none waits for another.
pub(crate) struct PerThread<'a, T, P> {
    parallel: &'a P,
    first: Mutex<T>,
    /// There are as many as were needed at once, and not in use.
    others: Mutex<Vec<T>>,
    empty: T,
    memory: Memory,
}

impl<'a, T: Part, P: Parallel> PerThread<'a, T, P> {
    /// One part, and as many more as threads will need, each as an empty one; together they take little more than the memory of one.
    pub(crate) fn new(empty: T, memory: Memory, parallel: &'a P) -> Self {
        let (first, others) = (Mutex::new(empty.clone()), Mutex::default());
        Self { parallel, first, others, empty, memory }
    }

    /// The part that is there however many threads there are.
    pub(crate) fn first(&mut self) -> &mut T {
        self.first.get_mut().expect(ADDED)
    }

    /// How many threads there are.
    pub(crate) fn threads(&self) -> usize {
        self.parallel.threads().max(1)
    }

    /// The threads, for work that needs no part.
    pub(crate) fn parallel(&self) -> &'a P {
        self.parallel
    }

    /// Adds each item to a part; the results are in the order of the items.
    pub(crate) fn add<I: Send, R: Send>(
        &mut self,
        items: Vec<I>,
        add: impl Fn(&mut T, I) -> R + Send + Sync,
    ) -> Vec<R> {
        self.parallel.map(items, |item| self.with_part(|part| add(part, item)))
    }

    /// The first part for who comes first: a part of one's own is warmed anew, and is merged in the end.
    fn with_part<R>(&self, add: impl FnOnce(&mut T) -> R) -> R {
        if let Ok(mut first) = self.first.try_lock() {
            return add(&mut first);
        }
        let other = self.others.lock().expect(ADDED).pop();
        let mut other = other.unwrap_or_else(|| self.empty.clone());
        let result = add(&mut other);
        self.put_back(other);
        result
    }

    /// Keeps a part for the next one, or adds it to the first where all of its kind would take half of the memory that one may take.
    fn put_back(&self, other: T) {
        let others = self.threads() as u64 - 1;
        if self.memory.is_half_full(others * other.bytes()) {
            let mut first = self.first.lock().expect(ADDED);
            *first = std::mem::replace(&mut *first, self.empty.clone()).merge(other);
        } else {
            self.others.lock().expect(ADDED).push(other);
        }
    }

    /// All of them, as one.
    pub(crate) fn whole(self) -> T {
        let others = self.others.into_inner().expect(ADDED);
        others.into_iter().fold(self.first.into_inner().expect(ADDED), T::merge)
    }
}

/// A part is whole but for one that adds to it and panics, which ends the reading.
const ADDED: &str = "who adds to a part ends";

impl Part for Profile {
    fn bytes(&self) -> u64 {
        self.bytes()
    }

    fn merge(self, other: Self) -> Self {
        self.merge(other)
    }
}

impl Part for Series {
    fn bytes(&self) -> u64 {
        self.bytes()
    }

    fn merge(self, other: Self) -> Self {
        self.merge(other)
    }
}
