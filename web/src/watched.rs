//! Columns one after another, with word of how many are done.

use driftglass_core::Parallel;
use send_wrapper::SendWrapper;

/// Calls its function before each item, with how many are done and how many there are.
pub(crate) struct Watched<F>(SendWrapper<F>);

impl<F: Fn(usize, usize)> Watched<F> {
    pub(crate) fn new(on_item: F) -> Self {
        // Work that is shared out asks for what may go to any thread, of which a worker has one.
        Self(SendWrapper::new(on_item))
    }
}

impl<F: Fn(usize, usize)> Parallel for Watched<F> {
    fn threads(&self) -> usize {
        1
    }

    fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
        let all = items.len();
        let watch = |(done, item)| {
            (self.0)(done, all);
            work(item)
        };
        items.into_iter().enumerate().map(watch).collect()
    }
}
