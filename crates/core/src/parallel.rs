//! Where independent pieces of work are done.

/// Threads that the caller has, or none. The results are in the order of the items, whoever did the work.
pub trait Parallel: Sync {
    /// How many pieces can be done at once.
    fn threads(&self) -> usize;

    /// Does the work for each item.
    fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R>;
}

/// One piece after another, on the caller's own thread.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sequential;

impl Parallel for Sequential {
    fn threads(&self) -> usize {
        1
    }

    fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
        items.into_iter().map(work).collect()
    }
}
