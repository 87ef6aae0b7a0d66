//! How often a change of a column is reported where nothing changes.

use super::log::{Log, plan};
use super::sample::generator;
use super::{Cell, Shape};
use driftglass_core::report::Report;
use driftglass_core::series::Length;
use driftglass_core::windows::{Reference, WindowSettings};
use driftglass_core::{Chunk, TextColumn};
use rand_pcg::Pcg64;
use std::fmt;
use std::sync::Arc;

/// Rows of reference data.
const REFERENCE: usize = 1000;

/// Values of a data set up to which every repeat is done; of larger ones it is every fourth, because they take long.
pub const LARGE: usize = 30_000;

/// So many windows of so many rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Windows {
    /// How many there are.
    pub number: usize,
    /// Rows of each.
    pub rows: usize,
}

impl fmt::Display for Windows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.number, self.rows)
    }
}

/// So many columns, of these shapes in turn.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// How many there are.
    pub number: usize,
    /// What they are drawn from.
    pub shapes: &'static [Shape],
}

impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} × ", self.number)?;
        match self.shapes {
            [shape] => write!(f, "{shape}"),
            shapes => write!(f, "{} kinds", shapes.len()),
        }
    }
}

impl Columns {
    fn shapes(self) -> impl Iterator<Item = Shape> {
        self.shapes.iter().copied().cycle().take(self.number)
    }

    fn draw(self, rows: usize, generator: &mut Pcg64) -> Chunk {
        chunk(self.shapes().map(|shape| shape.draw(rows, generator)))
    }

    fn purpose(self) -> u64 {
        self.shapes().fold(2, |purpose, shape| (31 * purpose + shape.number()) % (1 << 30))
    }
}

/// What is simulated: columns in which nothing changes, each in every cut.
#[derive(Debug, Clone)]
pub struct Unchanging {
    /// The columns of a data set, data set by data set.
    pub columns: Vec<Columns>,
    /// How each of them is cut.
    pub windows: Vec<Windows>,
    /// Repeats of each.
    pub repeats: u64,
}

impl Unchanging {
    /// How many reports have a change of any column: data set by data set, cut by cut.
    pub fn simulate(&self) -> Vec<Vec<Cell>> {
        let row = |&columns: &Columns| -> Vec<Cell> {
            self.windows.iter().map(|&windows| self.cell(columns, windows)).collect()
        };
        self.columns.iter().map(row).collect()
    }

    fn cell(&self, columns: Columns, windows: Windows) -> Cell {
        let is_large = columns.number * windows.number * windows.rows > LARGE;
        let [changed] = Cell::over(if is_large { self.repeats / 4 } else { self.repeats }, |repeat| {
            // Not of the rows, as the page says: windows of other lengths draw the same numbers.
            let generator = &mut generator(columns.purpose() + windows.number as u64, repeat);
            let draw = || columns.draw(windows.rows, generator);
            let current: Vec<Chunk> = std::iter::repeat_with(draw).take(windows.number).collect();
            // Changes are looked for in the current data alone: either reference must do, and the fixed one takes long.
            let is_fixed = columns.number == 1 && repeat.is_multiple_of(2);
            let reference = is_fixed.then(|| columns.draw(REFERENCE, generator));
            [!changes(reference, &current, windows, repeat).is_empty()]
        });
        changed
    }
}

/// The changes that the report of some windows has: the place of the column, and that of the first window after the change. Windows are
/// compared with the reference, or the last one with all others.
pub(super) fn changes(
    reference: Option<Chunk>,
    current: &[Chunk],
    windows: Windows,
    repeat: u64,
) -> Vec<(usize, usize)> {
    let others = Reference::First(windows.number as u32 - 1);
    let plan = plan(
        WindowSettings {
            every: Some(Length::Rows(windows.rows as u32)),
            reference: Some(if reference.is_some() { Reference::Fixed } else { others }),
            ..WindowSettings::default()
        },
        reference.is_some(),
    );
    let reference = reference.map(|chunk| Log::read(&[chunk], &plan));
    let report = Log::read(current, &plan).compare(reference.as_ref(), &plan, repeat);
    assert_eq!(report.windows.len(), windows.number, "windows are as they were drawn");
    found(&report)
}

fn found(report: &Report) -> Vec<(usize, usize)> {
    let timeline = report.timeline.as_ref().expect("the comparison is one over time");
    let place = |name: &str| name.parse().expect("columns are called by their place");
    timeline.changes.iter().map(|change| (place(&change.column), change.window as usize)).collect()
}

/// Columns side by side, each called by its place.
pub(super) fn chunk(columns: impl Iterator<Item = TextColumn>) -> Chunk {
    let named = columns.enumerate().map(|(place, cells)| (Arc::from(place.to_string()), cells));
    Chunk::new(named.collect())
}
