//! Which cells contradict the claim.

use super::{ALPHA, Cell, Design, FalseAlarms, Unchanging};

/// The chance that the check finds anything at all although every cell holds its rate.
const FALSE_FINDINGS: f64 = 0.01;

/// The cells whose p-values are under alpha too often for chance (or, for continuous data, too seldom), in words.
/// Each of the cells is tested at its part of the whole chance of a false finding (Bonferroni).
pub fn departures(design: &Design, counts: &FalseAlarms) -> Vec<String> {
    let limit = FALSE_FINDINGS / (2 * design.shapes.len() * design.sizes.len()) as f64;
    let mut found = Vec::new();
    for (i, shape) in design.shapes.iter().enumerate() {
        for (size, rates) in design.sizes.iter().zip(counts.of(i, 0)) {
            let cell = rates.significant;
            let too_many = cell.surplus(ALPHA) < limit;
            let too_few = shape.is_continuous() && cell.deficit(ALPHA) < limit;
            if too_many || too_few {
                let reference = design.reference;
                found.push(format!(
                    "{shape}, {reference} against {size} rows: {} of {} p-values are under {ALPHA}",
                    cell.hits, cell.repeats
                ));
            }
        }
    }
    found
}

/// The cells in which reports have a change too often for chance although nothing changes, in words; tested as [`departures`] are.
pub fn alarms(design: &Unchanging, changed: &[Vec<Cell>]) -> Vec<String> {
    let limit = FALSE_FINDINGS / (design.columns.len() * design.windows.len()) as f64;
    let mut found = Vec::new();
    for (columns, cells) in design.columns.iter().zip(changed) {
        for (windows, cell) in design.windows.iter().zip(cells) {
            if cell.surplus(ALPHA) < limit {
                found.push(format!(
                    "{columns}, windows {windows}: {} of {} reports have a change",
                    cell.hits, cell.repeats
                ));
            }
        }
    }
    found
}
