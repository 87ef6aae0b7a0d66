//! Methods on numeric samples.

mod anderson_darling;
mod brown_forsythe;
mod cramer_von_mises;
mod energy;
mod epps_singleton;
mod kolmogorov;
mod ks;
mod kuiper;
mod lattice;
mod mann_whitney;
mod quadratic_form;
mod t_test;
mod tied_bridge;
mod wasserstein;

pub use anderson_darling::anderson_darling;
pub use brown_forsythe::brown_forsythe;
pub use cramer_von_mises::cramer_von_mises;
pub use energy::{energy, energy_distance};
pub use epps_singleton::epps_singleton;
pub use ks::{ks, ks_within, widest_gap};
pub use kuiper::kuiper;
pub use mann_whitney::mann_whitney;
pub use t_test::t_test;
pub use wasserstein::{wasserstein, wasserstein_distance};
