//! Numbers put in order.

use divan::Bencher;
use driftglass_benches::Side;

use crate::data;

#[divan::bench]
fn profile(bencher: Bencher<'_, '_>) {
    let mut chunks = Vec::new();
    data::chunks(&data::bytes(Side::Reference), &mut |chunk| chunks.push(chunk));
    bencher.with_inputs(|| data::unsettled(&chunks)).bench_local_refs(driftglass_core::Profile::settle);
}
