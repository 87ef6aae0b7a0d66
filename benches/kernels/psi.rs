//! The population stability index over ten bins, and the bins.

use divan::Bencher;
use driftglass_benches::Side;
use driftglass_stats::{Bins, Smoothing};

use crate::data;

#[divan::bench]
fn psi(bencher: Bencher<'_, '_>) {
    let (reference, current) = (data::distribution(Side::Reference), data::distribution(Side::Current));
    bencher.bench_local(|| {
        let bins = Bins::quantile(&reference, &current, 10);
        driftglass_stats::psi(&bins.counts(&reference), &bins.counts(&current), Smoothing::default())
    });
}
