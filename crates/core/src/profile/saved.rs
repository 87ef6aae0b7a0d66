//! A profile as plain data, to be kept in a file.
//!
//! Two profiles of the same rows have the same data, byte for byte, whatever the rows' order and however they came in parts:
//! levels and numbers are in order, and the sample is in the order of its hashes. What is read is checked, so that a file that
//! was damaged or made up is an error and not a wrong report.

use super::Profile;
use super::cell::Cell;
use super::census::Census;
use super::column::ColumnProfile;
use super::distinct::Distinct;
use super::grid::Cells;
use super::grouped::Grouped;
use super::held::{FEW, Held, Many};
use super::levels::Levels;
use super::missing::MissingTokens;
use super::numbers::{Numbers, Rounded};
use super::sample::RowSample;
use crate::report::{Finding, Source};
use driftglass_stats::Distribution;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt::{self, Display, Formatter};

/// Rows beyond any data set; sums of so many do not overflow, and are exact as floats.
const MOST_ROWS: u64 = 1 << 53;

/// What is wrong with the data of a saved profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsoundProfile(String);

impl Display for UnsoundProfile {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UnsoundProfile {}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    source: Source,
    findings: Vec<Finding>,
    rows: u64,
    missing: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min_count: Option<u64>,
    columns: Vec<SavedColumn>,
    sample: SavedSample,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedColumn {
    name: String,
    values: u64,
    held: SavedHeld,
    strings: SavedLevels,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedHeld {
    Few(SavedLevels),
    Many { numbers: Box<SavedNumbers>, instants: Box<SavedNumbers>, texts: SavedLevels },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedLevels {
    texts: Vec<String>,
    counts: Vec<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grouped: Option<Box<Grouped>>,
}

/// There may be many numbers, and one by one they would take long to write and read: they are bytes, the least significant first.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedNumbers {
    /// Eight of each.
    #[serde(with = "serde_bytes")]
    values: Vec<u8>,
    /// Four of each, or eight where one needs them.
    #[serde(with = "serde_bytes")]
    counts: Vec<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rounded: Option<SavedRounded>,
}

/// The numbers that share a cell with others, at its middle, and what is known of all.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedRounded {
    bits: u8,
    #[serde(with = "serde_bytes")]
    values: Vec<u8>,
    #[serde(with = "serde_bytes")]
    counts: Vec<u8>,
    least: f64,
    greatest: f64,
    distinct: Distinct,
    census: Census,
    #[serde(default, skip_serializing_if = "is_zero")]
    blurred: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedSample {
    hashes: Vec<u64>,
    counts: Vec<u64>,
    /// Column by column, which packs better than row by row.
    cells: Vec<Vec<Option<String>>>,
}

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Saved::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Saved::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl From<&Profile> for Saved {
    fn from(profile: &Profile) -> Self {
        let column = |(name, column): (&str, &ColumnProfile)| SavedColumn {
            name: name.to_owned(),
            values: column.values,
            held: match &column.held {
                Held::Few(levels) => SavedHeld::Few(levels.into()),
                Held::Many(many) => SavedHeld::Many {
                    numbers: Box::new((&many.numbers).into()),
                    instants: Box::new((&many.instants).into()),
                    texts: (&many.texts).into(),
                },
            },
            strings: (&column.strings).into(),
        };
        let rows = || profile.sample.rows();
        let places: Vec<usize> = (0..profile.columns.len()).collect();
        let cells = profile.sample.columns(&places);
        Self {
            source: profile.source.clone(),
            findings: profile.findings.clone(),
            rows: profile.rows,
            missing: profile.missing.iter().map(str::to_owned).collect(),
            min_count: profile.min_count,
            columns: profile.columns().map(column).collect(),
            sample: SavedSample {
                hashes: rows().map(|(hash, _)| hash).collect(),
                counts: rows().map(|(_, count)| count).collect(),
                cells: cells
                    .iter()
                    .map(|column| column.iter().map(|cell| cell.map(str::to_owned)).collect())
                    .collect(),
            },
        }
    }
}

impl From<&Levels> for SavedLevels {
    fn from(levels: &Levels) -> Self {
        let mut sorted: Vec<(&str, u64)> = levels.iter().collect();
        sorted.sort_unstable();
        let (texts, counts) = sorted.into_iter().map(|(text, count)| (text.to_owned(), count)).unzip();
        Self { texts, counts, grouped: levels.grouped().cloned().map(Box::new) }
    }
}

impl From<&Numbers> for SavedNumbers {
    fn from(numbers: &Numbers) -> Self {
        let numbers = numbers.settled();
        let Cells { alone, together } = numbers.cells();
        let rounded = numbers.rounded().map(|rounded| {
            let (values, counts) = bytes(together);
            let Rounded { bits, least, greatest, distinct, census, blurred } = rounded.clone();
            SavedRounded { bits, values, counts, least, greatest, distinct, census, blurred }
        });
        let (values, counts) = bytes(alone);
        Self { values, counts, rounded }
    }
}

impl TryFrom<Saved> for Profile {
    type Error = UnsoundProfile;

    fn try_from(saved: Saved) -> Result<Self, UnsoundProfile> {
        let Saved { source, findings, rows, missing, min_count, columns, sample } = saved;
        if rows >= MOST_ROWS {
            return Err(UnsoundProfile("it has more rows than there can be".to_owned()));
        }
        let mut profile =
            Self { source, findings, rows, min_count, ..Self::new(MissingTokens::new(missing)) };
        for column in columns {
            let name = column.name.clone();
            let unsound = |what: &str| UnsoundProfile(format!("column \"{name}\" {what}"));
            let column = column.read().ok_or_else(|| unsound("has counts or values that no column has"))?;
            if column.values > rows {
                return Err(unsound("has more values than there are rows"));
            }
            if profile.columns.insert(name.as_str().into(), column).is_some() {
                return Err(unsound("is there twice"));
            }
        }
        profile.sample = sample
            .read(profile.columns.len())
            .filter(|sample| sample.total() <= rows)
            .ok_or_else(|| UnsoundProfile("its sample of rows is none".to_owned()))?;
        Ok(profile)
    }
}

impl SavedColumn {
    fn read(self) -> Option<ColumnProfile> {
        let Self { values, held, strings, .. } = self;
        let (strings, mut total) = strings.read(|_| Cell::Text)?;
        let held = match held {
            SavedHeld::Few(levels) => {
                let (levels, count) = levels.read(Cell::of)?;
                total += count;
                (levels.held() <= FEW && levels.grouped().is_none()).then_some(Held::Few(levels))?
            }
            SavedHeld::Many { numbers, instants, texts } => {
                let (texts, count) = texts.read(Cell::of)?;
                let (numbers, instants) = (numbers.read()?, instants.read()?);
                total += count + numbers.total() + instants.total();
                Held::Many(Box::new(Many { numbers, instants, texts }))
            }
        };
        (total == values).then_some(ColumnProfile { values, held, strings })
    }
}

impl SavedLevels {
    /// The levels, with the number of their values.
    fn read(self, cell: impl Fn(&str) -> Cell) -> Option<(Levels, u64)> {
        let total = total(&self.counts)?;
        if self.texts.len() != self.counts.len() || !self.texts.is_sorted_by(|a, b| a < b) {
            return None;
        }
        let mut levels = Levels::default();
        let mut others = 0;
        if let Some(grouped) = self.grouped {
            others = grouped.is_sound().then(|| grouped.total())?;
            levels = Levels::with_groups(*grouped);
        }
        for (text, &count) in self.texts.iter().zip(&self.counts) {
            levels.add(text, count, || cell(text).hash(text));
        }
        (levels.held() == self.texts.len()).then_some((levels, total + others))
    }
}

impl SavedNumbers {
    fn read(self) -> Option<Numbers> {
        let alone = distribution(&self.values, &self.counts)?;
        let Some(saved) = self.rounded else { return Some(alone.into()) };
        let SavedRounded { bits, values, counts, least, greatest, distinct, census, blurred } = saved;
        let cells = Cells { alone, together: distribution(&values, &counts)? };
        Numbers::of_rounded(cells, Rounded { bits, least, greatest, distinct, census, blurred })
    }
}

#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")
)]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// The numbers and their counts.
fn bytes(numbers: &Distribution) -> (Vec<u8>, Vec<u8>) {
    let values = numbers.values().iter().flat_map(|value| value.to_le_bytes()).collect();
    let small: Option<Vec<[u8; 4]>> =
        numbers.counts().map(|count| u32::try_from(count).ok().map(u32::to_le_bytes)).collect();
    let counts = match small {
        Some(counts) => counts.into_flattened(),
        None => numbers.counts().flat_map(u64::to_le_bytes).collect(),
    };
    (values, counts)
}

