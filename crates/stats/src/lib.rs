//! Two-sample tests, divergences, effect sizes and corrections: numbers in, numbers out.
//!
//! Throughout, x is the reference sample of n values and y the current sample of m values. A numeric
//! test reads [`Samples`], two [`Distribution`]s, a categorical one two slices of counts over the union of levels.
//! A test that its input does not allow returns [`Untestable`] with the reason; nothing here panics on data.

mod bins;
mod categorical;
mod change_point;
mod correction;
mod counts;
mod decimals;
mod dependence;
mod distribution;
mod divergence;
mod margins;
mod numeric;
mod order;
mod outcome;
mod permutation;
mod pooled;
mod samples;
mod small_matrix;
mod special;
mod sum;
mod summary;

pub use bins::{Bin, Bins};
pub use categorical::{
    Pooling, chi_square, chi_square_goodness_of_fit, chi_square_monte_carlo, cramers_v, fisher_exact, g_test,
    g_test_monte_carlo, pool_rare, sparse, z_test,
};
pub use change_point::{ChangePoint, change_point};
pub use correction::{benjamini_hochberg, bonferroni, holm};
pub use dependence::{
    AssociationTable, Correlation, FoldAuc, MeanAuc, Ranked, TableChange, Weights, association_change,
    correlation_change, fold_auc, mean_auc, weighted_pearson, weighted_spearman,
};
pub use distribution::Distribution;
pub use divergence::{
    PsiEffect, Smoothing, hellinger, jensen_shannon, jensen_shannon_nats, kl_divergence, l_infinity, psi,
    psi_contributions, psi_effect, psi_expected, total_variation,
};
pub use numeric::{
    anderson_darling, brown_forsythe, cramer_von_mises, energy, energy_distance, epps_singleton, ks,
    ks_within, kuiper, mann_whitney, t_test, wasserstein, wasserstein_distance, widest_gap,
};
pub use order::order;
pub use outcome::{Outcome, Untestable};
pub use permutation::{counts_permutation_p_value, permutation_p_value};
pub use samples::Samples;
pub use summary::{Summary, quantile, quantiles};
