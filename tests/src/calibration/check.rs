//! Which cells contradict the claim.

use super::{ALPHA, Design, FalseAlarms};

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
