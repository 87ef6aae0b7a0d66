//! Drawn values as a user's data set in the order of time, cut into windows.

use driftglass_core::policy::{Policy, Rule, Settings};
use driftglass_core::series::Series;
use driftglass_core::windows::{OverTime, Plan, WindowSettings, compare_over_time};
use driftglass_core::{Chunk, Memory, MissingTokens, Profile, Report, Role, Sequential};

/// The column that says when a row was made, where windows are of time.
pub(super) const TIME: &str = "time";

/// What the settings mean.
pub(super) fn plan(asked: WindowSettings, has_reference: bool) -> Plan {
    let plan = asked.plan(Some(TIME), has_reference);
    plan.expect("the settings fit each other").expect("windows are asked for")
}

/// A data set that was read.
pub(super) struct Log {
    series: Series,
    whole: Profile,
}

impl Log {
    /// Of chunks in the order of the file.
    pub(super) fn read(chunks: &[Chunk], plan: &Plan) -> Self {
        let cut = plan.cut(chunks.iter().map(|chunk| chunk.rows() as u64).sum());
        let mut series = Series::new(cut.clone(), MissingTokens::default(), Memory::UNBOUNDED);
        for chunk in chunks {
            let places = cut.places(chunk, series.rows_before());
            series.observe(chunk, &places);
            series.pass(&places);
        }
        let series = series.finish().expect("the data can be cut");
        Self { whole: series.whole(&Sequential), series }
    }

    /// The report of its windows. The seed is the repeat's, so that Monte Carlo errors are independent too.
    pub(super) fn compare(&self, reference: Option<&Self>, plan: &Plan, repeat: u64) -> Report {
        let data = OverTime {
            reference: reference.map(|log| &log.whole),
            reference_series: reference.map(|log| &log.series),
            current: &self.whole,
            series: &self.series,
        };
        let policy = policy(self.whole.column(TIME).is_some(), repeat);
        compare_over_time(&data, plan, &policy, &Sequential).expect("windows can be compared")
    }
}

fn policy(is_timed: bool, repeat: u64) -> Policy {
    let mut rule = Rule::for_columns(TIME);
    rule.role = Some(Role::Timestamp);
    let rules = if is_timed { vec![rule] } else { Vec::new() };
    let mut policy = Settings { rules, ..Settings::default() }.policy().expect("the rule is sound");
    policy.seed = repeat;
    policy
}
