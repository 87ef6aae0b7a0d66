//! From two profiles to a report.

use divan::Bencher;
use driftglass_benches::Side;
use driftglass_core::policy::Policy;

use crate::data;

// One takes a third of a second.
#[divan::bench(sample_count = 10)]
fn profiles(bencher: Bencher<'_, '_>) {
    let (reference, current) = (data::profile(Side::Reference), data::profile(Side::Current));
    let policy = Policy::default();
    bencher.bench_local(|| driftglass_core::compare(&reference, &current, &policy));
}
