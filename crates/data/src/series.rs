//! The way from an input to the profiles of its steps: the same for the binary and the page.

use crate::read::read_into;
use crate::sink::Sink;
use crate::table::Limits;
use crate::{Error, ErrorKind, Input, ReadOptions, ReadSummary, Selection, read, saved};
use driftglass_core::series::{Cut, Places, WindowError};
use driftglass_core::{Chunk, MissingTokens, Parallel, Series};

/// Reads a whole input into the profiles of its steps, which follow those of `before` where there are some. The series is for
/// [`finish_series`] to finish, once all inputs of the data set are in it.
pub fn series(
    name: &str,
    input: Input<'_>,
    options: &ReadOptions,
    missing: MissingTokens,
    cut: &Cut,
    before: Option<&Series>,
    parallel: &impl Parallel,
) -> Result<(Series, ReadSummary), Error> {
    let (start, input) = input.peek(saved::FORMAT.len() as u64).map_err(|error| Error::io(name, &error))?;
    if start == saved::FORMAT {
        return Err(Error::new(ErrorKind::Profile, name, "a saved profile has no rows to cut into windows")
            .with_hint("name the data that it was made of, or leave windows out"));
    }
    let options = with_column(options, cut.column());
    let empty = match before {
        Some(before) => before.next(),
        None => Series::new(cut.clone(), missing, options.memory),
    };
    let mut steps = Steps::new(empty, &options, parallel);
    let summary = read_into(name, input, &options, Limits::default(), &mut steps)?;
    Ok((steps.gathered(), summary))
}

/// How many rows an input has, for rows that are counted from its end.
pub fn count_rows(name: &str, input: Input<'_>, options: &ReadOptions) -> Result<u64, Error> {
    let options = ReadOptions { columns: Selection::of(|_| false), ..options.clone() };
    Ok(read(name, input, &options, &mut |_| {})?.source.rows)
}

/// The series with everything in order, or what is wrong with the data set of this name.
pub fn finish_series(name: &str, series: Series) -> Result<Series, Error> {
    series.finish().map_err(|error: WindowError| {
        let complaint = Error::new(ErrorKind::Split, name, error.to_string());
        match error.hint() {
            Some(hint) => complaint.with_hint(hint),
            None => complaint,
        }
    })
}

/// The column that tells is read, whether it is wanted or not.
fn with_column(options: &ReadOptions, column: Option<&str>) -> ReadOptions {
    let Some(column) = column.map(str::to_owned) else { return options.clone() };
    let wanted = options.columns.clone();
    let columns = Selection::of(move |name| name == column || wanted.wants(name));
    ReadOptions { columns, ..options.clone() }
}

/// Series that are one in the end: each thread has its own. What follows the order of the file is the first one's business.
struct Steps<'a, P> {
    parallel: &'a P,
    parts: Vec<Series>,
    empty: Series,
    memory: driftglass_core::Memory,
}

impl<'a, P: Parallel> Steps<'a, P> {
    fn new(empty: Series, options: &ReadOptions, parallel: &'a P) -> Self {
        let parts = vec![empty.clone(); parallel.threads().max(1)];
        Self { parallel, parts, empty, memory: options.memory }
    }

    /// Adds the others to the first where they take half of the memory.
    fn gather(&mut self) {
        let (first, others) = self.parts.split_at_mut(1);
        if self.memory.is_half_full(others.iter().map(Series::bytes).sum()) {
            for other in others {
                let part = std::mem::replace(other, self.empty.clone());
                first[0] = std::mem::replace(&mut first[0], self.empty.clone()).merge(part);
            }
        }
    }

    fn gathered(self) -> Series {
        let mut parts = self.parts.into_iter();
        let first = parts.next().expect("there is a thread");
        parts.fold(first, Series::merge)
    }
}

impl<P: Parallel> Sink for Steps<'_, P> {
    fn take(&mut self, chunk: Chunk) {
        let places = self.parts[0].cut().places(&chunk, self.parts[0].rows_before());
        self.parts[0].observe(&chunk, &places);
        self.parts[0].pass(&places);
    }

    fn threads(&self) -> usize {
        self.parts.len()
    }

    fn take_all<B: Send, R: Send>(
        &mut self,
        blocks: Vec<B>,
        read: impl Fn(B) -> (Option<Chunk>, R) + Send + Sync,
    ) -> Vec<R> {
        let (chunks, rest): (Vec<Option<Chunk>>, Vec<R>) =
            self.parallel.map(blocks, read).into_iter().unzip();
        // Where a chunk begins is known once those before it are read.
        let mut before = self.parts[0].rows_before();
        let chunks: Vec<(u64, Chunk)> = chunks
            .into_iter()
            .flatten()
            .map(|chunk| {
                let start = before;
                before += chunk.rows() as u64;
                (start, chunk)
            })
            .collect();
        let share = chunks.len().div_ceil(self.parts.len()).max(1);
        let mut chunks = chunks.into_iter();
        let shares: Vec<(Series, Vec<(u64, Chunk)>)> = std::mem::take(&mut self.parts)
            .into_iter()
            .map(|series| (series, chunks.by_ref().take(share).collect()))
            .collect();
        let done = self.parallel.map(shares, |(mut series, chunks)| {
            let places: Vec<Places> = chunks
                .into_iter()
                .map(|(start, chunk)| {
                    let places = series.cut().places(&chunk, start);
                    series.observe(&chunk, &places);
                    places
                })
                .collect();
            (series, places)
        });
        let (parts, places): (Vec<Series>, Vec<Vec<Places>>) = done.into_iter().unzip();
        self.parts = parts;
        places.iter().flatten().for_each(|places| self.parts[0].pass(places));
        self.gather();
        rest
    }
}
