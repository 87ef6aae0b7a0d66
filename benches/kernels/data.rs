//! What the steps are given: two tables of 10 000 rows and 25 columns, as far as the step before brings them.

use driftglass_benches::{Side, Table};
use driftglass_core::policy::Policy;
use driftglass_core::{Chunk, MissingTokens, Profile, Report, compare};
use driftglass_data::{Input, ReadOptions, read};
use driftglass_stats::Distribution;

const ROWS: u64 = 10_000;
const COLUMNS: usize = 25;

pub(crate) fn bytes(side: Side) -> Vec<u8> {
    Table::new(ROWS, COLUMNS).bytes(side)
}

pub(crate) fn chunks(bytes: &[u8], on_chunk: &mut dyn FnMut(Chunk)) {
    read("table.csv", Input::stream(bytes), &ReadOptions::default(), on_chunk).expect("the table is sound");
}

/// A profile whose numbers are in the order in which they came.
pub(crate) fn unsettled(chunks: &[Chunk]) -> Profile {
    let mut profile = Profile::new(MissingTokens::default());
    for chunk in chunks {
        profile.observe(chunk);
    }
    profile
}

pub(crate) fn profile(side: Side) -> Profile {
    let mut profile = Profile::new(MissingTokens::default());
    chunks(&bytes(side), &mut |chunk| profile.observe(&chunk));
    profile.settle();
    profile
}

pub(crate) fn report() -> Report {
    compare(&profile(Side::Reference), &profile(Side::Current), &Policy::default())
        .expect("the default policy fits every column")
}

/// The numbers of a table's first column.
pub(crate) fn distribution(side: Side) -> Distribution {
    let bytes = bytes(side);
    let text = String::from_utf8(bytes).expect("the table is text");
    let first = text.lines().skip(1).filter_map(|line| line.split(',').next()?.parse().ok());
    Distribution::from_values(first)
}
