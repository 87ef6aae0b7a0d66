//! The verdict in words: one sentence, and what it means under the policy.

use crate::format::number::{count, percent, setting};
use crate::format::text::{plain, plural, shorten};
use driftglass_core::Report;
use driftglass_core::report::{FindingCode, Validation, Verdict};

/// So many columns are named; of more than that, the strongest.
const NAMED: usize = 3;

/// The verdict in one sentence: `1 of 15 columns drifted: age.`
pub fn headline(report: &Report) -> String {
    plain(&Headline::new(report).sentence())
}

/// What the headline means for the data set under the policy:
/// `Not enough to call the data set drifted: the limit is 50 % of columns.`
pub fn meaning(report: &Report) -> String {
    plain(&Headline::new(report).meaning)
}

/// The headline in parts, so that the page can set names apart from words.
pub(crate) struct Headline {
    /// Up to the names.
    pub(crate) lead: String,
    /// The columns that it names, each at most 40 characters long and harmless.
    pub(crate) names: Vec<String>,
    /// The sentence after it.
    pub(crate) meaning: String,
}

impl Headline {
    fn sentence(&self) -> String {
        let names = match self.names.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        };
        format!("{}{names}.", self.lead)
    }

    pub(crate) fn new(report: &Report) -> Self {
        match &report.validation {
            Some(validation) if validation.is_broken() => Self::of_broken(report, *validation),
            _ => Self::of_drift(report),
        }
    }

    /// What the current data break comes first, and drift after it.
    fn of_broken(report: &Report, validation: Validation) -> Self {
        let Validation { expectations, broken } = validation;
        let mut columns: Vec<&str> = report
            .findings
            .iter()
            .filter(|finding| finding.code == FindingCode::ExpectationBroken)
            .filter_map(|finding| finding.column.as_deref())
            .collect();
        columns.dedup();
        let before = match columns.len() {
            0 => "",
            1..=NAMED => ": ",
            _ => ", among them ",
        };
        let drift = Self::of_drift(report);
        Self {
            lead: format!(
                "The current data break {} of {}{before}",
                count(broken),
                plural(expectations, "expectation")
            ),
            names: columns.into_iter().take(NAMED).map(|name| shorten(name, 40)).collect(),
            meaning: format!("Drift comes after that. {} {}", drift.sentence(), drift.meaning),
        }
    }

    fn of_drift(report: &Report) -> Self {
        let summary = &report.summary;
        let names = report
            .columns
            .iter()
            .filter(|column| column.drifted)
            .take(NAMED)
            .map(|column| shorten(&column.name, 40))
            .collect::<Vec<_>>();
        let tested = if summary.by_status.untested > 0 { "tested column" } else { "column" };
        let lead = match (summary.drifted, summary.tested) {
            (_, 0) => "No column could be tested".to_owned(),
            (0, 1) => format!("The one {tested} did not drift"),
            (0, n) => format!("None of {} drifted", plural(n, tested)),
            (_, 1) => format!("The one {tested} drifted: "),
            (k, n) if k == n => format!("All {} drifted{}", plural(n, tested), before_names(k)),
            (k, n) => format!("{k} of {} drifted{}", plural(n, tested), before_names(k)),
        };
        Self { lead, names, meaning: meaning_of(report) }
    }
}

fn before_names(columns: u64) -> &'static str {
    if columns as usize > NAMED { ", most of all " } else { ": " }
}

fn meaning_of(report: &Report) -> String {
    let summary = &report.summary;
    let limit = report.policy.drift_share.get().map(percent);
    let data = match (summary.verdict, summary.tested, summary.drifted, limit) {
        (_, 0, ..) => return "So there is no verdict; every column says why it was left out.".to_owned(),
        (Verdict::Drifted, _, _, Some(limit)) => {
            let share = summary.share.get().map_or_else(|| setting(summary.share), percent);
            format!("The data set drifted: {share} of columns did, and the limit is {limit}.")
        }
        (Verdict::Drifted, ..) => "The data set drifted.".to_owned(),
        (Verdict::Stable, _, 0, _) => "The data set is stable.".to_owned(),
        (Verdict::Stable, _, _, Some(limit)) => {
            format!("Not enough to call the data set drifted: the limit is {limit} of columns.")
        }
        (Verdict::Stable, ..) => "Not enough to call the data set drifted.".to_owned(),
    };
    let more = if summary.drifted > 0 { " more" } else { "" };
    match summary.by_status.slight {
        0 => data,
        1 => format!("{data} 1{more} column changed, too little to matter."),
        n => format!("{data} {}{more} columns changed, too little to matter.", count(n)),
    }
}
