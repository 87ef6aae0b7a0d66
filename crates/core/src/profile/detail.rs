//! Columns in the same detail: two that are compared, or a whole and its parts.

use super::column::ColumnProfile;
use super::grid::{ALL_BITS, Grid};
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
        let blurred = sides.map(Self::blurred).into_iter().sum();
        let compared = [sides[0].with(reference, most), sides[1].with(current, most)];
        (compared.map(Cow::Owned), Some(Detail { bits, zeros, hidden, blurred }))
    }

    /// The same with these values, and of the texts one in two to the power of `zeros`.
    fn with(&self, many: Many, zeros: u32) -> Self {
        let held = Held::Many(Box::new(Many { texts: many.texts.with_zeros(zeros), ..many }));
        Self { values: self.values, held, strings: self.strings.clone().with_zeros(zeros) }
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

/// The detail of a whole and of its parts: of each kind of value that of the one which has least of it.
#[derive(Debug)]
pub(crate) struct Common {
    numbers: Option<Grid>,
    instants: Option<Grid>,
    zeros: u32,
    /// Whether the whole has its values sorted out, and numbers in one spelling.
    is_many: bool,
}

impl Common {
    pub(crate) fn of(whole: &ColumnProfile, parts: &[&ColumnProfile]) -> Self {
        let all = || parts.iter().copied().chain([whole]);
        let many = whole.held.as_many();
        let grid = |kind: fn(&Many) -> &Numbers| {
            let bits = |column: &ColumnProfile| match &column.held {
                Held::Few(_) => None,
                Held::Many(many) => kind(many).rounded().map(|rounded| rounded.bits),
            };
            let least = all().filter_map(bits).min()?;
            Some(Grid::of(kind(&many).settled().cells(), least))
        };
        Self {
            numbers: grid(|many| &many.numbers),
            instants: grid(|many| &many.instants),
            zeros: all().map(ColumnProfile::zeros).max().unwrap_or(0),
            is_many: matches!(whole.held, Held::Many(_)),
        }
    }

    /// The whole, or a part, in it.
    pub(crate) fn apply<'a>(&self, column: &'a ColumnProfile) -> Cow<'a, ColumnProfile> {
        let is_alike = self.is_many == matches!(column.held, Held::Many(_));
        if is_alike && self.zeros == 0 && self.numbers.is_none() && self.instants.is_none() {
            return Cow::Borrowed(column);
        }
        let mut many = column.held.as_many().into_owned();
        for (grid, numbers) in [(&self.numbers, &mut many.numbers), (&self.instants, &mut many.instants)] {
            if let Some(grid) = grid {
                *numbers = grid.place(numbers.settled().cells()).into();
            }
        }
        Cow::Owned(column.with(many, self.zeros))
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
