//! The bytes that give a text its structure.

use wide::u8x16;

/// Bytes that are looked at together, and as many bits.
const WINDOW: usize = 64;

/// The places of delimiters, quotes and line ends in a text, one after another.
pub(super) struct Marks<'a> {
    text: &'a [u8],
    kinds: [u8x16; 4],
    /// Where the window begins.
    base: usize,
    /// A bit for each mark in the window that has not been given.
    pending: u64,
}

impl<'a> Marks<'a> {
    /// The marks at or after a place.
    pub(super) fn new(text: &'a [u8], delimiter: u8, from: usize) -> Self {
        let kinds = [delimiter, b'"', b'\n', b'\r'].map(u8x16::splat);
        let mut marks = Self { text, kinds, base: 0, pending: 0 };
        marks.seek(from);
        marks
    }

    /// Goes on at a place.
    pub(super) fn seek(&mut self, from: usize) {
        self.base = from - from % WINDOW;
        self.pending = self.window() & (u64::MAX << (from % WINDOW));
    }

    fn window(&self) -> u64 {
        let Some(rest) = self.text.get(self.base..) else { return 0 };
        if let Some(window) = rest.first_chunk() {
            return self.of_window(window);
        }
        // No kind of mark is a zero.
        let mut window = [0; WINDOW];
        window[..rest.len()].copy_from_slice(rest);
        self.of_window(&window)
    }

    fn of_window(&self, window: &[u8; WINDOW]) -> u64 {
        let (lanes, _) = window.as_chunks::<16>();
        lanes.iter().rev().fold(0, |bits, &lane| {
            let lane = u8x16::new(lane);
            let [delimiter, quote, newline, carriage_return] = self.kinds.map(|kind| lane.simd_eq(kind));
            let marks = (delimiter | quote) | (newline | carriage_return);
            bits << 16 | u64::from(marks.to_bitmask())
        })
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.pending == 0 {
            self.base += WINDOW;
            if self.base >= self.text.len() {
                return None;
            }
            self.pending = self.window();
        }
        let place = self.base + self.pending.trailing_zeros() as usize;
        self.pending &= self.pending - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_mark_is_found(text in proptest::collection::vec(prop_oneof![Just(b','), Just(b'"'), Just(b'\n'), Just(b'\r'), any::<u8>()], 0..300), from in 0_usize..310) {
            let found: Vec<usize> = Marks::new(&text, b',', from).collect();
            let expected: Vec<usize> = (from..text.len()).filter(|&place| b",\"\n\r".contains(&text[place])).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
