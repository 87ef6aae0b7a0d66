//! How often a change at a known moment is found, and dated.

use super::changes::{Windows, changes, chunk};
use super::sample::generator;
use super::shape::{missing, normal, numbers, with_new_level};
use super::{Cell, Shape};
use driftglass_core::{Chunk, TextColumn};
use rand_distr::StandardNormal;
use rand_pcg::Pcg64;

/// The columns of each data set. The first one changes, and the others are normal and stay so.
const COLUMNS: usize = 10;

/// What draws a column of so many rows.
type Draw = fn(usize, &mut Pcg64) -> TextColumn;

/// A change of one column.
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    /// The change in words.
    pub change: &'static str,
    /// How the data are cut.
    pub windows: Windows,
    /// The windows before the change.
    pub before: usize,
    from: Draw,
    to: Draw,
}

/// What was found of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dated {
    /// The column is said to have changed at all.
    pub found: Cell,
    /// The change is dated to its window, or to the one before or after it.
    pub near: Cell,
    /// The change is dated to its window.
    pub exact: Cell,
    /// Any other change is reported too: of another column, or of this one two windows away or more.
    pub others: Cell,
}

impl Turn {
    /// Tries the change, with a seed of its own for each repeat.
    pub fn simulate(&self, number: u64, repeats: u64) -> Dated {
        let [found, near, exact, others] = Cell::over(repeats, |repeat| self.one(number, repeat));
        Dated { found, near, exact, others }
    }

    fn one(&self, number: u64, repeat: u64) -> [bool; 4] {
        let generator = &mut generator(2_000_000 + number, repeat);
        let window = |place: usize| -> Chunk {
            let first = if place < self.before { self.from } else { self.to };
            let columns = std::iter::once(first).chain(std::iter::repeat_n(normal as _, COLUMNS - 1));
            chunk(columns.map(|draw| draw(self.windows.rows, generator)))
        };
        let current: Vec<Chunk> = (0..self.windows.number).map(window).collect();
        let changes = changes(None, &current, self.windows, repeat);
        let is_near = |(column, window): &(usize, usize)| *column == 0 && window.abs_diff(self.before) <= 1;
        [
            changes.iter().any(|(column, _)| *column == 0),
            changes.iter().any(is_near),
            changes.contains(&(0, self.before)),
            !changes.iter().all(is_near),
        ]
    }
}

impl Turn {
    /// A change of a column that was normal before it.
    const fn of_normal(change: &'static str, windows: Windows, before: usize, to: Draw) -> Self {
        Self { change, windows, before, from: normal, to }
    }
}

const HALF_A_SIGMA: Draw = |rows, generator| shifted(rows, generator, 0.5);

/// The changes of the calibration.
pub const TURNS: &[Turn] = &[
    Turn::of_normal("normal, shifted by 0.5 sigma", Windows { number: 30, rows: 30 }, 20, HALF_A_SIGMA),
    Turn::of_normal("normal, shifted by 0.5 sigma", Windows { number: 90, rows: 30 }, 60, HALF_A_SIGMA),
    Turn::of_normal(
        "normal, shifted by 0.2 sigma",
        Windows { number: 30, rows: 200 },
        20,
        |rows, generator| shifted(rows, generator, 0.2),
    ),
    Turn::of_normal("normal, shifted by 0.5 sigma", Windows { number: 12, rows: 200 }, 6, HALF_A_SIGMA),
    Turn::of_normal(
        "normal, shifted by 1 sigma in the last 2 windows",
        Windows { number: 30, rows: 30 },
        28,
        |rows, generator| shifted(rows, generator, 1.0),
    ),
    Turn::of_normal(
        "normal, sigma half as large again",
        Windows { number: 30, rows: 30 },
        20,
        |rows, generator| numbers(rows, generator, StandardNormal, |value: f64| Some(1.5 * value)),
    ),
    Turn {
        change: "20 Zipf levels, and a new one at 5 % of rows",
        windows: Windows { number: 30, rows: 200 },
        before: 20,
        from: |rows, generator| Shape::Levels(20).draw(rows, generator),
        to: |rows, generator| with_new_level(rows, generator, 0.05),
    },
    Turn::of_normal("0 to 5 % missing", Windows { number: 30, rows: 200 }, 20, |rows, generator| {
        missing(rows, generator, 0.05)
    }),
];

fn shifted(rows: usize, generator: &mut Pcg64, by: f64) -> TextColumn {
    numbers(rows, generator, StandardNormal, |value: f64| Some(value + by))
}
