//! Two-sample tests, divergences, effect sizes and corrections: numbers in, numbers out.
//!
//! Throughout, x is the reference sample of n values and y the current sample of m values. A numeric
//! test reads two [`Distribution`]s, a categorical one two slices of counts over the union of levels.
//! A test that its input does not allow returns [`Untestable`] with the reason; nothing here panics on data.

mod bins;
mod categorical;
mod correction;
mod distribution;
mod divergence;
mod numeric;
mod outcome;
mod pooled;
mod special;
mod sum;
mod summary;

pub use bins::{Bin, Bins};
pub use categorical::{
    Pooling, chi_square, chi_square_goodness_of_fit, cramers_v, fisher_exact, g_test, pool_rare, sparse,
    z_test,
};
pub use correction::{benjamini_hochberg, bonferroni, holm};
pub use distribution::Distribution;
pub use divergence::{
    PsiEffect, Smoothing, hellinger, jensen_shannon, jensen_shannon_nats, kl_divergence, l_infinity, psi,
    psi_contributions, psi_effect, psi_expected, total_variation,
};
pub use numeric::{
    brown_forsythe, energy, energy_distance, ks, kuiper, mann_whitney, t_test, wasserstein,
    wasserstein_distance,
};
pub use outcome::{Outcome, Untestable};
pub use summary::{Summary, quantile, quantiles};
