//! Tail probabilities that stay accurate down to the smallest doubles.
//!
//! statrs gives the body of these distributions well, but takes `exp` of a difference of log-gammas: for
//! large parameters that cancels (1e-10 relative at 100 000 degrees of freedom, and growing with them), it
//! stops the continued fraction of the incomplete beta function after 140 terms, and its F tail computes
//! 1 - x, which is 0 when p is small. A drift report lives in exactly those corners, so the four tails that
//! it needs are written here around Loader's saddle-point form, which has no such cancellation.

mod beta;
mod gamma;
mod normal;
mod saddle_point;

pub(crate) use beta::{f_sf, student_t_two_sided};
pub(crate) use gamma::{chi_square_sf, gamma_sf};
pub(crate) use normal::{normal_quantile, normal_two_sided};
pub(crate) use saddle_point::{binomial_pmf, deviance, hypergeometric_pmf};
