//! Drawn values as a user's data set of one column.

use driftglass_core::policy::{Policy, Preset};
use driftglass_core::report::ColumnReport;
use driftglass_core::{Chunk, MissingTokens, Profile, TextColumn, compare};
use rand_pcg::Pcg64;
use rand_pcg::rand_core::SeedableRng;
use std::sync::Arc;

/// The generator of one repeat.
pub(super) fn generator(purpose: u64, repeat: u64) -> Pcg64 {
    Pcg64::seed_from_u64((purpose << 32) | repeat)
}

/// The profile of a data set that has this one column.
pub(super) fn profile(column: TextColumn) -> Profile {
    let mut profile = Profile::new(MissingTokens::default());
    profile.observe(&Chunk::new(vec![(Arc::from("value"), column)]));
    profile
}

/// The report's only column. The seed is the repeat's, so that Monte Carlo errors are independent too.
pub(super) fn compare_column(
    reference: &Profile,
    current: &Profile,
    preset: Preset,
    repeat: u64,
) -> ColumnReport {
    let mut policy = Policy::of_preset(preset);
    policy.seed = repeat;
    let report = compare(reference, current, &policy).expect("a preset fits every column");
    report.columns.into_iter().next().expect("the data set has one column")
}
