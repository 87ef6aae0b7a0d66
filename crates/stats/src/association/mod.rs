//! Dependence between two columns, how it changed between the samples, and how well a score separates them.

mod auc;
mod contingency;
mod pearson;
mod spearman;

pub use auc::{Auc, auc};
pub use contingency::{contingency_v, contingency_v_change};
pub use pearson::{pearson, pearson_change};
pub use spearman::{spearman, spearman_change};
