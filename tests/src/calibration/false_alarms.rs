//! How often nothing is called something.

use super::sample::{compare_column, generator, profile};
use super::{ALPHA, Cell, PRESETS, Shape};
use driftglass_core::policy::Preset;
use driftglass_core::report::{ColumnReport, Status};
use rayon::prelude::*;

/// What is simulated: shapes, each in every size of the current data.
#[derive(Debug, Clone)]
pub struct Design {
    /// What columns are drawn from.
    pub shapes: Vec<Shape>,
    /// Rows of the reference.
    pub reference: usize,
    /// Rows of the current data.
    pub sizes: Vec<usize>,
    /// Repeats of each cell under the default preset.
    pub repeats: u64,
    /// Repeats of each cell under the other presets, whose shares need not be known as well.
    pub repeats_of_others: u64,
}

/// What is counted in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rates {
    /// The p-value is under alpha.
    pub significant: Cell,
    /// The column is called drifted.
    pub drifted: Cell,
}

/// The shares of false alarms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FalseAlarms {
    /// Shape by shape, in their order; size by size; preset by preset.
    rates: Vec<Vec<[Rates; PRESETS.len()]>>,
}

impl FalseAlarms {
    /// Draws both sides from the same shape, over and over. The reference of a repeat serves all sizes, so cells of one row
    /// are not independent of each other; the repeats of a cell are.
    pub fn simulate(design: &Design) -> Self {
        Self { rates: design.shapes.iter().map(|&shape| rates(design, shape)).collect() }
    }

    /// The counts of a shape of the design, size by size, under one of the [`PRESETS`].
    pub fn of(&self, shape: usize, preset: usize) -> impl Iterator<Item = Rates> {
        self.rates[shape].iter().map(move |presets| presets[preset])
    }
}

fn rates(design: &Design, shape: Shape) -> Vec<[Rates; PRESETS.len()]> {
    let nothing = || vec![<[Rates; PRESETS.len()]>::default(); design.sizes.len()];
    (0..design.repeats).into_par_iter().map(|repeat| one(design, shape, repeat)).reduce(
        nothing,
        |mut all, more| {
            for (rates, more) in all.iter_mut().flatten().zip(more.iter().flatten()) {
                rates.significant.add(more.significant);
                rates.drifted.add(more.drifted);
            }
            all
        },
    )
}

fn one(design: &Design, shape: Shape, repeat: u64) -> Vec<[Rates; PRESETS.len()]> {
    let generator = &mut generator(shape.number(), repeat);
    let reference = profile(shape.draw(design.reference, generator));
    let presets = if repeat < design.repeats_of_others { &PRESETS[..] } else { &PRESETS[..1] };
    let size = |&rows: &usize| {
        let current = profile(shape.draw(rows, generator));
        let mut rates = <[Rates; PRESETS.len()]>::default();
        for (rates, &preset) in rates.iter_mut().zip(presets) {
            let column = compare_column(&reference, &current, preset, repeat);
            // Evidently's preset has types of its own: whole numbers of few values are levels.
            let is_known = column.status != Status::Untested && preset != Preset::Evidently;
            assert!(!is_known || column.kind == shape.kind(), "{shape} in {rows} rows is {:?}", column.kind);
            rates.significant.count(p_value(shape, &column).is_some_and(|p| p < ALPHA));
            rates.drifted.count(column.drifted);
        }
        rates
    };
    design.sizes.iter().map(size).collect()
}

/// The p-value that the shape is about; none where the preset has no such test.
fn p_value(shape: Shape, column: &ColumnReport) -> Option<f64> {
    if shape == Shape::Missing { column.missing.p_value.get() } else { column.p_value.get() }
}
