//! From chunks to a profile.

use divan::Bencher;
use divan::counter::ItemsCount;
use driftglass_benches::Side;

use crate::data;

#[divan::bench]
fn chunks(bencher: Bencher<'_, '_>) {
    let mut chunks = Vec::new();
    data::chunks(&data::bytes(Side::Reference), &mut |chunk| chunks.push(chunk));
    let rows: usize = chunks.iter().map(driftglass_core::Chunk::rows).sum();
    bencher.counter(ItemsCount::new(rows)).bench_local(|| data::unsettled(&chunks));
}
