//! Where chunks go.

use crate::per_thread::PerThread;
use driftglass_core::{Chunk, Parallel, Profile, Series};

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

impl<P: Parallel> Sink for PerThread<'_, Profile, P> {
    fn take(&mut self, chunk: Chunk) {
        self.first().observe(&chunk);
    }

    fn threads(&self) -> usize {
        self.threads()
    }

    fn take_all<B: Send, R: Send>(
        &mut self,
        blocks: Vec<B>,
        read: impl Fn(B) -> (Option<Chunk>, R) + Send + Sync,
    ) -> Vec<R> {
        self.add(blocks, |profile, block| {
            let (chunk, rest) = read(block);
            if let Some(chunk) = chunk {
                profile.observe(&chunk);
            }
            rest
        })
    }
}

impl<P: Parallel> Sink for PerThread<'_, Series, P> {
    fn take(&mut self, chunk: Chunk) {
        let series = self.first();
        let places = series.cut().places(&chunk, series.rows_before());
        series.observe(&chunk, &places);
        series.pass(&places);
    }

    fn threads(&self) -> usize {
        self.threads()
    }

    fn take_all<B: Send, R: Send>(
        &mut self,
        blocks: Vec<B>,
        read: impl Fn(B) -> (Option<Chunk>, R) + Send + Sync,
    ) -> Vec<R> {
        let (chunks, rest): (Vec<Option<Chunk>>, Vec<R>) =
            self.parallel().map(blocks, read).into_iter().unzip();
        // Where a chunk begins is known once those before it are read.
        let mut before = self.first().rows_before();
        let starts = chunks.into_iter().flatten().map(|chunk| {
            let start = before;
            before += chunk.rows() as u64;
            (start, chunk)
        });
        let places = self.add(starts.collect(), |series, (start, chunk)| {
            let places = series.cut().places(&chunk, start);
            series.observe(&chunk, &places);
            places
        });
        // What follows the order of the file is the first one's business.
        for places in &places {
            self.first().pass(places);
        }
        rest
    }
}
