//! Methods on counts over the union of levels.

mod chi_square;
mod cramers_v;
mod fisher_exact;
mod g_test;
mod monte_carlo;
mod pooling;
mod table;
mod z_test;

pub use chi_square::{chi_square, chi_square_goodness_of_fit};
pub(crate) use cramers_v::bias_corrected_v;
pub use cramers_v::cramers_v;
pub use fisher_exact::fisher_exact;
pub use g_test::g_test;
pub use monte_carlo::{chi_square_monte_carlo, g_test_monte_carlo};
pub use pooling::{Pooling, pool_rare};
pub use table::sparse;
pub use z_test::z_test;
