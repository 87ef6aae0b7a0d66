//! Kolmogorov and Smirnov's test of two distributions.

use divan::Bencher;
use driftglass_benches::Side;

use crate::data;

#[divan::bench]
fn ks(bencher: Bencher<'_, '_>) {
    let (reference, current) = (data::distribution(Side::Reference), data::distribution(Side::Current));
    bencher.bench_local(|| driftglass_stats::ks(&driftglass_stats::Samples::new(&reference, &current)));
}
