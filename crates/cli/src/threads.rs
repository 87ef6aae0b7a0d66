//! The threads that the machine has, or that the user allows.

use crate::error::{Error, Result};
use driftglass_core::Parallel;
use rayon::prelude::*;
use std::thread::available_parallelism;

pub(crate) struct Threads(rayon::ThreadPool);

impl Threads {
    /// As many as the machine has cores unless a number is given.
    pub(crate) fn new(number: Option<u16>) -> Result<Self> {
        let number = number.map_or_else(|| available_parallelism().map_or(1, usize::from), usize::from);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(number).build();
        pool.map(Self).map_err(|error| Error::new(format!("cannot start {number} threads: {error}")))
    }
}

impl Parallel for Threads {
    fn threads(&self) -> usize {
        self.0.current_num_threads()
    }

    fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
        // One item at a time, because columns differ in cost.
        self.0.install(|| items.into_par_iter().with_max_len(1).map(work).collect())
    }
}
