//! Association of two columns of levels, and whether it changed.

use crate::Untestable;
use crate::categorical::bias_corrected_v;
use crate::special::chi_square_sf;

/// Rounds of proportional fitting at the most; it converges within a few dozen.
const ROUNDS: usize = 200;

/// A fitted margin this close, relatively, is fitted.
const CLOSE: f64 = 1e-9;

/// The expected count below which a cell is left out of the test of change.
const LEAST_EXPECTED: f64 = 1.0;

/// Counts of the pairs of levels of two columns, row by row. Counts may be fractions where rows stand for fewer observations.
#[derive(Debug, Clone)]
pub struct AssociationTable {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

/// The association in both samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TableChange {
    /// Bias-corrected Cramér's V in the reference.
    pub reference: f64,
    /// The same in the current sample.
    pub current: f64,
    /// The p-value of no change in the odds ratios.
    pub p_value: f64,
}

impl AssociationTable {
    /// A table of zeros.
    pub fn new(rows: usize, columns: usize) -> Self {
        Self { rows, columns, cells: vec![0.0; rows * columns] }
    }

    /// Adds to a cell.
    pub fn add(&mut self, row: usize, column: usize, count: f64) {
        self.cells[row * self.columns + column] += count;
    }

    /// Every count times a factor.
    #[must_use]
    pub fn scaled(mut self, factor: f64) -> Self {
        self.cells.iter_mut().for_each(|cell| *cell *= factor);
        self
    }

    fn total(&self) -> f64 {
        self.cells.iter().sum()
    }

    fn margins(&self) -> (Vec<f64>, Vec<f64>) {
        let (mut rows, mut columns) = (vec![0.0; self.rows], vec![0.0; self.columns]);
        for (place, cell) in self.cells.iter().enumerate() {
            rows[place / self.columns] += cell;
            columns[place % self.columns] += cell;
        }
        (rows, columns)
    }

    /// Bergsma's V (2013) over the levels that occur; untestable where a column has but one.
    fn v(&self) -> Result<f64, Untestable> {
        let (rows, columns) = self.margins();
        let total = self.total();
        let occurring = |margin: &[f64]| margin.iter().filter(|count| **count > 0.0).count();
        if total <= 1.0 {
            return Err(Untestable::Empty);
        }
        if occurring(&rows) < 2 || occurring(&columns) < 2 {
            return Err(Untestable::Constant);
        }
        let mut chi_square = 0.0;
        for (place, cell) in self.cells.iter().enumerate() {
            let expected = rows[place / self.columns] * columns[place % self.columns] / total;
            if expected > 0.0 {
                chi_square += (cell - expected) * (cell - expected) / expected;
            }
        }
        Ok(bias_corrected_v(chi_square, occurring(&rows) as f64, occurring(&columns) as f64, total))
    }
}

/// Bias-corrected Cramér's V (Bergsma 2013) in both samples, and the p-value of no change in association: Pearson's chi-square of
/// the log-linear model without three-way interaction, fitted by proportional fitting (Deming and Stephan 1940; Bartlett 1935),
/// which lets both columns drift as they like as long as their odds ratios stay.
///
/// Cells that would be expected less than once in the smaller sample are left out, by their count in both samples together, which
/// does not depend on how the two differ. Untestable: a column with one level in a sample; no odds ratio that both samples have.
pub fn association_change(
    reference: &AssociationTable,
    current: &AssociationTable,
) -> Result<TableChange, Untestable> {
    let (before, after) = (reference.v()?, current.v()?);
    let shares =
        [reference.total(), current.total()].map(|total| total / (reference.total() + current.total()));
    let smaller = shares[0].min(shares[1]);
    let kept: Vec<bool> = reference
        .cells
        .iter()
        .zip(&current.cells)
        .map(|(x, y)| (x + y) * smaller >= LEAST_EXPECTED)
        .collect();
    let freedom = freedom(&kept, reference.rows, reference.columns);
    if freedom == 0 {
        return Err(Untestable::Degenerate { what: "too few pairs of levels occur in both samples" });
    }
    let only = |table: &AssociationTable| AssociationTable {
        cells: table.cells.iter().zip(&kept).map(|(cell, kept)| if *kept { *cell } else { 0.0 }).collect(),
        ..*table
    };
    let observed = [only(reference), only(current)];
    let fitted = fit(&observed, &kept);
    let mut chi_square = 0.0;
    for (observed, fitted) in observed.iter().zip(&fitted) {
        for (cell, expected) in observed.cells.iter().zip(&fitted.cells) {
            if *expected > 0.0 {
                chi_square += (cell - expected) * (cell - expected) / expected;
            }
        }
    }
    Ok(TableChange { reference: before, current: after, p_value: chi_square_sf(chi_square, freedom as f64) })
}

/// Kept cells, less the parameters that describe them: rows plus columns, less the number of parts that share neither.
fn freedom(kept: &[bool], rows: usize, columns: usize) -> usize {
    // Each row and column starts as a part of its own; a kept cell joins its row's and its column's.
    let mut part: Vec<usize> = (0..rows + columns).collect();
    let mut used = vec![false; rows + columns];
    for place in (0..kept.len()).filter(|&place| kept[place]) {
        let (row, column) = (place / columns, rows + place % columns);
        (used[row], used[column]) = (true, true);
        let (from, to) = (part[column], part[row]);
        part.iter_mut().filter(|part| **part == from).for_each(|part| *part = to);
    }
    let lines = used.iter().filter(|used| **used).count();
    let mut parts: Vec<usize> = (0..part.len()).filter(|&line| used[line]).map(|line| part[line]).collect();
    parts.sort_unstable();
    parts.dedup();
    // A part of so many lines is held together by one cell less at the least, so this is never below 0.
    kept.iter().filter(|kept| **kept).count() + parts.len() - lines
}

/// The counts that the model expects: the three two-way margins are those observed.
fn fit(observed: &[AssociationTable; 2], kept: &[bool]) -> [AssociationTable; 2] {
    let mut fitted = observed.clone();
    for table in &mut fitted {
        table.cells = kept.iter().map(|kept| f64::from(u8::from(*kept))).collect();
    }
    let targets = [0, 1].map(|side| observed[side].margins());
    for _ in 0..ROUNDS {
        let mut worst = 0.0_f64;
        let mut factor = |target: f64, now: f64| {
            if now > 0.0 {
                worst = worst.max((target / now - 1.0).abs());
                target / now
            } else {
                0.0
            }
        };
        for place in 0..kept.len() {
            let target = observed[0].cells[place] + observed[1].cells[place];
            let factor = factor(target, fitted[0].cells[place] + fitted[1].cells[place]);
            for table in &mut fitted {
                table.cells[place] *= factor;
            }
        }
        for (table, (rows, _)) in fitted.iter_mut().zip(&targets) {
            let factors: Vec<f64> =
                rows.iter().zip(table.margins().0).map(|(&t, now)| factor(t, now)).collect();
            (0..kept.len()).for_each(|place| table.cells[place] *= factors[place / table.columns]);
        }
        for (table, (_, columns)) in fitted.iter_mut().zip(&targets) {
            let factors: Vec<f64> =
                columns.iter().zip(table.margins().1).map(|(&t, now)| factor(t, now)).collect();
            (0..kept.len()).for_each(|place| table.cells[place] *= factors[place % table.columns]);
        }
        if worst < CLOSE {
            break;
        }
    }
    fitted
}
