//! What every thread gathers for itself, and what is one in the end.

use driftglass_core::{Memory, Parallel, Profile, Series};

/// What is known of some rows, which merges with what is known of others.
pub(crate) trait Part: Clone + Send {
    /// About the memory that it takes.
    fn bytes(&self) -> u64;

    /// What is known of the rows of both.
    #[must_use]
    fn merge(self, other: Self) -> Self;
}

/// Parts that are one in the end: each thread has its own, so that none waits for another.
pub(crate) struct PerThread<'a, T, P> {
    parallel: &'a P,
    parts: Vec<T>,
    empty: T,
    memory: Memory,
}

impl<'a, T: Part, P: Parallel> PerThread<'a, T, P> {
    /// As many as there are threads, each as an empty one; together they take little more than the memory of one.
    pub(crate) fn new(empty: T, memory: Memory, parallel: &'a P) -> Self {
        Self { parallel, parts: vec![empty.clone(); parallel.threads().max(1)], empty, memory }
    }

    /// The part that is there however many threads there are.
    pub(crate) fn first(&mut self) -> &mut T {
        &mut self.parts[0]
    }

    /// How many there are.
    pub(crate) fn threads(&self) -> usize {
        self.parts.len()
    }

    /// The threads, for work that needs no part.
    pub(crate) fn parallel(&self) -> &'a P {
        self.parallel
    }

    /// Adds items to the parts, to each its share; the results are in the order of the items.
    pub(crate) fn add<I: Send, R: Send>(
        &mut self,
        items: Vec<I>,
        add: impl Fn(&mut T, I) -> R + Send + Sync,
    ) -> Vec<R> {
        let share = items.len().div_ceil(self.parts.len()).max(1);
        let mut items = items.into_iter();
        let shares: Vec<(T, Vec<I>)> = std::mem::take(&mut self.parts)
            .into_iter()
            .map(|part| (part, items.by_ref().take(share).collect()))
            .collect();
        let done = self.parallel.map(shares, |(mut part, items)| {
            let results: Vec<R> = items.into_iter().map(|item| add(&mut part, item)).collect();
            (part, results)
        });
        let (parts, results): (Vec<T>, Vec<Vec<R>>) = done.into_iter().unzip();
        self.parts = parts;
        self.gather();
        results.into_iter().flatten().collect()
    }

    /// Adds the others to the first where they take half of the memory that one may take.
    fn gather(&mut self) {
        let (first, others) = self.parts.split_at_mut(1);
        if self.memory.is_half_full(others.iter().map(T::bytes).sum()) {
            for other in others {
                let part = std::mem::replace(other, self.empty.clone());
                first[0] = std::mem::replace(&mut first[0], self.empty.clone()).merge(part);
            }
        }
    }

    /// All of them, as one.
    pub(crate) fn whole(self) -> T {
        let mut parts = self.parts.into_iter();
        let first = parts.next().expect("there is a thread");
        parts.fold(first, T::merge)
    }
}

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
