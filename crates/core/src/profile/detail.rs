//! Two columns in the same detail.

use super::column::ColumnProfile;
use super::grid::ALL_BITS;
use super::held::{Held, Many};
use super::numbers::{Numbers, Rounded};
use std::borrow::Cow;

/// What of a column was not held, and what that may hide.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Detail {
    /// The bits after the leading one to which each side holds its numbers or instants; none where it holds them as they are.
    pub(crate) bits: [Option<u8>; 2],
    /// Each side holds one in two to the power of this of its texts.
    pub(crate) zeros: [u32; 2],
    /// By how much the distribution functions may be farther apart than is seen.
    pub(crate) hidden: f64,
    /// By how much they may be nearer or farther, because rare numbers were put together.
    pub(crate) blurred: f64,
}

impl ColumnProfile {
    /// Both sides as they are compared: in the detail of the side that has less.
    pub(crate) fn side_by_side(sides: [&Self; 2]) -> ([Cow<'_, Self>; 2], Option<Detail>) {
        let (bits, zeros) = (sides.map(Self::bits), sides.map(Self::zeros));
        let most = zeros[0].max(zeros[1]);
        if sides.into_iter().all(Self::is_whole) {
            return (sides.map(Cow::Borrowed), None);
        }
        let mut many = sides.map(|side| side.held.as_many().into_owned());
        let hidden = round_alike(&mut many);
        let [reference, current] = many;
        let with = |side: &Self, many: Many| {
            let held = Held::Many(Box::new(Many { texts: many.texts.with_zeros(most), ..many }));
            Cow::Owned(Self { values: side.values, held, strings: side.strings.clone().with_zeros(most) })
        };
        let blurred = sides.map(Self::blurred).into_iter().sum();
        ([with(sides[0], reference), with(sides[1], current)], Some(Detail { bits, zeros, hidden, blurred }))
    }

    /// Whether each value is held.
    pub(crate) fn is_whole(&self) -> bool {
        self.bits().is_none()
            && self.zeros() == 0
            && self.left_out().is_none()
            && self.rounded().next().is_none()
    }

    fn rounded(&self) -> impl Iterator<Item = (&Numbers, &Rounded)> {
        let numbers = match &self.held {
            Held::Few(_) => None,
            Held::Many(many) => Some([&many.numbers, &many.instants]),
        };
        numbers.into_iter().flatten().filter_map(|numbers| Some((numbers, numbers.rounded()?)))
    }

    /// The share of the numbers that were put together at the most.
    fn blurred(&self) -> f64 {
        let shares = self.rounded().map(|(numbers, rounded)| rounded.blurred as f64 / numbers.total() as f64);
        shares.fold(0.0, f64::max)
    }

    fn bits(&self) -> Option<u8> {
        self.rounded().map(|(_, rounded)| rounded.bits).filter(|bits| *bits < ALL_BITS).min()
    }

    fn zeros(&self) -> u32 {
        let Held::Many(many) = &self.held else { return self.strings.zeros() };
        self.strings.zeros().max(many.texts.zeros())
    }
}

/// Rounds numbers and instants alike where those of a side are rounded, and says how much that hides.
fn round_alike([reference, current]: &mut [Many; 2]) -> f64 {
    let mut hidden = 0.0;
    for [reference, current] in
        [[&mut reference.numbers, &mut current.numbers], [&mut reference.instants, &mut current.instants]]
    {
        if let Some((placed, share)) = Numbers::side_by_side([reference, current]) {
            [*reference, *current] = placed.map(Numbers::from);
            hidden = share.max(hidden);
        }
    }
    hidden
}
