//! Whether the share of missing values changed.

use super::summary::Rows;
use driftglass_stats::{PsiEffect, Smoothing, fisher_exact, psi_effect};

/// The test of missing against present on both sides, and how large the change is.
pub(super) struct MissingEvidence {
    pub(super) p_value: f64,
    pub(super) effect: PsiEffect,
}

/// The confidence of every interval in the report.
pub(super) const CONFIDENCE: f64 = 0.95;

/// Nothing where no value is missing on either side: there is no question to ask, and it should not weigh on the others.
pub(super) fn test(reference: Rows, current: Rows) -> Option<MissingEvidence> {
    if reference.missing + current.missing == 0 {
        return None;
    }
    let split = |rows: Rows| [rows.missing, rows.count - rows.missing];
    let (reference, current) = (split(reference), split(current));
    let outcome = fisher_exact(&reference, &current);
    let effect = psi_effect(&reference, &current, Smoothing::HalfCount, CONFIDENCE).ok()?;
    Some(MissingEvidence { p_value: outcome.ok()?.p_value?, effect })
}
