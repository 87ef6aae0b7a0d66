//! Two columns in the same detail.

use super::column::ColumnProfile;
use super::held::{Held, Many};
use super::numbers::Numbers;
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
}

impl ColumnProfile {
    /// Both sides as they are compared: in the detail of the side that has less.
    pub(crate) fn side_by_side(sides: [&Self; 2]) -> ([Cow<'_, Self>; 2], Option<Detail>) {
        let (bits, zeros) = (sides.map(Self::bits), sides.map(Self::zeros));
        let most = zeros[0].max(zeros[1]);
        if bits == [None, None] && most == 0 {
            return (sides.map(Cow::Borrowed), None);
        }
        let mut many = sides.map(|side| side.held.as_many().into_owned());
        let hidden = round_alike(&mut many);
        let [reference, current] = many;
        let with = |side: &Self, many: Many| {
            let held = Held::Many(Box::new(Many { texts: many.texts.with_zeros(most), ..many }));
            Cow::Owned(Self { values: side.values, held, strings: side.strings.clone().with_zeros(most) })
        };
        ([with(sides[0], reference), with(sides[1], current)], Some(Detail { bits, zeros, hidden }))
    }

    /// Whether each value is held.
    pub(crate) fn is_whole(&self) -> bool {
        self.bits().is_none() && self.zeros() == 0
    }

    fn bits(&self) -> Option<u8> {
        let Held::Many(many) = &self.held else { return None };
        [&many.numbers, &many.instants].into_iter().filter_map(|numbers| Some(numbers.rounded()?.bits)).min()
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
