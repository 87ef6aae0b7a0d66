//! What a column holds, decided over the whole of both data sets.

use crate::profile::{Census, ColumnProfile};
use crate::{ColumnType, Role};

/// The share of a column's values that must be numbers (or dates) for it to be numeric (or datetime); the rest is junk.
const CLEAN_SHARE: f64 = 0.9;

/// The share of codes with a leading zero, among whole numbers, from which all are codes: postcodes, account numbers.
const CODE_SHARE: f64 = 0.01;

/// Distinct texts up to which a column is categorical, however few rows share one.
const CATEGORICAL_LEVELS: usize = 100;

/// The type of a column from its name, the census of one side, or of both, and the number of distinct values, which is asked for
/// only where it matters.
pub(crate) fn column_type(name: &str, census: &Census, distinct: impl Fn() -> usize) -> ColumnType {
    let mostly = |count: u64| count as f64 >= CLEAN_SHARE * census.values as f64;
    let dates = census.instants + census.day_first.max(census.month_first);
    let numbers = census.numbers + census.decimal_comma.max(census.thousands_comma);
    if census.values == 0 {
        ColumnType::Categorical
    } else if census.numbers == census.values && census.beyond_bits == 0 && distinct() == 2 {
        ColumnType::Boolean
    } else if census.compact_days == census.values || (mostly(census.epochs) && is_called_time(name)) {
        ColumnType::Datetime
    } else if mostly(numbers) && !is_codes(census) {
        ColumnType::Numeric
    } else if mostly(dates) {
        ColumnType::Datetime
    } else if census.answers == census.values && distinct() == 2 {
        ColumnType::Boolean
    } else {
        let distinct = distinct();
        let mostly_distinct = distinct > CATEGORICAL_LEVELS && 2 * distinct as u64 > census.values;
        if mostly_distinct { ColumnType::Text } else { ColumnType::Categorical }
    }
}

/// Whether whole numbers of digits are codes, because too many to be typing errors begin with a zero.
pub(crate) fn is_codes(census: &Census) -> bool {
    census.integers == census.numbers
        && census.codes as f64 >= CODE_SHARE * census.values as f64
        && census.codes > 0
}

/// What the cells of a column look like, by themselves.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    census: Census,
    kind: ColumnType,
}

impl Look {
    /// What cells look like, if there are any.
    pub(crate) fn of(name: &str, census: Census, distinct: impl Fn() -> usize) -> Option<Self> {
        (census.values > 0).then(|| Self { census, kind: column_type(name, &census, distinct) })
    }

    /// The types of both, unless they are of the same family: levels, answers and texts shade into each other, and one of
    /// whole numbers may look like answers, or like codes.
    pub fn differs(&self, other: &Self) -> Option<[ColumnType; 2]> {
        let same = is_codes(&self.census.and(other.census)) || self.family() == other.family();
        (!same).then_some([self.kind, other.kind])
    }

    /// The type, if it is on a line. A column of zeros and ones is both numeric and boolean.
    fn family(&self) -> Option<ColumnType> {
        if self.census.numbers == self.census.values {
            return Some(ColumnType::Numeric);
        }
        match self.kind {
            ColumnType::Numeric | ColumnType::Datetime => Some(self.kind),
            ColumnType::Categorical | ColumnType::Boolean | ColumnType::Text => None,
        }
    }
}

/// Values on a side under which distinct ones mean nothing.
const FEWEST_NAMED: u64 = 50;

/// Hundredths of the values of a side that must be distinct; a few rows may be in the data twice.
const DISTINCT_HUNDREDTHS: u64 = 99;

/// Whether a column names rows. Its values must be distinct, but for a few, on both sides, and either be whole numbers or
/// single words and codes. Then it names rows if its name says so (in that case most values must be distinct: a customer may come
/// back), or if one side has enough values to tell, and they are words and codes, or whole numbers so close together that a measurement would repeat some.
/// Numbers with decimals are measurements, and so are whole numbers far apart: a salary is one, even if no two rows share it.
pub(crate) fn is_identifier(
    name: &str,
    kind: ColumnType,
    sides: [&ColumnProfile; 2],
    censuses: [&Census; 2],
) -> bool {
    let both: Vec<(&ColumnProfile, &Census)> =
        sides.into_iter().zip(censuses).filter(|(_, census)| census.values > 0).collect();
    let all = |holds: &dyn Fn(&ColumnProfile, &Census) -> bool| {
        both.iter().all(|(side, census)| holds(side, census))
    };
    let is_large = |census: &Census| census.values >= FEWEST_NAMED;
    let form_fits = match kind {
        ColumnType::Numeric => all(&|_, census| census.integers == census.values),
        ColumnType::Categorical | ColumnType::Text => all(&|side, _| side.is_codes()),
        ColumnType::Boolean | ColumnType::Datetime => false,
    };
    if both.is_empty() || !form_fits {
        return false;
    }
    if is_called_id(name) {
        return all(&|side, census| census.values > 1 && 2 * side.distinct() as u64 > census.values);
    }
    both.iter().any(|(_, census)| is_large(census))
        && all(&|side, census| 100 * side.distinct() as u64 >= DISTINCT_HUNDREDTHS * census.values)
        && (kind != ColumnType::Numeric || all(&|side, census| !is_large(census) || side.is_dense()))
}

/// `id`, `user_id`, `userId`, `uuid` and the like, and what table programs call the number of a row.
fn is_called_id(name: &str) -> bool {
    let last = last_word(name);
    ["id", "uuid", "guid", "key", "index", "idx"].contains(&last.as_str()) || name == "Unnamed: 0"
}

/// `timestamp`, `created_at`, `eventTime` and the like.
fn is_called_time(name: &str) -> bool {
    let lower = name.to_lowercase();
    let last = last_word(name);
    ["at", "ts", "date", "epoch", "when"].contains(&last.as_str())
        || ["time", "timestamp", "epoch", "unix"].iter().any(|word| lower.contains(word))
}

/// The last word of a name in lower case: `id` of `user_id` and of `userId`.
fn last_word(name: &str) -> String {
    let word = name.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(name);
    // A capital after a small letter begins a word.
    let letters: Vec<char> = word.chars().collect();
    let capital =
        (1..letters.len()).rev().find(|&i| letters[i].is_uppercase() && letters[i - 1].is_lowercase());
    letters[capital.unwrap_or(0)..].iter().collect::<String>().to_lowercase()
}

/// Whether a role is left out of the tests, and why.
pub(crate) fn set_aside(role: Role) -> Option<&'static str> {
    match role {
        Role::Feature | Role::Target | Role::Prediction => None,
        Role::Timestamp => Some("a timestamp moves by nature"),
        Role::Id => Some("an identifier: its values name rows"),
    }
}