fn distribution(values: &[u8], counts: &[u8]) -> Option<Distribution> {
    let numbers = whole_words(values)?.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect::<Vec<_>>();
    let counts: Vec<u64> = if 2 * counts.len() == values.len() {
        whole_words(counts)?.iter().map(|bytes| u32::from_le_bytes(*bytes).into()).collect()
    } else {
        whole_words(counts)?.iter().map(|bytes| u64::from_le_bytes(*bytes)).collect()
    };
    total(&counts)?;
    Distribution::from_ascending(numbers, counts)
}

/// Bytes in words, unless some are left.
fn whole_words<const BYTES: usize>(bytes: &[u8]) -> Option<&[[u8; BYTES]]> {
    let (words, rest) = bytes.as_chunks();
    rest.is_empty().then_some(words)
}

impl SavedSample {
    fn read(self, columns: usize) -> Option<RowSample> {
        let Self { hashes, counts, cells } = self;
        total(&counts)?;
        let rows = hashes.len();
        if counts.len() != rows || cells.len() != columns || cells.iter().any(|column| column.len() != rows) {
            return None;
        }
        let row = |place: usize| cells.iter().map(|column| column[place].as_deref()).collect();
        RowSample::of_rows((0..rows).map(|place| (hashes[place], counts[place], row(place))), columns)
    }
}

/// The sum of counts, of which none is 0.
fn total(counts: &[u64]) -> Option<u64> {
    let sum = counts.iter().try_fold(0_u64, |sum, &count| sum.checked_add(count))?;
    (sum < MOST_ROWS && !counts.contains(&0)).then_some(sum)
}
