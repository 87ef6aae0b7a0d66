//! Where chunks go.

use driftglass_core::{Chunk, Memory, Parallel, Profile};

/// Takes the chunks of an input.
pub(crate) trait Sink {
    /// Takes the next chunk.
    fn take(&mut self, chunk: Chunk);

    /// How many blocks can be read at once.
    fn threads(&self) -> usize;

    /// Reads blocks and takes the chunk of each; what else was read is in the order of the blocks.
    fn take_all<B: Send, R: Send>(
        &mut self,
        blocks: Vec<B>,
        read: impl Fn(B) -> (Option<Chunk>, R) + Send + Sync,
    ) -> Vec<R>;
}

/// One chunk after another, in the order of the input.
pub(crate) struct InOrder<'a>(pub(crate) &'a mut dyn FnMut(Chunk));

impl Sink for InOrder<'_> {
    fn take(&mut self, chunk: Chunk) {
        (self.0)(chunk);
    }

    fn threads(&self) -> usize {
        1
    }

    fn take_all<B: Send, R: Send>(
        &mut self,
        blocks: Vec<B>,
        read: impl Fn(B) -> (Option<Chunk>, R) + Send + Sync,
    ) -> Vec<R> {
        let take = |block| {
            let (chunk, rest) = read(block);
            chunk.into_iter().for_each(&mut *self.0);
            rest
        };
        blocks.into_iter().map(take).collect()
    }
}

/// Profiles that are one in the end: each thread has its own, so that none waits for another.
pub(crate) struct Profiles<'a, P> {
    parallel: &'a P,
    parts: Vec<Profile>,
    empty: &'a Profile,
    memory: Memory,
}

impl<'a, P: Parallel> Profiles<'a, P> {
    /// As many as there are threads, each as an empty one; together they take little more than the memory of one.
    pub(crate) fn new(empty: &'a Profile, memory: Memory, parallel: &'a P) -> Self {
        Self { parallel, parts: vec![empty.clone(); parallel.threads().max(1)], empty, memory }
    }

    /// Adds the others to the first where they take half of the memory that one may take.
    fn gather(&mut self) {
        let (first, others) = self.parts.split_at_mut(1);
        if self.memory.is_half_full(others.iter().map(Profile::bytes).sum()) {
            for other in others {
                let part = std::mem::replace(other, self.empty.clone());
                first[0] = std::mem::take(&mut first[0]).merge(part);
            }
        }
    }

    /// The profile of all chunks.
    pub(crate) fn finish(self) -> Profile {
        let mut profiles = self.parts.into_iter();
        let first = profiles.next().expect("there is a thread");
        let mut whole = profiles.filter(|profile| profile.rows() > 0).fold(first, Profile::merge);
        whole.settle();
        whole
    }
}

impl<P: Parallel> Sink for Profiles<'_, P> {
    fn take(&mut self, chunk: Chunk) {
        self.parts[0].observe(&chunk);
    }

    fn threads(&self) -> usize {
        self.parts.len()
    }

    fn take_all<B: Send, R: Send>(
        &mut self,
        blocks: Vec<B>,
        read: impl Fn(B) -> (Option<Chunk>, R) + Send + Sync,
    ) -> Vec<R> {
        let share = blocks.len().div_ceil(self.parts.len()).max(1);
        let mut blocks = blocks.into_iter();
        let shares: Vec<(Profile, Vec<B>)> = std::mem::take(&mut self.parts)
            .into_iter()
            .map(|profile| (profile, blocks.by_ref().take(share).collect()))
            .collect();
        let done = self.parallel.map(shares, |(mut profile, blocks)| {
            let mut rest = Vec::with_capacity(blocks.len());
            for block in blocks {
                let (chunk, other) = read(block);
                if let Some(chunk) = chunk {
                    profile.observe(&chunk);
                }
                rest.push(other);
            }
            (profile, rest)
        });
        let (profiles, rest): (Vec<_>, Vec<_>) = done.into_iter().unzip();
        self.parts = profiles;
        self.gather();
        rest.into_iter().flatten().collect()
    }
}
