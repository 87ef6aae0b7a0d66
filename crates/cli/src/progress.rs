//! Progress on stderr, for work that takes a while.

use driftglass_core::Parallel;
use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, Read, Seek, SeekFrom};
use std::time::Duration;

/// Bytes under which a file is read before anybody could look at a bar.
const LONG: u64 = 8 << 20;

/// Columns under which the same holds of their comparison.
const MANY: usize = 20;

/// The bars of all that is going on; nothing is drawn where stderr is no terminal.
pub(crate) struct Progress {
    bars: Option<MultiProgress>,
}

impl Progress {
    pub(crate) fn new(quiet: bool) -> Self {
        Self {
            bars: (!quiet).then(|| MultiProgress::with_draw_target(ProgressDrawTarget::stderr_with_hz(10))),
        }
    }

    /// A bar for the reading of an input; `size` is `None` for a stream.
    pub(crate) fn bar(&self, name: &str, size: Option<u64>) -> Bar {
        let (bar, template) = match size {
            Some(size) => {
                (ProgressBar::new(size), "{msg:24!} {bar:30} {bytes:>10} of {total_bytes}, {eta} left")
            }
            None => (ProgressBar::no_length(), "{msg:24!} {spinner} {bytes:>10}"),
        };
        self.show(size.is_none_or(|size| size >= LONG), bar, template, name)
    }

    /// Counts what is compared: columns first, and then what is looked at together.
    pub(crate) fn count<'a, P>(&'a self, parallel: &'a P) -> Counted<'a, P> {
        Counted { parallel, progress: self }
    }

    fn show(&self, wanted: bool, bar: ProgressBar, template: &str, name: &str) -> Bar {
        Bar(self.bars.as_ref().filter(|_| wanted).map(|bars| {
            let style =
                ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
            let bar = bars.add(bar).with_style(style.progress_chars("=> "));
            bar.enable_steady_tick(Duration::from_millis(200));
            bar.with_message(driftglass_report::visible(name))
        }))
    }
}

/// A bar that goes when it is dropped.
pub(crate) struct Bar(Option<ProgressBar>);

impl Bar {
    /// The input, whose bytes the bar counts.
    pub(crate) fn follow<R>(&self, input: R) -> Followed<R> {
        Followed { input, bar: self.0.clone() }
    }

    fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// An input that a bar follows.
pub(crate) struct Followed<R> {
    input: R,
    bar: Option<ProgressBar>,
}

impl<R: Read> Read for Followed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        if let Some(bar) = &self.bar {
            // A Parquet file is read once more for its digest.
            let most = bar.length().unwrap_or(u64::MAX);
            bar.inc((count as u64).min(most.saturating_sub(bar.position())));
        }
        Ok(count)
    }
}

impl<R: Seek> Seek for Followed<R> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.input.seek(place)
    }
}

/// Work on columns that a bar counts.
pub(crate) struct Counted<'a, P> {
    parallel: &'a P,
    progress: &'a Progress,
}

impl<P: Parallel> Parallel for Counted<'_, P> {
    fn threads(&self) -> usize {
        self.parallel.threads()
    }

    fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
        let bar = ProgressBar::new(items.len() as u64);
        let template = "{msg:24!} {bar:30} {pos:>10} of {len}, {eta} left";
        let bar = self.progress.show(items.len() >= MANY, bar, template, "comparing");
        self.parallel.map(items, |item| {
            let result = work(item);
            bar.step();
            result
        })
    }
}
