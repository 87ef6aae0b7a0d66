//! Methods on numeric samples.

mod brown_forsythe;
mod energy;
mod kolmogorov;
mod ks;
mod kuiper;
mod lattice;
mod mann_whitney;
mod t_test;
mod wasserstein;

pub use brown_forsythe::brown_forsythe;
pub use energy::{energy, energy_distance};
pub use ks::ks;
pub use kuiper::kuiper;
pub use mann_whitney::mann_whitney;
pub use t_test::t_test;
pub use wasserstein::{wasserstein, wasserstein_distance};
