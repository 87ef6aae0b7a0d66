//! From a report to its files.

use divan::Bencher;

use crate::data;

#[divan::bench]
fn html(bencher: Bencher<'_, '_>) {
    let report = data::report();
    bencher.bench_local(|| driftglass_report::html(&report, None));
}

#[divan::bench]
fn json(bencher: Bencher<'_, '_>) {
    let report = data::report();
    bencher.bench_local(|| report.to_json());
}
