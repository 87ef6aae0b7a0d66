//! Data held against a schema.

use super::{ColumnSchema, Schema};
use crate::label::{self, percent, quote};
use crate::profile::{ColumnProfile, level};
use crate::report::{Finding, FindingCode, Report, Severity, Validation};
use crate::{ColumnType, Profile};
use std::collections::{BTreeMap, BTreeSet};

/// What came of holding data against a schema.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// Expectations that were looked at.
    pub expectations: u64,
    /// What the data break, in the order of the schema.
    pub broken: Vec<Finding>,
    /// What cannot be told of the data.
    pub untold: Vec<Finding>,
}

impl Held {
    /// An expectation that these data cannot be held to.
    fn cannot_tell(&mut self, column: &str, what: &str) {
        self.untold.push(Finding {
            code: FindingCode::ExpectationUntold,
            severity: Severity::Warning,
            column: Some(column.to_owned()),
            message: format!("the schema asks what cannot be told, {what}"),
        });
    }

    /// One expectation, and what breaks it.
    fn expect(&mut self, column: Option<&str>, broken: Option<String>) {
        self.expectations += 1;
        self.broken.extend(broken.map(|message| Finding {
            code: FindingCode::ExpectationBroken,
            severity: Severity::Error,
            column: column.map(str::to_owned),
            message,
        }));
    }
}

impl Report {
    /// The report with what its current data break of a schema: first among the findings.
    #[must_use]
    pub fn validated(mut self, held: Held) -> Self {
        self.validation =
            Some(Validation { expectations: held.expectations, broken: held.broken.len() as u64 });
        self.findings.splice(0..0, held.broken.into_iter().chain(held.untold));
        self
    }
}

impl Schema {
    /// Holds data against the schema.
    pub fn check(&self, data: &Profile) -> Held {
        let mut held = Held::default();
        let rows = data.rows();
        if let Some(min) = self.rows.min {
            held.expect(None, (rows < min).then(|| format!("{rows} rows, and at least {min} are expected")));
        }
        if let Some(max) = self.rows.max {
            held.expect(None, (rows > max).then(|| format!("{rows} rows, and at most {max} are expected")));
        }
        for expected in &self.columns {
            match data.column(&expected.name) {
                Some(column) => check_column(expected, column, data, &mut held),
                None if expected.required => {
                    held.expect(
                        Some(&expected.name),
                        Some("the column is required and is not there".to_owned()),
                    );
                }
                None => {}
            }
        }
        if !self.other_columns {
            let known: BTreeSet<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
            let others = data.columns().map(|(name, _)| name).filter(|name| !known.contains(name));
            let others: Vec<String> = others.map(|name| format!("\"{name}\"")).collect();
            let broken = || format!("columns that the schema does not have: {}", others.join(", "));
            held.expect(None, (!others.is_empty()).then(broken));
        }
        held
    }
}

fn check_column(expected: &ColumnSchema, column: &ColumnProfile, data: &Profile, held: &mut Held) {
    let mut expect = |broken| held.expect(Some(&expected.name), broken);
    if expected.required {
        expect(None);
    }
    if let Some(kind) = expected.kind {
        expect(of_another_type(column, kind));
    }
    if let Some(min) = expected.min {
        expect(outside(column, "under", min, |value| value < min, |(least, _)| least));
    }
    if let Some(max) = expected.max {
        expect(outside(column, "over", max, |value| value > max, |(_, greatest)| greatest));
    }
    if let Some(levels) = &expected.levels {
        expect(not_allowed(column, levels));
    }
    if let Some(most) = expected.missing {
        let share = data.missing(column) as f64 / data.rows().max(1) as f64;
        let broken = || format!("{} of values are missing, and {} may be", percent(share), percent(most));
        expect((share > most).then(broken));
    }
    if expected.unique && !column.is_whole() {
        held.cannot_tell(
            &expected.name,
            "whether values occur twice: there are more than memory was given for",
        );
    } else if expected.unique {
        let (distinct, values) = (column.distinct() as u64, column.values());
        let broken =
            || format!("{values} values, of which {distinct} are distinct, and none may occur twice");
        expect((distinct < values).then(broken));
    }
}

impl ColumnType {
    /// Whether there are values that cannot be of the type.
    fn is_held_to(self) -> bool {
        !matches!(self, Self::Categorical | Self::Text)
    }
}

/// What of a column cannot be of a type, in words.
pub(super) fn of_another_type(column: &ColumnProfile, kind: ColumnType) -> Option<String> {
    if !kind.is_held_to() {
        return None;
    }
    if kind == ColumnType::Boolean {
        let levels = canonical(column);
        let list = || quote(levels.iter().map(|(level, count)| (level.as_str(), *count)).collect());
        return (levels.len() > 2)
            .then(|| format!("{} values, where boolean has two: {}", levels.len(), list()));
    }
    let line = column.line(kind, column.census().spelling());
    let count: u64 = line.junk.values().sum();
    let junk = line.junk.iter().map(|(text, count)| (text.as_str(), *count)).collect();
    (count > 0)
        .then(|| format!("{count} of {} values are not {}: {}", column.values(), kind.plural(), quote(junk)))
}

fn outside(
    column: &ColumnProfile,
    side: &str,
    limit: f64,
    is_outside: impl Fn(f64) -> bool,
    extreme: fn((f64, f64)) -> f64,
) -> Option<String> {
    let farthest = column.range().map(extreme).filter(|value| is_outside(*value))?;
    let line = column.line(ColumnType::Numeric, column.census().spelling()).distribution;
    let count: u64 = line.pairs().filter(|(value, _)| is_outside(*value)).map(|(_, count)| count).sum();
    let shown = |value| label::value(value, ColumnType::Numeric);
    // Numbers that are held rounded may lie on the other side of the limit.
    let about = if column.is_whole() { "" } else { "about " };
    Some(format!(
        "{about}{} of {} numbers are {side} {}, to {}",
        count.max(1),
        line.total(),
        shown(limit),
        shown(farthest)
    ))
}

fn not_allowed(column: &ColumnProfile, allowed: &[String]) -> Option<String> {
    let allowed: BTreeSet<String> = allowed.iter().map(|text| level(text).into_owned()).collect();
    let levels = canonical(column);
    let others: Vec<(&str, u64)> = levels
        .iter()
        .filter(|(level, _)| !allowed.contains(*level))
        .map(|(level, count)| (level.as_str(), *count))
        .collect();
    let count: u64 = others.iter().map(|(_, count)| count).sum();
    (count > 0).then(|| {
        format!("{count} of {} values are not among the levels allowed: {}", column.values(), quote(others))
    })
}

/// The levels of a column, a number in its canonical spelling.
pub(super) fn canonical(column: &ColumnProfile) -> BTreeMap<String, u64> {
    let mut levels = BTreeMap::new();
    for (text, count) in column.levels() {
        *levels.entry(level(&text).into_owned()).or_default() += count;
    }
    levels
}
