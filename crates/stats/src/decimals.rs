//! Numbers with few digits behind the point, as whole numbers of the last digit: those are quicker put in order.

use crate::counts::Counts;
use wide::f64x4;

/// The scales that are tried: floats hold them exactly.
const SCALES: [f64; 10] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/// Whole numbers below this have a spelling with each scale that is another float.
const WHOLE: f64 = (1_u64 << 50) as f64;

/// Added to a number of less than [`WHOLE`], it leaves the nearest whole number in the last bits of the sum.
const ROUNDING: f64 = 1.5 * (1_u64 << 52) as f64;

/// Places for each number up to which they are counted place by place.
const DENSE: usize = 4;

/// Numbers of which each is a whole number over one power of ten, rounded once, as it is where a decimal was read.
pub(crate) struct Decimals {
    /// The least of the whole numbers.
    least: f64,
    scale: f64,
    /// How far above the least each is.
    offsets: Vec<u32>,
    /// How far the greatest is.
    range: u32,
}

impl Decimals {
    /// `None` where a number is no such decimal, or the whole numbers are too large or too far apart.
    pub(crate) fn of(numbers: &[f64]) -> Option<Self> {
        // Each is counted in four bytes.
        u32::try_from(numbers.len()).ok()?;
        let (least, greatest) = extremes(numbers)?;
        let fits = |scale: &&f64| {
            least.abs().max(greatest.abs()) * **scale < WHOLE
                && (greatest - least) * **scale < f64::from(u32::MAX)
        };
        let mut scales = SCALES.iter().take_while(fits);
        let mut scale = *scales.next()?;
        // A number that is whole with one scale is so with the next.
        for some in numbers.chunks(64) {
            while !are_whole(some, scale) {
                scale = *scales.next()?;
            }
        }
        let bits = |number: f64| (number * scale + ROUNDING).to_bits();
        let first = bits(least);
        let offset = |number: f64| bits(number).wrapping_sub(first) as u32;
        let offsets = numbers.iter().map(|&number| offset(number)).collect();
        Some(Self { least: rounded(least * scale), scale, offsets, range: offset(greatest) })
    }

    /// Leaves of the numbers that these are the distinct ones, ascending, and gives their counts.
    pub(crate) fn count(mut self, numbers: &mut Vec<f64>) -> Counts {
        let counts = if self.range as usize / DENSE < self.offsets.len() {
            by_place(&mut self.offsets, self.range)
        } else {
            radsort::sort(&mut self.offsets);
            Counts::of_sorted(&mut self.offsets)
        };
        numbers.truncate(self.offsets.len());
        for (number, offset) in numbers.iter_mut().zip(self.offsets) {
            *number = (self.least + f64::from(offset)) / self.scale;
        }
        counts
    }
}

/// Counts offsets of up to the range, and leaves the distinct ones, ascending.
fn by_place(offsets: &mut Vec<u32>, range: u32) -> Counts {
    let mut counts = vec![0_u32; range as usize + 1];
    for &offset in offsets.iter() {
        counts[offset as usize] += 1;
    }
    let mut distinct = 0;
    // The last one occurs, so there is a place for each.
    for offset in 0..=range {
        let count = counts[offset as usize];
        offsets[distinct] = offset;
        counts[distinct] = count;
        distinct += usize::from(count > 0);
    }
    offsets.truncate(distinct);
    counts.truncate(distinct);
    Counts::Small(counts)
}

/// The nearest whole number, of less than [`WHOLE`].
#[inline]
fn rounded(number: f64) -> f64 {
    number + ROUNDING - ROUNDING
}

/// Whether each is a whole number over the scale. No branch on any: they are looked at side by side.
fn are_whole(numbers: &[f64], scale: f64) -> bool {
    let differing = |&number: &f64| (rounded(number * scale) / scale).to_bits() ^ number.to_bits();
    numbers.iter().map(differing).fold(0, |all, bits| all | bits) == 0
}

/// The least and the greatest.
fn extremes(numbers: &[f64]) -> Option<(f64, f64)> {
    let (four, rest) = numbers.as_chunks();
    let first = f64x4::splat(*numbers.first()?);
    let (least, greatest) = four.iter().fold((first, first), |(least, greatest), four| {
        let four = f64x4::new(*four);
        (least.fast_min(four), greatest.fast_max(four))
    });
    let least = least.to_array().into_iter().chain(rest.iter().copied()).reduce(f64::min)?;
    let greatest = greatest.to_array().into_iter().chain(rest.iter().copied()).reduce(f64::max)?;
    Some((least, greatest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn decimals_are_the_numbers_that_they_were(
            digits in prop::collection::vec(-3_000_000_i64..3_000_000, 1..300),
            scale in 0..8_i32,
            other in prop::option::of(any::<f64>()),
        ) {
            let spelled = digits.iter().map(|digits| format!("{digits}e-{scale}").parse::<f64>().unwrap() + 0.0);
            let numbers: Vec<f64> = spelled.chain(other.filter(|other| other.is_finite())).collect();
            let mut expected: Vec<(u64, u64)> = Vec::new();
            let mut sorted = numbers.clone();
            sorted.sort_by(f64::total_cmp);
            for number in sorted.iter().map(|number| number.to_bits()) {
                match expected.last_mut() {
                    Some((last, count)) if *last == number => *count += 1,
                    _ => expected.push((number, 1)),
                }
            }
            let decimals = Decimals::of(&numbers);
            prop_assert!(decimals.is_some() || other.is_some());
            if let Some(decimals) = decimals {
                let mut values = numbers.clone();
                let counts = decimals.count(&mut values);
                let found: Vec<_> = values.iter().map(|value| value.to_bits()).zip(counts.iter()).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
