//! How far all helpers are together.

use std::cell::Cell;

use super::job::{Job, Work};

/// Adds up what is read of both files, each of which counts twice: most are read twice.
pub(crate) struct Meter {
    read: Cell<u64>,
    total: u64,
    tell: Box<dyn Fn(u64)>,
}

impl Meter {
    /// Tells how many of so many bytes are done.
    pub(crate) fn new(total: u64, tell: impl Fn(u64) + 'static) -> Self {
        Self { read: Cell::default(), total, tell: Box::new(tell) }
    }

    /// The part of one job, which says how many bytes it has read.
    pub(super) fn of(&self, job: &Job) -> impl Fn(u64) {
        let times = if matches!(job.work, Work::Whole) { 2 } else { 1 };
        let before = Cell::new(0);
        move |bytes| {
            let more = bytes.saturating_sub(before.replace(bytes));
            self.read.set(self.read.get() + times * more);
            (self.tell)((self.read.get() / 2).min(self.total));
        }
    }
}
