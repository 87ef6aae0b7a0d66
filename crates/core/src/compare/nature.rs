//! What a column is compared as.

use super::evidently;
use super::summary::Rows;
use crate::infer::{self, Look};
use crate::policy::{ColumnRules, Policy, Preset};
use crate::profile::{Census, ColumnProfile, Comma, Profile, Spelling};
use crate::{ColumnType, Role};
use std::sync::LazyLock;

/// A column on both sides, as far as they have it.
pub(super) struct Sides<'a> {
    pub(super) found: [Option<&'a ColumnProfile>; 2],
    pub(super) rows: [Rows; 2],
}

impl<'a> Sides<'a> {
    pub(super) fn of(name: &str, profiles: [&'a Profile; 2]) -> Self {
        let found = profiles.map(|profile| profile.column(name));
        let rows = [0, 1].map(|side| Rows {
            count: profiles[side].rows(),
            missing: found[side].map_or(0, |column| profiles[side].missing(column)),
        });
        Self { found, rows }
    }

    /// Where a side does not have it, one without values.
    pub(super) fn columns(&self) -> [&'a ColumnProfile; 2] {
        static NONE: LazyLock<ColumnProfile> = LazyLock::new(ColumnProfile::default);
        self.found.map(|side| side.unwrap_or(&NONE))
    }
}

/// What a column is compared as: the same on both sides.
#[derive(Debug, Clone)]
pub(crate) struct Nature {
    pub(crate) kind: ColumnType,
    pub(crate) role: Role,
    pub(crate) spelling: Spelling,
    /// How values are read that could be read otherwise, where a reader should know.
    pub(super) reading: Option<&'static str>,
    /// What each side alone looks like, where they differ in a way that a reader should know.
    pub(super) changed: Option<[ColumnType; 2]>,
    /// Why the preset leaves the column out, where it does.
    pub(super) set_aside: Option<&'static str>,
    /// Whether levels are numbers, which are the same however each side spells them.
    pub(super) levels_are_numbers: bool,
}

impl Nature {
    /// Inferred over both sides together, so that a sample in which a column happens to look different is not compared as another thing.
    pub(crate) fn of(name: &str, profiles: [&Profile; 2], policy: &Policy) -> Self {
        let sides = Sides::of(name, profiles);
        let rules = policy.rules_of(name);
        let (columns, rows) = (sides.columns(), sides.rows);
        let censuses = columns.map(ColumnProfile::census);
        if policy.preset == Preset::Evidently {
            return evidently::nature(name, columns, censuses, rows[1], &rules);
        }
        let both = censuses[0].and(censuses[1]);
        let distinct = || ColumnProfile::distinct_in_both(columns[0], columns[1]);
        let kind = rules.kind.unwrap_or_else(|| infer::column_type(name, &both, distinct));
        let role = rules.role.unwrap_or_else(|| {
            let names_rows = rules.kind.is_none()
                && infer::is_identifier(name, kind, columns, [&censuses[0], &censuses[1]]);
            if names_rows { Role::Id } else { Role::Feature }
        });
        Self {
            kind,
            role,
            spelling: both.spelling(),
            reading: reading(kind, &both),
            changed: changed(name, columns, censuses, &rules),
            set_aside: None,
            levels_are_numbers: false,
        }
    }

    /// The same of two parts of the data: what the column is does not change, but what it looks like may.
    #[must_use]
    pub(crate) fn of_parts(&self, name: &str, profiles: [&Profile; 2], policy: &Policy) -> Self {
        let columns = Sides::of(name, profiles).columns();
        let changed = changed(name, columns, columns.map(ColumnProfile::census), &policy.rules_of(name));
        Self { changed, ..self.clone() }
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
