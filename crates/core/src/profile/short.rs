//! Texts that fit where a pointer to a longer one would be.

use crate::chunk::Span;
use std::hash::{Hash, Hasher};

/// A text of a few bytes, padded with zeros, and its length. Levels are mostly short, and a short text is compared and hashed
/// as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ShortText([u8; ShortText::LENGTH + 1]);

impl ShortText {
    /// The most bytes of such a text.
    pub(crate) const LENGTH: usize = 15;

    /// The text, unless it is too long.
    #[inline]
    pub(crate) fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let length = bytes.len();
        // Two reads that overlap are quicker than one of a length that differs from text to text.
        let packed = match length {
            8..=Self::LENGTH => {
                let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
                let last = u128::from(u64::from_le_bytes(*last)) << (8 * (length - 8));
                u128::from(u64::from_le_bytes(*first)) | last
            }
            4..8 => {
                let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
                let last = u64::from(u32::from_le_bytes(*last)) << (8 * (length - 4));
                u128::from(u64::from(u32::from_le_bytes(*first)) | last)
            }
            0..4 => u128::from(bytes.iter().rev().fold(0_u32, |packed, byte| packed << 8 | u32::from(*byte))),
            _ => return None,
        };
        Some(Self((packed | (length as u128) << (8 * Self::LENGTH)).to_le_bytes()))
    }

    /// What lies at a place in a text, unless it is too long, or so near to the text's end that it cannot be read at once with what
    /// follows it.
    #[inline]
    pub(crate) fn within(text: &str, Span { start, end }: Span) -> Option<Self> {
        let bytes = text.as_bytes().get(start..)?.first_chunk()?;
        let length = end.checked_sub(start)?;
        let packed = u128::from_le_bytes(*bytes) & *KEPT.get(length)?;
        Some(Self((packed | (length as u128) << (8 * Self::LENGTH)).to_le_bytes()))
    }

    /// The bytes of a text of no more than eight, the first in the lowest place and zeros behind the last, and how many there are.
    #[inline]
    pub(crate) fn word(self) -> Option<(u64, u32)> {
        let packed = u128::from_le_bytes(self.0);
        let length = (packed >> (8 * Self::LENGTH)) as u32;
        (length <= 8).then_some((packed as u64, length))
    }

    pub(crate) fn as_str(&self) -> &str {
        let length = usize::from(self.0[Self::LENGTH]);
        std::str::from_utf8(&self.0[..length]).expect("it was a text when it came in")
    }
}

/// The bytes that a text of each length keeps of those that were read with it.
const KEPT: [u128; ShortText::LENGTH + 1] = {
    let mut kept = [0; ShortText::LENGTH + 1];
    let mut length = 1;
    while length <= ShortText::LENGTH {
        kept[length] = kept[length - 1] << 8 | 0xff;
        length += 1;
    }
    kept
};

impl Hash for ShortText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u128(u128::from_le_bytes(self.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn short_texts_are_kept_and_told_apart(a in "[a\u{0}é]{0,20}", b in "[a\u{0}é]{0,20}") {
            let [short, other] = [&a, &b].map(|text| ShortText::of(text));
            prop_assert_eq!(short.as_ref().map(ShortText::as_str), (a.len() <= ShortText::LENGTH).then_some(a.as_str()));
            prop_assert_eq!(short.is_some() && short == other, a == b && a.len() <= ShortText::LENGTH);
        }

        #[test]
        fn a_short_text_is_the_same_within_another(before in "[a\u{0}é]{0,20}", text in "[a\u{0}é]{0,20}", behind in "[a\u{0}é]{0,20}") {
            let place = Span { start: before.len(), end: before.len() + text.len() };
            let found = ShortText::within(&format!("{before}{text}{behind}"), place);
            let is_read_at_once = text.len() + behind.len() > ShortText::LENGTH;
            prop_assert_eq!(found, ShortText::of(&text).filter(|_| is_read_at_once));
        }
    }
}
