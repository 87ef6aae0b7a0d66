//! Short decimals, which most numbers are, read eight digits at a time (Lemire 2021).

/// A decimal of digits and at most one point, with or without a minus.
pub(super) struct Decimal {
    pub(super) number: f64,
    /// Whether no shorter spelling is the same number.
    pub(super) is_shortest: bool,
}

/// The most digits of which every decimal has a float of its own, which is exact before it is scaled.
const DIGITS: usize = 15;

/// The powers of ten that such a decimal may be scaled by: floats hold them exactly.
const SCALES: [f64; DIGITS + 1] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// Bytes that are read together.
const WORD: usize = 8;

/// Eight zeros.
const ZEROS: u64 = all(b'0');

/// The same byte eight times.
const fn all(byte: u8) -> u64 {
    u64::from_le_bytes([byte; WORD])
}

impl Decimal {
    /// A decimal of no more than 15 digits: an exact whole number over an exact power of ten is rounded once, and so correctly
    /// (Clinger 1990). `02134` is a code.
    #[inline]
    pub(super) fn of(text: &str) -> Option<Self> {
        let (is_negative, digits) = match text.as_bytes() {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        let (whole, behind) = whole(digits)?;
        let is_code = matches!(digits, [b'0', b'0'..=b'9', ..]);
        if is_code || behind == Some(0) {
            return None;
        }
        let number = whole as f64 / SCALES[behind.unwrap_or(0)];
        let number = if is_negative { -number } else { number };
        let has_tail = behind.is_some() && digits.ends_with(b"0");
        Some(Self { number, is_shortest: !has_tail && whole > 0 && super::cell::is_in_digits(number) })
    }
}

/// The number that digits make without their point, and how many of them stand behind it. They do not begin with it.
#[inline]
fn whole(digits: &[u8]) -> Option<(u64, Option<usize>)> {
    let (first, last) = match digits.split_last_chunk::<WORD>() {
        Some((first, last)) => (word(first)?, u64::from_le_bytes(*last)),
        None => (ZEROS, word(digits)?),
    };
    let (first, last, behind) = if let Some(place) = point(last) {
        let carried = first >> (8 * (WORD - 1));
        (first << 8 | u64::from(b'0'), without(last, place) | carried, Some(WORD - 1 - place))
    } else if let Some(place) = point(first) {
        (without(first, place) | u64::from(b'0'), last, Some(2 * WORD - 1 - place))
    } else {
        (first, last, None)
    };
    let is_short = !digits.is_empty() && digits.len() - usize::from(behind.is_some()) <= DIGITS;
    let begins_so = behind.is_some_and(|behind| behind + 1 == digits.len());
    (is_short && !begins_so).then_some((value(first)? * 100_000_000 + value(last)?, behind))
}

/// Up to eight bytes, the last of them in the highest place, behind as many zeros as they lack.
#[inline]
fn word(bytes: &[u8]) -> Option<u64> {
    let length = bytes.len();
    let packed = match length {
        WORD => u64::from_le_bytes(*bytes.first_chunk()?),
        4..WORD => {
            // Two reads that overlap.
            let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
            let first = u64::from(u32::from_le_bytes(*first)) << (8 * (WORD - length));
            u64::from(u32::from_le_bytes(*last)) << 32 | first
        }
        0..4 => bytes.iter().fold(0, |packed, byte| packed >> 8 | u64::from(*byte) << (8 * (WORD - 1))),
        _ => return None,
    };
    // Twice, since no shift takes all bits away.
    Some(packed | (ZEROS >> (4 * length) >> (4 * length)))
}

/// The place of the first point.
#[inline]
fn point(word: u64) -> Option<usize> {
    let differing = word ^ all(b'.');
    let found = differing.wrapping_sub(all(1)) & !differing & all(0x80);
    (found != 0).then(|| found.trailing_zeros() as usize / 8)
}

/// The bytes without that at a place: those before it move up.
#[inline]
fn without(word: u64, place: usize) -> u64 {
    let before = (1 << (8 * place)) - 1;
    (word & (!before << 8)) | (word & before) << 8
}

/// What eight digits are, unless one is none.
#[inline]
fn value(word: u64) -> Option<u64> {
    let are_digits = (word.wrapping_add(all(0x46)) | word.wrapping_sub(ZEROS)) & all(0x80) == 0;
    if !are_digits {
        return None;
    }
    // Pairs of digits, then pairs of pairs, and all.
    let digits = word - ZEROS;
    let pairs = digits * 10 + (digits >> 8);
    const MASK: u64 = 0xff_0000_00ff;
    let even = (pairs & MASK).wrapping_mul(100 + (1_000_000 << 32));
    let odd = (pairs >> 16 & MASK).wrapping_mul(1 + (10_000 << 32));
    Some(even.wrapping_add(odd) >> 32)
}
