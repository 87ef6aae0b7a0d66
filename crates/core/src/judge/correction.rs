//! Adjusting p-values for one another.

use crate::policy::Correction;
use driftglass_stats::{benjamini_hochberg, bonferroni, holm};

/// A family of p-values, adjusted.
pub(crate) fn correct(family: Vec<f64>, correction: Correction) -> Vec<f64> {
    match correction {
        Correction::Bh => benjamini_hochberg(&family),
        Correction::Holm => holm(&family),
        Correction::Bonferroni => bonferroni(&family),
        Correction::None => family,
    }
}
