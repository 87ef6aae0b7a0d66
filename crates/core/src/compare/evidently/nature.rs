//! What Evidently takes a column for: it goes by the type that pandas gives the current data.

use crate::compare::nature::{Nature, changed};
use crate::compare::summary::Rows;
use crate::policy::ColumnRules;
use crate::profile::{Census, ColumnProfile};
use crate::{ColumnType, infer};

/// Distinct whole numbers up to which they are levels.
const INTEGER_LEVELS: usize = 10;

/// Columns have no roles but those that they are given, so identifiers are tested too.
pub(in crate::compare) fn nature(
    name: &str,
    sides: [&ColumnProfile; 2],
    censuses: [Census; 2],
    current: Rows,
    rules: &ColumnRules,
) -> Nature {
    let kind = rules.kind.unwrap_or_else(|| column_type(name, sides, censuses, current));
    let set_aside = never_tested(kind).or_else(|| {
        // A type that somebody gave is the type that Evidently is told.
        if rules.kind.is_none() { untestable(kind, sides, censuses, current) } else { None }
    });
    Nature {
        kind,
        role: rules.role.unwrap_or_default(),
        spelling: censuses[0].and(censuses[1]).spelling(),
        reading: None,
        changed: changed(name, sides, censuses, rules),
        set_aside,
        levels_are_numbers: censuses.iter().all(is_numbers),
    }
}

/// - Whole numbers, none of them missing, of up to 10 distinct values are levels. A missing value makes pandas read the
///   column as floats, and those are numbers however few there are; so does a spelling such as `7.0`.
/// - Anything among numbers that is no number makes texts of them all.
/// - Texts of which more than half are distinct are text, others are levels.
fn column_type(name: &str, sides: [&ColumnProfile; 2], censuses: [Census; 2], current: Rows) -> ColumnType {
    let (profile, census) = (sides[1], &censuses[1]);
    let usual = infer::column_type(name, &censuses[0].and(censuses[1]), || {
        ColumnProfile::distinct_in_both(sides[0], sides[1])
    });
    // Evidently has one name for levels of every kind.
    let levels = if usual == ColumnType::Boolean { ColumnType::Boolean } else { ColumnType::Categorical };
    if census.values == 0 {
        usual
    } else if is_numbers(census) {
        let integers =
            current.missing == 0 && profile.distinct() <= INTEGER_LEVELS && is_spelled_whole(profile);
        if integers { levels } else { ColumnType::Numeric }
    } else if infer::column_type(name, census, || profile.distinct()) == ColumnType::Datetime {
        ColumnType::Datetime
    } else if is_true_or_false(profile, census) {
        levels
    } else if 2 * profile.distinct() as u64 > census.values {
        ColumnType::Text
    } else {
        levels
    }
}

fn never_tested(kind: ColumnType) -> Option<&'static str> {
    match kind {
        ColumnType::Datetime => Some("Evidently does not test dates"),
        ColumnType::Text => {
            Some("Evidently trains a classifier on the words of a text, which this preset does not repeat")
        }
        ColumnType::Numeric | ColumnType::Categorical | ColumnType::Boolean => None,
    }
}

/// Why Evidently does not test the column as pandas reads it.
fn untestable(
    kind: ColumnType,
    sides: [&ColumnProfile; 2],
    censuses: [Census; 2],
    current: Rows,
) -> Option<&'static str> {
    if kind == ColumnType::Numeric && !is_numbers(&censuses[0]) {
        return Some("Evidently compares numbers with numbers, and the reference has other values");
    }
    let unknown = current.missing > 0 && is_true_or_false(sides[1], &censuses[1]);
    unknown.then_some("Evidently does not test true and false where one is missing in the current data")
}

fn is_numbers(census: &Census) -> bool {
    census.numbers == census.values
}

fn is_spelled_whole(column: &ColumnProfile) -> bool {
    column.levels().keys().all(|text| {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether pandas reads the values as true and false, which it does not for other answers.
fn is_true_or_false(column: &ColumnProfile, census: &Census) -> bool {
    let spellings = ["true", "True", "TRUE", "false", "False", "FALSE"];
    census.values > 0
        && census.answers == census.values
        && column.levels().keys().all(|text| spellings.contains(&text.as_str()))
}
