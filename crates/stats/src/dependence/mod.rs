//! Measures of how two columns hang together, their change from one sample to another, and how well a score tells the
//! two samples apart. They read rows with weights, since a sample of rows keeps copies as a count.

mod auc;
mod change;
mod pearson;
mod spearman;
mod table;

pub use auc::{FoldAuc, MeanAuc, fold_auc, mean_auc};
pub use change::{Correlation, correlation_change};
pub use pearson::weighted_pearson;
pub use spearman::{Ranked, weighted_spearman};
pub use table::{AssociationTable, TableChange, association_change};

/// What the rows of a sample count.
///
/// `count` is the number of copies of each row. `variance` is its part in the variance of a weighted sum: the count where copies are
/// observations of their own, as with columns of few levels, and its square where they are one observation that was
/// written several times (the sandwich estimator with the copies as a cluster: Liang and Zeger 1986).
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a> {
    /// The number of copies of each row.
    pub count: &'a [f64],
    /// The sum of squared weights of the independent observations among them.
    pub variance: &'a [f64],
}

impl Weights<'_> {
    /// How many independent observations would say as much as these rows do: (sum of counts)^2 / sum of variances (Kish 1965).
    pub fn effective(&self) -> f64 {
        let total: f64 = self.count.iter().sum();
        let variance: f64 = self.variance.iter().sum();
        if variance > 0.0 { total * total / variance } else { 0.0 }
    }
}
