//! Short decimals, which most numbers are: digits and at most one point, with or without a minus.

use super::short::ShortText;

/// A short decimal: an exact whole number over an exact power of ten, which is rounded once, and so correctly (Clinger 1990).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Decimal {
    pub(super) number: f64,
    /// Whether no shorter spelling in digits is the same number.
    pub(super) is_shortest: bool,
}

/// The most digits of which every decimal has a float of its own, which is exact before it is scaled.
const DIGITS: usize = 15;

/// The powers of ten that such a decimal may be scaled by: floats hold them exactly.
const SCALES: [f64; DIGITS + 1] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// In every byte of a word.
const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

impl Decimal {
    /// `None` where it is none, or a code: one with a zero before other digits.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (is_negative, digits) = match text.as_bytes() {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        if digits.len() > DIGITS + 1 {
            return None;
        }
        let (mut whole, mut point) = (0_u64, None);
        for (place, &byte) in digits.iter().enumerate() {
            match byte {
                b'0'..=b'9' => whole = whole * 10 + u64::from(byte - b'0'),
                b'.' if point.is_none() && place > 0 => point = Some(place),
                _ => return None,
            }
        }
        let behind = point.map(|point| digits.len() - point - 1);
        let is_code = matches!(digits, [b'0', b'0'..=b'9', ..]);
        if digits.is_empty() || behind == Some(0) || (behind.is_none() && digits.len() > DIGITS) || is_code {
            return None;
        }
        let has_tail = behind.is_some() && digits.ends_with(b"0");
        Some(Self::new(is_negative, whole, behind.unwrap_or(0), has_tail))
    }

    /// The same of a text of up to eight bytes, which are looked at together: nothing is guessed of its sign, its length and its point.
    /// `None` of any other, whatever it is.
    #[inline]
    pub(super) fn of_short(text: ShortText) -> Option<Self> {
        let (bytes, length) = text.word()?;
        let is_negative = bytes.to_le_bytes()[0] == b'-';
        let (bytes, length) = (bytes >> (8 * u32::from(is_negative)), length - u32::from(is_negative));
        // The lowest bit that a byte of zero leaves is at its place (Warren 2013, section 6-1).
        let other = bytes ^ each(b'.');
        let points = other.wrapping_sub(each(1)) & !other & each(0x80);
        let has_point = points != 0;
        let point = (points.trailing_zeros() / 8).min(length);
        let count = length - u32::from(has_point);
        let before_point = !u64::MAX.checked_shl(8 * point).unwrap_or(0);
        let digits = (bytes & before_point) | (bytes >> 8 & !before_point);
        let is_code = bytes.to_le_bytes()[0] == b'0' && length > 1 && point != 1;
        if point == 0 || (has_point && point == count) || is_code {
            return None;
        }
        // Zeros in front, as many as are short of eight digits.
        let digits = (digits ^ (each(b'0') >> (8 * (8 - count)))) << (8 * (8 - count));
        let beyond_nine = (digits.wrapping_add(each(0x80 - 10)) | digits) & each(0x80);
        if beyond_nine != 0 {
            return None;
        }
        // Neighbours are put together, by two, four and eight (Lemire 2018).
        let twos = (digits.wrapping_mul(10).wrapping_add(digits >> 8)) & 0x00ff_00ff_00ff_00ff;
        let fours = (twos.wrapping_mul(100).wrapping_add(twos >> 16)) & 0x0000_ffff_0000_ffff;
        let whole = (fours.wrapping_mul(10_000).wrapping_add(fours >> 32)) & 0xffff_ffff;
        let has_tail = has_point && digits >> 56 == 0;
        Some(Self::new(is_negative, whole, (count - point) as usize, has_tail))
    }

    /// A whole number with so many digits behind the point.
    #[inline]
    fn new(is_negative: bool, whole: u64, behind: usize, has_tail: bool) -> Self {
        let magnitude = whole.cast_signed() as f64 / SCALES[behind];
        let number = f64::from_bits(magnitude.to_bits() | u64::from(is_negative) << 63);
        Self { number, is_shortest: !has_tail && whole > 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_short_decimal_is_the_same_however_it_is_read(text in "-?[0-9]{0,3}[.]?[0-9]{0,6}|[-+.0-9a/: é]{0,9}|-?[0-9.]{0,9}") {
            let short = ShortText::of(&text).unwrap();
            let expected = Decimal::of(&text).filter(|_| text.len() <= 8);
            prop_assert_eq!(Decimal::of_short(short), expected);
        }
    }
}
