//! Long texts that come again and again.

use super::held::Held;
use super::short::ShortText;

/// The last long text, and how often it came since it was told what it is. That takes long, and what is long often comes in
/// runs: times, codes, names.
#[derive(Default)]
pub(super) struct Run<'a> {
    text: &'a str,
    hash: u64,
    repeats: u64,
}

impl<'a> Run<'a> {
    /// Adds a text to a column and gives its hash.
    #[inline]
    pub(super) fn add(&mut self, text: &'a str, held: &mut Held) -> u64 {
        if text.len() <= ShortText::LENGTH {
            return held.add(text, 1);
        }
        if text == self.text {
            self.repeats += 1;
        } else {
            self.finish(held);
            (self.text, self.hash) = (text, held.add(text, 1));
        }
        self.hash
    }

    /// Adds the repeats that have not been added.
    pub(super) fn finish(&mut self, held: &mut Held) {
        if self.repeats > 0 {
            held.add(self.text, self.repeats);
            self.repeats = 0;
        }
    }
}
