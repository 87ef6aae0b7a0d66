//! What the reader should know beside drift.

use super::nature::Nature;
use super::summary::Rows;
use super::values::{LevelTable, Values};
use crate::label::{self, quote};
use crate::profile::{Line, Profile};
use crate::report::{Finding, FindingCode, Severity};
use crate::{ColumnType, Role};

/// Rows under which a sample can show only the largest of changes.
pub(super) const FEW_ROWS: u64 = 30;

pub(super) const SIDES: [&str; 2] = ["the reference", "the current data"];

/// What the readers found, and data sets too small to tell.
pub(super) fn of_data(reference: &Profile, current: &Profile) -> Vec<Finding> {
    let mut findings: Vec<Finding> = reference.findings.iter().chain(&current.findings).cloned().collect();
    for (side, profile) in SIDES.iter().zip([reference, current]) {
        if profile.rows() < FEW_ROWS {
            let rows = profile.rows();
            findings.push(Finding {
                code: FindingCode::TooFewRows,
                severity: Severity::Warning,
                column: None,
                message: format!("{side} has only {rows} rows: only a very large change can show"),
            });
        }
    }
    findings
}

/// What there is to say of one column.
pub(super) fn of_column(
    name: &str,
    nature: &Nature,
    values: &Values<'_>,
    rows: [Rows; 2],
    found: [bool; 2],
    profiles: [&Profile; 2],
    constant: bool,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |code, severity, message| {
        findings.push(Finding { code, severity, column: Some(name.to_owned()), message });
    };
    match found {
        [true, false] => {
            add(
                FindingCode::ColumnRemoved,
                Severity::Error,
                format!("{} has no such column", file(profiles[1], 1)),
            );
            return findings;
        }
        [false, true] => {
            add(
                FindingCode::ColumnAdded,
                Severity::Warning,
                format!("{} has no such column", file(profiles[0], 0)),
            );
            return findings;
        }
        _ => {}
    }
    if let Some([before, after]) = nature.changed {
        add(
            FindingCode::TypeChanged,
            Severity::Error,
            format!(
                "looks {} in the reference and {} in the current data; compared as {}",
                before.name(),
                after.name(),
                nature.kind.name()
            ),
        );
    }
    if let Some(reading) = nature.reading {
        add(FindingCode::Other, Severity::Info, reading.to_owned());
    }
    for side in [0, 1] {
        if rows[side].count > 0 && rows[side].missing == rows[side].count {
            add(
                FindingCode::AllMissing,
                Severity::Warning,
                format!("{} has no value in any row", SIDES[side]),
            );
        }
    }
    match values {
        Values::Line(lines) => {
            for side in [0, 1] {
                if let Some(message) = junk(&lines[side], side, nature) {
                    add(FindingCode::Junk, Severity::Warning, message);
                }
            }
            // That time goes on is no news.
            if nature.role != Role::Id
                && !values.are_apart_in_time(nature.kind)
                && let Some(message) = out_of_range(lines, nature)
            {
                add(FindingCode::OutOfRange, Severity::Info, message);
            }
        }
        Values::Levels(table) if nature.role != Role::Id => {
            for (code, side, what) in
                [(FindingCode::NewValues, 1, "new"), (FindingCode::VanishedValues, 0, "vanished")]
            {
                if let Some(message) = one_sided(table, side, what) {
                    add(code, Severity::Info, message);
                }
            }
        }
        Values::Levels(_) => {}
    }
    if nature.role == Role::Id {
        add(
            FindingCode::Identifier,
            Severity::Info,
            "its values name rows: an identifier, set aside".to_owned(),
        );
    } else if constant && values.totals() != [0, 0] {
        add(FindingCode::Constant, Severity::Info, "holds one and the same value on both sides".to_owned());
    }
    findings
}

fn file(profile: &Profile, side: usize) -> &str {
    if profile.source.name.is_empty() { SIDES[side] } else { &profile.source.name }
}

fn junk(line: &Line<'_>, side: usize, nature: &Nature) -> Option<String> {
    let count: u64 = line.junk.values().sum();
    let total = count + line.distribution.total();
    let what = nature.kind.plural();
    (count > 0).then(|| {
        format!(
            "{count} of {total} values in {} are not {what} and were left out: {}",
            SIDES[side],
            quote(line.junk.iter().map(|(text, count)| (text.as_str(), *count)).collect())
        )
    })
}

fn out_of_range(lines: &[Line<'_>; 2], nature: &Nature) -> Option<String> {
    let reference = &lines[0].distribution;
    let (least, greatest) = (*reference.values().first()?, *reference.values().last()?);
    let current = &lines[1].distribution;
    let count = |beyond: &dyn Fn(f64) -> bool| {
        current.pairs().filter(|(value, _)| beyond(*value)).map(|(_, count)| count).sum::<u64>()
    };
    let below = count(&|value| value < least);
    let above = count(&|value| value > greatest);
    let part = |count: u64, side: &str, limit: f64, extreme: Option<&f64>| {
        extreme.filter(|_| count > 0).map(|extreme| {
            format!(
                "{count} {side} {} (to {})",
                label::value(limit, nature.kind),
                label::value(*extreme, nature.kind)
            )
        })
    };
    let parts: Vec<String> = [
        part(below, "below", least, current.values().first()),
        part(above, "above", greatest, current.values().last()),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| {
        let share = label::percent((below + above) as f64 / current.total() as f64);
        let what = if nature.kind == ColumnType::Text { "lengths" } else { "values" };
        format!("{share} of current {what} are outside the reference's range: {}", parts.join(", "))
    })
}

fn one_sided(table: &LevelTable, side: usize, what: &str) -> Option<String> {
    let only: Vec<(&str, u64)> = table
        .labels
        .iter()
        .enumerate()
        .take(table.named().len())
        .filter(|(level, _)| table.counts[1 - side][*level] == 0)
        .map(|(level, label)| (label.as_str(), table.counts[side][level]))
        .collect();
    let total: u64 = table.counts[side].iter().sum();
    let other: u64 = table.counts[1 - side].iter().sum();
    if only.is_empty() || total == 0 || other == 0 {
        return None;
    }
    let share = label::percent(only.iter().map(|(_, count)| count).sum::<u64>() as f64 / total as f64);
    let levels = if only.len() == 1 { "level" } else { "levels" };
    Some(format!("{} {what} {levels}, {share} of {}: {}", only.len(), SIDES[side], quote(only)))
}
