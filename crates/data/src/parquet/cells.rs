//! From stored values to cells.

use super::schema::Kind;
use driftglass_core::Value;
use parquet::data_type::Int96;
use std::fmt::Write;

/// A whole number as its column means it.
pub(super) fn whole(kind: Kind, stored: i64) -> Value {
    match kind {
        Kind::Decimal { scale } => decimal(i128::from(stored), scale),
        Kind::Date => Value::Day(stored),
        Kind::Instant { parts } => instant(stored, parts),
        // The bits of a number without a sign came as one with it.
        Kind::Unsigned if stored < 0 => Value::Number(stored.cast_unsigned() as f64),
        _ => Value::Integer(stored),
    }
}

/// Microseconds since 1970; what is under one is cut off.
fn instant(stored: i64, parts: i64) -> Value {
    Value::Instant(if parts > 1_000_000 {
        stored / (parts / 1_000_000)
    } else {
        stored.saturating_mul(1_000_000 / parts)
    })
}

/// A single-precision number as the shortest decimal that reads back the same: 0.1 is 0.1 and not 0.10000000149, as it would
/// be in a file of text, so that the other side may be one, or double-precision.
pub(super) fn single(stored: f32) -> Value {
    let widened = f64::from(stored);
    if stored.fract() == 0.0 || !stored.is_finite() {
        return Value::Number(widened);
    }
    Value::Number(stored.to_string().parse().unwrap_or(widened))
}

/// A float in two bytes.
pub(super) fn half(stored: &[u8]) -> Value {
    let bits = stored.first_chunk().map_or(0, |bytes| u16::from_le_bytes(*bytes));
    let (exponent, fraction) = (bits >> 10 & 0x1f, f64::from(bits & 0x3ff));
    let magnitude = match exponent {
        0 => fraction / 16_777_216.0,
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (1024.0 + fraction) * f64::from(1_u32 << exponent) / 33_554_432.0,
    };
    single((if bits >> 15 == 1 { -magnitude } else { magnitude }) as f32)
}

/// The day counts from noon of 1 January 4713 BC, and is whole.
pub(super) fn int96(stored: &Int96) -> Value {
    const DAY_OF_1970: i64 = 2_440_588;
    let [low, high, day] = *stored.data() else { return Value::Number(f64::NAN) };
    let nanoseconds = (i64::from(high) << 32 | i64::from(low)) / 1_000;
    let days = i64::from(day.cast_signed()) - DAY_OF_1970;
    Value::Instant(days.saturating_mul(86_400_000_000).saturating_add(nanoseconds))
}

/// A decimal of any length, its bytes the greatest first.
pub(super) fn decimal_of_bytes(stored: &[u8], scale: i32) -> Value {
    let negative = stored.first().is_some_and(|byte| byte & 0x80 != 0);
    let fill = if negative { 0xff } else { 0 };
    let (sign, digits) = stored.split_at(stored.len().saturating_sub(16));
    if sign.iter().all(|byte| *byte == fill) {
        let mut bytes = [fill; 16];
        bytes[16 - digits.len()..].copy_from_slice(digits);
        return decimal(i128::from_be_bytes(bytes), scale);
    }
    // More than 38 digits: only the first of them matter to a float.
    let start = if negative { -1.0 } else { 0.0 };
    let unscaled = stored.iter().fold(start, |sum, &byte| sum * 256.0 + f64::from(byte));
    Value::Number(unscaled / libm::pow(10.0, f64::from(scale)))
}

fn decimal(unscaled: i128, scale: i32) -> Value {
    if scale == 0
        && let Ok(integer) = i64::try_from(unscaled)
    {
        return Value::Integer(integer);
    }
    // Both are exact, so the quotient is the float next to the decimal.
    let power = usize::try_from(scale).ok().and_then(|scale| POWERS.get(scale));
    if let Some(power) = power.filter(|_| unscaled.unsigned_abs() < 1 << 53) {
        return Value::Number(unscaled as f64 / power);
    }
    Value::Number(format!("{unscaled}e{}", -i64::from(scale)).parse().unwrap_or(f64::NAN))
}

/// The powers of ten that a float holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// `18:30:00.25`: as a file of text has it, so it means the same.
pub(super) fn clock(stored: i64, parts: i64, text: &mut String) {
    text.clear();
    let (seconds, rest) = (stored.div_euclid(parts), stored.rem_euclid(parts));
    let (hours, minutes) = (seconds.div_euclid(3600), seconds.rem_euclid(3600) / 60);
    let written = write!(text, "{hours:02}:{minutes:02}:{:02}", seconds.rem_euclid(60));
    written.expect("a String takes every write");
    if rest > 0 {
        let width = parts.ilog10() as usize;
        write!(text, ".{rest:0width$}").expect("a String takes every write");
    }
}

/// `123e4567-e89b-12d3-a456-426614174000`
pub(super) fn uuid(stored: &[u8], text: &mut String) {
    text.clear();
    for (place, byte) in stored.iter().enumerate() {
        let hyphen = if matches!(place, 4 | 6 | 8 | 10) { "-" } else { "" };
        write!(text, "{hyphen}{byte:02x}").expect("a String takes every write");
    }
}
