//! How often something is seen.

use super::sample::{compare_column, generator, profile};
use super::shape::{column, missing, normal, numbers, with_new_level};
use super::{Cell, PRESETS, Shape};
use driftglass_core::TextColumn;
use driftglass_core::report::Status;
use rand_distr::{Bernoulli, Distribution, LogNormal, StandardNormal};
use rand_pcg::Pcg64;
use rayon::prelude::*;
use std::fmt::Write;

/// A change that the verdict must see, or must not.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// The change in words.
    pub change: &'static str,
    /// Rows of the reference and of the current data.
    pub rows: [usize; 2],
    /// How often it is tried, at the most: the largest data take longest.
    pub repeats: u64,
    reference: fn(usize, &mut Pcg64) -> TextColumn,
    current: fn(usize, &mut Pcg64) -> TextColumn,
}

/// What was seen of a case, preset by preset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Power {
    /// The column is called changed at all.
    pub seen: [Cell; PRESETS.len()],
    /// The column is called drifted: the change matters.
    pub drifted: [Cell; PRESETS.len()],
}

impl Case {
    /// Tries the case, with a seed of its own for each repeat.
    pub fn simulate(&self, number: u64, repeats: u64) -> Power {
        (0..repeats.min(self.repeats)).into_par_iter().map(|repeat| self.one(number, repeat)).reduce(
            Power::default,
            |mut all, more| {
                all.seen.iter_mut().zip(more.seen).for_each(|(cell, more)| cell.add(more));
                all.drifted.iter_mut().zip(more.drifted).for_each(|(cell, more)| cell.add(more));
                all
            },
        )
    }

    fn one(&self, number: u64, repeat: u64) -> Power {
        let generator = &mut generator(1_000_000 + number, repeat);
        let reference = profile((self.reference)(self.rows[0], generator));
        let current = profile((self.current)(self.rows[1], generator));
        let mut power = Power::default();
        for (i, &preset) in PRESETS.iter().enumerate() {
            let column = compare_column(&reference, &current, preset, repeat);
            power.seen[i].count(!matches!(column.status, Status::Stable | Status::Untested));
            power.drifted[i].count(column.drifted);
        }
        power
    }
}

/// The cases of the calibration.
pub const CASES: &[Case] = &[
    Case {
        change: "normal, shifted by 0.05 sigma",
        rows: [100_000, 100_000],
        repeats: 200,
        reference: normal,
        current: |rows, generator| numbers(rows, generator, StandardNormal, |value: f64| Some(value + 0.05)),
    },
    Case {
        change: "lognormal, 5 % of rows overwritten with 0",
        rows: [5000, 1000],
        repeats: 1000,
        reference: lognormal,
        current: overwritten_lognormal,
    },
    Case {
        change: "lognormal, 5 % of rows overwritten with 0",
        rows: [5000, 5000],
        repeats: 1000,
        reference: lognormal,
        current: overwritten_lognormal,
    },
    Case {
        change: "normal, 5 % of rows overwritten with 0, its median",
        rows: [5000, 1000],
        repeats: 1000,
        reference: normal,
        current: overwritten_normal,
    },
    Case {
        change: "normal, 5 % of rows overwritten with 0, its median",
        rows: [5000, 5000],
        repeats: 1000,
        reference: normal,
        current: overwritten_normal,
    },
    Case {
        change: "normal, shifted by 1 sigma, and one value of 1e6",
        rows: [5000, 200],
        repeats: 1000,
        reference: normal,
        current: hidden_shift,
    },
    Case {
        change: "normal, shifted by 1 sigma, and one value of 1e6",
        rows: [10_000, 10_000],
        repeats: 200,
        reference: normal,
        current: hidden_shift,
    },
    Case {
        change: "0 to 5 % missing",
        rows: [5000, 500],
        repeats: 1000,
        reference: normal,
        current: |rows, generator| missing(rows, generator, 0.05),
    },
    Case {
        change: "20 Zipf levels, and a new one at 1 % of rows",
        rows: [5000, 1000],
        repeats: 1000,
        reference: levels,
        current: |rows, generator| with_new_level(rows, generator, 0.01),
    },
    Case {
        change: "20 Zipf levels, and a new one at 1 % of rows",
        rows: [5000, 5000],
        repeats: 1000,
        reference: levels,
        current: |rows, generator| with_new_level(rows, generator, 0.01),
    },
    Case {
        change: "20 Zipf levels, and a new one in one row of 1000: not to be seen",
        rows: [5000, 1000],
        repeats: 2000,
        reference: levels,
        current: |rows, generator| {
            let mut cells = Shape::Levels(20).draw(rows - 1, generator);
            cells.push("new");
            cells
        },
    },
];

fn lognormal(rows: usize, generator: &mut Pcg64) -> TextColumn {
    Shape::Lognormal.draw(rows, generator)
}

fn levels(rows: usize, generator: &mut Pcg64) -> TextColumn {
    Shape::Levels(20).draw(rows, generator)
}

fn overwritten_lognormal(rows: usize, generator: &mut Pcg64) -> TextColumn {
    let lognormal = LogNormal::new(0.0, 1.0).expect("sigma is finite");
    overwritten(rows, generator, lognormal)
}

fn overwritten_normal(rows: usize, generator: &mut Pcg64) -> TextColumn {
    overwritten(rows, generator, StandardNormal)
}

fn overwritten(rows: usize, generator: &mut Pcg64, values: impl Distribution<f64>) -> TextColumn {
    let overwritten = Bernoulli::new(0.05).expect("a share");
    column(rows, |text| {
        let value = values.sample(generator);
        write!(text, "{}", if overwritten.sample(generator) { 0.0 } else { value })
    })
}

fn hidden_shift(rows: usize, generator: &mut Pcg64) -> TextColumn {
    let mut cells = numbers(rows - 1, generator, StandardNormal, |value: f64| Some(value + 1.0));
    cells.push("1000000");
    cells
}
