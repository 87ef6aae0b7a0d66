//! How long a window is, as a person writes it.

use super::WindowError;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// So much time, or so many rows. As text: `30min`, `1h`, `7d`, `2w`, `1000rows`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Length {
    /// So many units of time.
    Time(u32, Unit),
    /// So many rows.
    Rows(u32),
}

/// A unit of time on a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// From midnight to midnight.
    Day,
    /// From Monday to Sunday.
    Week,
}

const UNITS: [(&str, Unit); 4] =
    [("min", Unit::Minute), ("h", Unit::Hour), ("d", Unit::Day), ("w", Unit::Week)];

impl Unit {
    /// The seconds that a clock counts in it.
    pub(crate) fn seconds(self) -> u64 {
        match self {
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => 86_400,
            Self::Week => 7 * 86_400,
        }
    }
}

impl Length {
    /// Seconds, or rows.
    pub(crate) fn size(self) -> u64 {
        match self {
            Self::Time(count, unit) => u64::from(count) * unit.seconds(),
            Self::Rows(rows) => u64::from(rows),
        }
    }

    /// Whether it counts rows.
    pub fn is_rows(self) -> bool {
        matches!(self, Self::Rows(_))
    }
}

impl FromStr for Length {
    type Err = WindowError;

    fn from_str(text: &str) -> Result<Self, WindowError> {
        let wrong = || {
            WindowError::new(
                format!("\"{text}\" is no length of time and no number of rows"),
                "write 30min, 1h, 1d, 7d, 2w or 1000rows",
            )
        };
        let trimmed = text.trim();
        let digits = trimmed.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let (count, unit) = trimmed.split_at(digits);
        let count: u32 = count.parse().ok().filter(|count| *count > 0).ok_or_else(wrong)?;
        match unit.trim_start() {
            "rows" | "row" => Ok(Self::Rows(count)),
            unit => {
                let unit = UNITS.iter().find(|(name, _)| *name == unit).ok_or_else(wrong)?.1;
                // A thousand years of minutes are no window, and would overflow.
                (u64::from(count) * unit.seconds() <= 1000 * 366 * 86_400)
                    .then_some(Self::Time(count, unit))
                    .ok_or_else(wrong)
            }
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rows(rows) => write!(f, "{rows}rows"),
            Self::Time(count, unit) => {
                let name = UNITS.iter().find(|(_, known)| known == unit).map_or("", |(name, _)| name);
                write!(f, "{count}{name}")
            }
        }
    }
}

impl TryFrom<String> for Length {
    type Error = WindowError;

    fn try_from(text: String) -> Result<Self, WindowError> {
        text.parse()
    }
}
