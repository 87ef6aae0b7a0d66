//! What a column is compared as.

use super::evidently;
use super::summary::Rows;
use crate::infer::{self, Look};
use crate::policy::{ColumnRules, Preset};
use crate::profile::{Census, ColumnProfile, Comma, Spelling};
use crate::{ColumnType, Role};

/// What a column is compared as: the same on both sides.
pub(super) struct Plan {
    pub(super) kind: ColumnType,
    pub(super) role: Role,
    pub(super) spelling: Spelling,
    /// How values are read that could be read otherwise, where a reader should know.
    pub(super) reading: Option<&'static str>,
    /// What each side alone looks like, where they differ in a way that a reader should know.
    pub(super) changed: Option<[ColumnType; 2]>,
    /// Why the preset leaves the column out, where it does.
    pub(super) set_aside: Option<&'static str>,
    /// Whether levels are numbers, which are the same however each side spells them.
    pub(super) levels_are_numbers: bool,
}

/// Infers over both sides together, so that a sample in which a column happens to look different is not compared as another thing.
pub(super) fn plan(
    name: &str,
    sides: [&ColumnProfile; 2],
    rows: [Rows; 2],
    rules: &ColumnRules,
    preset: Preset,
) -> Plan {
    let censuses = sides.map(ColumnProfile::census);
    if preset == Preset::Evidently {
        return evidently::plan(name, sides, censuses, rows[1], rules);
    }
    let both = censuses[0].and(censuses[1]);
    let distinct = || ColumnProfile::distinct_in_both(sides[0], sides[1]);
    let kind = rules.kind.unwrap_or_else(|| infer::column_type(name, &both, distinct));
    let role = rules.role.unwrap_or_else(|| {
        let names_rows =
            rules.kind.is_none() && infer::is_identifier(name, kind, sides, [&censuses[0], &censuses[1]]);
        if names_rows { Role::Id } else { Role::Feature }
    });
    Plan {
        kind,
        role,
        spelling: both.spelling(),
        reading: reading(kind, &both),
        changed: changed(name, sides, censuses, rules),
        set_aside: None,
        levels_are_numbers: false,
    }
}

/// How values are read that could be read otherwise.
fn reading(kind: ColumnType, census: &Census) -> Option<&'static str> {
    match kind {
        ColumnType::Datetime if census.epochs > 0 => Some("numbers are read as time since 1970-01-01 UTC"),
        ColumnType::Datetime if census.either_order > 0 && census.day_first == census.month_first => Some(
            "the dates can be read with the day first and with the month first; the month is taken to be first",
        ),
        ColumnType::Numeric if 2 * census.clocks > census.values => {
            Some("times of day are compared as hours since midnight")
        }
        ColumnType::Numeric if census.spelling().comma == Comma::Decimal => {
            Some("numbers are read with a decimal comma")
        }
        _ => None,
    }
}

/// What each side alone looks like, where they differ and nobody said what the column is.
pub(super) fn changed(
    name: &str,
    sides: [&ColumnProfile; 2],
    censuses: [Census; 2],
    rules: &ColumnRules,
) -> Option<[ColumnType; 2]> {
    if rules.kind.is_some() {
        return None;
    }
    let [first, other] = [0, 1].map(|side| Look::of(name, censuses[side], || sides[side].distinct()));
    first?.differs(&other?)
}
