//! The tails and quantiles of the standard normal distribution.

use std::f64::consts::SQRT_2;

/// P(abs(Z) >= abs(z)).
pub(crate) fn normal_two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() / SQRT_2)
}

/// The z with P(Z <= z) = p.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    -SQRT_2 * statrs::function::erf::erfc_inv(2.0 * p)
}
