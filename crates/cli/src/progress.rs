//! Progress on stderr, for files that take a while.

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, Read, Seek, SeekFrom};
use std::time::Duration;

/// Bytes under which a file is read before anybody could look at a bar.
const LONG: u64 = 8 << 20;

/// The bars of all inputs; nothing is drawn where stderr is no terminal.
pub(crate) struct Progress {
    bars: Option<MultiProgress>,
}

impl Progress {
    pub(crate) fn new(quiet: bool) -> Self {
        Self {
            bars: (!quiet).then(|| MultiProgress::with_draw_target(ProgressDrawTarget::stderr_with_hz(10))),
        }
    }

    /// The input with a bar that follows it; `size` is `None` for a stream.
    pub(crate) fn follow<R: Read>(&self, name: &str, size: Option<u64>, input: R) -> Followed<R> {
        let wanted = size.is_none_or(|size| size >= LONG);
        let bar = self.bars.as_ref().filter(|_| wanted).map(|bars| {
            let bar = match size {
                Some(size) => bars
                    .add(ProgressBar::new(size))
                    .with_style(style("{msg:24!} {bar:30} {bytes:>10} of {total_bytes}, {eta} left")),
                None => {
                    bars.add(ProgressBar::no_length()).with_style(style("{msg:24!} {spinner} {bytes:>10}"))
                }
            };
            bar.enable_steady_tick(Duration::from_millis(200));
            bar.with_message(driftglass_report::visible(name))
        });
        Followed { input, bar }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars("=> ")
}

/// An input whose bar goes when it is dropped.
pub(crate) struct Followed<R> {
    input: R,
    bar: Option<ProgressBar>,
}

impl<R: Read> Read for Followed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        if let Some(bar) = &self.bar {
            bar.inc(count as u64);
        }
        Ok(count)
    }
}

impl<R: Seek> Seek for Followed<R> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.input.seek(place)
    }
}

impl<R> Drop for Followed<R> {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
