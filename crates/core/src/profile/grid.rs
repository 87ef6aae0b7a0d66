//! Numbers in cells: all numbers that agree in sign, exponent and so many bits after the leading one.
//!
//! Cells with fewer bits are made of whole cells with more, so that numbers may be put into cells step by step, or part by part
//! and then together, and come out the same.

use driftglass_stats::Distribution;

/// The bits after the leading one that a double has: with all of them each cell is one number.
pub(super) const ALL_BITS: u8 = 52;

/// The cell of a number, called by its end that is nearer to zero.
fn cell(number: f64, bits: u8) -> u64 {
    number.to_bits() & (u64::MAX << (ALL_BITS - bits))
}

/// The middle of the cell of a number.
pub(super) fn middle(number: f64, bits: u8) -> f64 {
    if bits >= ALL_BITS { number } else { f64::from_bits(cell(number, bits) | 1 << (ALL_BITS - 1 - bits)) }
}

/// The number of bits from which on two numbers are in different cells.
fn parting(a: f64, b: f64) -> usize {
    let differing = a.to_bits() ^ b.to_bits();
    // The leading 12 bits are the sign and the exponent.
    (differing.leading_zeros() as usize).saturating_sub(11)
}

/// The most bits with which numbers, in ascending order, are in no more than `most` cells.
pub(super) fn bits_for(numbers: impl Iterator<Item = f64>, most: usize) -> u8 {
    let mut parted = [0; 54];
    let mut last = None;
    for number in numbers {
        if let Some(last) = last.replace(number) {
            parted[parting(last, number)] += 1;
        }
    }
    let mut cells = 1;
    let mut bits = 0;
    for (with, parted) in (0..=ALL_BITS).zip(parted) {
        cells += parted;
        if cells > most {
            break;
        }
        bits = with;
    }
    bits
}

/// Numbers in cells: those that are alone in their cell, as they are, and the others, at the middle of their cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cells {
    pub(super) alone: Distribution,
    pub(super) together: Distribution,
}

impl Cells {
    /// The same numbers in cells of fewer bits, or as many.
    pub(super) fn with_bits(&self, bits: u8) -> Self {
        let mut out = [Vec::new(), Vec::new()];
        let mut pairs = self.pairs().peekable();
        while let Some((number, mut count, mut several)) = pairs.next() {
            let own = cell(number, bits);
            while let Some((_, more, _)) = pairs.next_if(|(number, ..)| cell(*number, bits) == own) {
                several = true;
                count += more;
            }
            let place = if several { middle(number, bits) } else { number };
            out[usize::from(several)].push((place, count));
        }
        let [alone, together] = out.map(Distribution::from_pairs);
        Self { alone, together }
    }

    pub(super) fn merge(&self, other: &Self) -> Self {
        Self { alone: self.alone.merge(&other.alone), together: self.together.merge(&other.together) }
    }

    /// In ascending order, and whether they are several numbers in one cell.
    fn pairs(&self) -> impl Iterator<Item = (f64, u64, bool)> {
        let mut alone = self.alone.pairs().peekable();
        let mut together = self.together.pairs().peekable();
        std::iter::from_fn(move || match (alone.peek(), together.peek()) {
            (Some((a, _)), Some((b, _))) if a <= b => alone.next().map(|(n, count)| (n, count, false)),
            (Some(_), None) => alone.next().map(|(n, count)| (n, count, false)),
            _ => together.next().map(|(n, count)| (n, count, true)),
        })
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = f64> {
        self.pairs().map(|(number, ..)| number)
    }

    pub(super) fn count(&self) -> usize {
        self.alone.distinct() + self.together.distinct()
    }

    /// The memory that they take.
    pub(super) fn bytes(&self) -> usize {
        self.alone.bytes() + self.together.bytes()
    }

    /// All of them, as if those in the middle of a cell were there.
    pub(super) fn distribution(&self) -> Distribution {
        self.alone.merge(&self.together)
    }
}

/// The cells of some data and of any part of them: a difference between parts is never one of where their numbers were put.
///
/// A number stays as it is where it is alone in its cell in all of the data. Else each part has its numbers at the middle of the cell.
#[derive(Debug)]
pub(super) struct Grid {
    bits: u8,
    /// The cells of several numbers.
    together: Distribution,
}

impl Grid {
    /// The grid with so many bits; no part has numbers in cells of fewer.
    pub(super) fn of(all: &Cells, bits: u8) -> Self {
        Self { bits, together: all.with_bits(bits).together }
    }

    /// The numbers of a part, each in its place.
    pub(super) fn place(&self, part: &Cells) -> Distribution {
        let place = |number| {
            let middle = middle(number, self.bits);
            let shared = self.together.values().binary_search_by(|other| other.total_cmp(&middle)).is_ok();
            if shared { middle } else { number }
        };
        let numbers = part.with_bits(self.bits).distribution();
        Distribution::from_pairs(numbers.pairs().map(|(number, count)| (place(number), count)))
    }
}

/// Both sides in the same cells, and how much of both together is in one cell at the most.
///
/// What differs within a cell does not show: there the distribution functions may be farther apart than at its ends, by no more than the
/// lesser of the two shares that the cell holds.
pub(super) fn side_by_side(sides: [&Cells; 2], bits: u8) -> ([Distribution; 2], f64) {
    let grid = Grid::of(&sides[0].merge(sides[1]), bits);
    let distributions = sides.map(|side| grid.place(side));
    let share = |side: &Distribution, cell: f64| {
        let found = side.values().binary_search_by(|other| other.total_cmp(&cell));
        found.map_or(0.0, |place| side.count(place) as f64 / side.total() as f64)
    };
    let hidden = |cell: &f64| share(&distributions[0], *cell).min(share(&distributions[1], *cell));
    let most = grid.together.values().iter().map(hidden).fold(0.0, f64::max);
    (distributions, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_as_fine_as_their_number_allows() {
        let whole = || (0..1024).map(f64::from);
        assert_eq!(bits_for(whole(), 1024), ALL_BITS);
        // 512 to 1023 are 256 pairs with 8 bits, and so on down to 2 and 3.
        assert_eq!(bits_for(whole(), 1023), 8);
        assert_eq!(bits_for([-1.0, 1.0, 2.0, 4.0].into_iter(), 2), 0);
        assert_eq!(bits_for([].into_iter(), 2), ALL_BITS);
    }

    #[test]
    fn a_number_alone_stays_as_it_is() {
        let numbers = [-0.1, 0.0, 0.1, 0.7, 0.7001, 1e9];
        let exact = Cells { alone: Distribution::from_values(numbers), ..Cells::default() };
        let coarse = exact.with_bits(8);
        assert_eq!(coarse.alone.values(), [-0.1, 0.0, 0.1, 1e9]);
        assert_eq!(coarse.together.counts().collect::<Vec<_>>(), [2]);
        let middle = coarse.together.values()[0];
        assert!((middle / 0.7 - 1.0).abs() <= 1.0 / 512.0, "{middle}");
        assert_eq!(exact.with_bits(20).with_bits(8), coarse, "step by step");
    }
}
