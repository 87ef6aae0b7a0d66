//! How far two sets of shares are apart, on bins or levels.

mod hellinger;
mod jensen_shannon;
mod kl_divergence;
mod l_infinity;
mod psi;
mod shares;
mod total_variation;

pub use hellinger::hellinger;
pub use jensen_shannon::{jensen_shannon, jensen_shannon_nats};
pub use kl_divergence::kl_divergence;
pub use l_infinity::l_infinity;
pub use psi::{PsiEffect, psi, psi_contributions, psi_effect, psi_expected};
pub use shares::Smoothing;
pub use total_variation::total_variation;
