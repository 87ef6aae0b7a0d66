//! How often a change at a known moment is found, and dated.

use super::changes::{Windows, changes, chunk};
use super::sample::generator;
use super::shape::{column, missing, numbers};
use super::{Cell, Shape};
use driftglass_core::{Chunk, TextColumn};
use rand_distr::{Bernoulli, Distribution, StandardNormal, Zipf};
use rand_pcg::Pcg64;
use std::fmt::Write;

/// The columns of each data set. The first one changes, and the others are normal and stay so.
const COLUMNS: usize = 10;

/// A change of one column.
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    /// The change in words.
    pub change: &'static str,
    /// How the data are cut.
    pub windows: Windows,
    /// The windows before the change.
    pub before: usize,
    from: fn(usize, &mut Pcg64) -> TextColumn,
    to: fn(usize, &mut Pcg64) -> TextColumn,
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

/// The changes of the calibration.
pub const TURNS: &[Turn] = &[
    Turn {
        change: "normal, shifted by 0.5 sigma",
        windows: Windows { number: 30, rows: 30 },
        before: 20,
        from: normal,
        to: |rows, generator| shifted(rows, generator, 0.5),
    },
    Turn {
        change: "normal, shifted by 0.5 sigma",
        windows: Windows { number: 90, rows: 30 },
        before: 60,
        from: normal,
        to: |rows, generator| shifted(rows, generator, 0.5),
    },
    Turn {
        change: "normal, shifted by 0.2 sigma",
        windows: Windows { number: 30, rows: 200 },
        before: 20,
        from: normal,
        to: |rows, generator| shifted(rows, generator, 0.2),
    },
    Turn {
        change: "normal, shifted by 0.5 sigma",
        windows: Windows { number: 12, rows: 200 },
        before: 6,
        from: normal,
        to: |rows, generator| shifted(rows, generator, 0.5),
    },
    Turn {
        change: "normal, shifted by 1 sigma in the last 2 windows",
        windows: Windows { number: 30, rows: 30 },
        before: 28,
        from: normal,
        to: |rows, generator| shifted(rows, generator, 1.0),
    },
    Turn {
        change: "normal, sigma half as large again",
        windows: Windows { number: 30, rows: 30 },
        before: 20,
        from: normal,
        to: |rows, generator| numbers(rows, generator, StandardNormal, |value: f64| Some(1.5 * value)),
    },
    Turn {
        change: "20 Zipf levels, and a new one at 5 % of rows",
        windows: Windows { number: 30, rows: 200 },
        before: 20,
        from: |rows, generator| Shape::Levels(20).draw(rows, generator),
        to: new_level,
    },
    Turn {
        change: "0 to 5 % missing",
        windows: Windows { number: 30, rows: 200 },
        before: 20,
        from: normal,
        to: |rows, generator| missing(rows, generator, 0.05),
    },
];

fn normal(rows: usize, generator: &mut Pcg64) -> TextColumn {
    Shape::Normal.draw(rows, generator)
}

fn shifted(rows: usize, generator: &mut Pcg64, by: f64) -> TextColumn {
    numbers(rows, generator, StandardNormal, |value: f64| Some(value + by))
}

fn new_level(rows: usize, generator: &mut Pcg64) -> TextColumn {
    let zipf = Zipf::new(20.0, 1.0).expect("the exponent is positive");
    let new = Bernoulli::new(0.05).expect("a share");
    column(rows, |text| {
        let level: f64 = zipf.sample(generator);
        if new.sample(generator) { text.write_str("new") } else { write!(text, "level {level}") }
    })
}
