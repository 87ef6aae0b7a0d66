//! From bytes of CSV to chunks.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use driftglass_benches::Side;

use crate::data;

#[divan::bench]
fn csv(bencher: Bencher<'_, '_>) {
    let bytes = data::bytes(Side::Reference);
    bencher.counter(BytesCount::of_slice(&bytes)).bench_local(|| {
        data::chunks(&bytes, &mut |chunk| {
            black_box(chunk);
        });
    });
}
