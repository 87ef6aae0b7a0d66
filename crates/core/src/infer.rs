//! What a column holds, decided over the whole of both data sets.

use crate::profile::{Census, ColumnProfile};
use crate::{ColumnType, Role};

/// The share of a column's values that must be numbers (or dates) for it to be numeric (or datetime); the rest is junk.
const CLEAN_SHARE: f64 = 0.9;

/// Distinct texts up to which a column is categorical, however few rows share one.
const CATEGORICAL_LEVELS: usize = 100;

/// The type of a column from the census of one side, or of both, and the number of distinct values, which is asked for
/// only where it matters.
pub(crate) fn column_type(census: &Census, distinct: impl Fn() -> usize) -> ColumnType {
    let share = |count: u64| count as f64 / census.values as f64;
    let dates = census.instants + census.day_first.max(census.month_first);
    if census.values == 0 {
        ColumnType::Categorical
    } else if census.numbers == census.values && census.beyond_bits == 0 && distinct() == 2 {
        ColumnType::Boolean
    } else if share(census.numbers) >= CLEAN_SHARE {
        ColumnType::Numeric
    } else if share(dates) >= CLEAN_SHARE {
        ColumnType::Datetime
    } else if census.answers == census.values && distinct() == 2 {
        ColumnType::Boolean
    } else {
        let distinct = distinct();
        let mostly_distinct = distinct > CATEGORICAL_LEVELS && 2 * distinct as u64 > census.values;
        if mostly_distinct { ColumnType::Text } else { ColumnType::Categorical }
    }
}

/// Whether a column names rows: every value is distinct on both sides, and it is a run of whole numbers, or single
/// words, or called an id.
pub(crate) fn is_identifier(name: &str, sides: [&ColumnProfile; 2], censuses: [&Census; 2]) -> bool {
    sides.into_iter().zip(censuses).all(|(side, census)| names_rows(name, side, census))
}

/// Rows under which distinct values mean nothing.
const FEWEST_NAMED_ROWS: u64 = 50;

fn names_rows(name: &str, side: &ColumnProfile, census: &Census) -> bool {
    if census.values < FEWEST_NAMED_ROWS {
        return false;
    }
    let lower = name.to_lowercase();
    let called_id = ["id", "uuid", "guid", "key"].iter().any(|word| {
        lower.strip_suffix(word).is_some_and(|stem| stem.is_empty() || stem.ends_with(['_', '-', ' ', '.']))
    });
    let whole_numbers = census.integers == census.values;
    let texts = census.numbers == 0 && census.instants + census.day_first + census.month_first == 0;
    if !(whole_numbers || texts) || side.distinct() as u64 != census.values {
        return false;
    }
    called_id || (whole_numbers && side.is_dense()) || (texts && side.is_single_words())
}

/// Whether a role is left out of the tests, and why.
pub(crate) fn set_aside(role: Role) -> Option<&'static str> {
    match role {
        Role::Feature | Role::Target | Role::Prediction => None,
        Role::Timestamp => Some("a timestamp moves by nature"),
        Role::Id => Some("an identifier: its values name rows"),
    }
}
