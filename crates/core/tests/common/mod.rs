//! Data made on the spot.

#![allow(dead_code, reason = "every test file takes its part of it")]

use driftglass_core::policy::Policy;
use driftglass_core::report::{Finding, FindingCode};
use driftglass_core::{Chunk, MissingTokens, Profile, Report, TextColumn, compare};
use std::sync::Arc;

/// The rows as one chunk.
pub(crate) fn chunk<const N: usize>(names: &[&str; N], rows: &[[String; N]]) -> Chunk {
    let columns = names.iter().enumerate().map(|(index, name)| {
        let mut column = TextColumn::default();
        for row in rows {
            column.push(&row[index]);
        }
        (Arc::from(*name), column)
    });
    Chunk::new(columns.collect())
}

/// The profile of the rows.
pub(crate) fn profile<const N: usize>(names: &[&str; N], rows: &[[String; N]]) -> Profile {
    let mut profile = Profile::new(MissingTokens::default());
    profile.observe(&chunk(names, rows));
    profile
}

/// The comparison under the default policy.
pub(crate) fn report(reference: &Profile, current: &Profile) -> Report {
    compare(reference, current, &Policy::default()).expect("the default policy names no column")
}

/// The first finding of a kind.
pub(crate) fn finding(report: &Report, code: FindingCode) -> Option<&Finding> {
    report.findings.iter().find(|finding| finding.code == code)
}

/// A small seeded generator: Steele, Lea and Flood (2014).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// From 0 to under 1.
    pub(crate) fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let first = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let second = (first ^ (first >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((second ^ (second >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Standard normal (Box and Muller 1958).
    pub(crate) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.uniform())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }
}
