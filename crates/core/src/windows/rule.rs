//! What a person asks of windows, and what that means.

use super::zone::zone;
use crate::series::{Cut, Length, Unit, WindowError};
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// What windows are compared with. As text: `fixed`, `first:30`, `previous`, `rolling:30d`, `expanding`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Reference {
    /// The reference data.
    Fixed,
    /// So many windows, the first ones that have rows.
    First(u32),
    /// The last window before that has rows.
    Previous,
    /// So much before the window.
    Rolling(Length),
    /// Everything before the window.
    Expanding,
}

/// What comes again and again, so that like is to be compared with like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Season {
    /// The hours of a day.
    Day,
    /// The days of a week.
    Week,
}

/// The limit of an effect, from the effects among the reference's own windows. As text: `mean+3sd`, `q0.99`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub enum Learn {
    /// So many standard deviations above the mean.
    Deviations(f64),
    /// A quantile.
    Quantile(f64),
}

/// What a person asks of windows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WindowSettings {
    /// The step from window to window; without it the last window alone is compared.
    pub every: Option<Length>,
    /// How much a window holds; as `every` without it.
    pub window: Option<Length>,
    /// What windows are compared with.
    pub reference: Option<Reference>,
    /// Compare with the same part of a day or a week.
    pub season: Option<Season>,
    /// Learn the limits of effects.
    pub learn: Option<Learn>,
    /// The zone in which days begin, by its name or as an offset; UTC without it.
    pub zone: Option<String>,
}

/// What it means: how the data are cut, and how windows are made of steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub(super) every: Option<Length>,
    pub(super) window: Length,
    pub(super) reference: Reference,
    pub(super) season: Option<Season>,
    pub(super) learn: Option<Learn>,
    pub(super) zone: Option<String>,
    /// Seconds or rows of a step.
    step: u64,
    cut: Cut,
}

impl WindowSettings {
    /// These settings, with the gaps filled from others.
    #[must_use]
    pub fn over(self, under: Self) -> Self {
        Self {
            every: self.every.or(under.every),
            window: self.window.or(under.window),
            reference: self.reference.or(under.reference),
            season: self.season.or(under.season),
            learn: self.learn.or(under.learn),
            zone: self.zone.or(under.zone),
        }
    }

    /// What the settings mean; nothing where they ask for no windows. `column` says when a row was made; `has_reference` is whether there are
    /// reference data beside those that are cut.
    pub fn plan(self, column: Option<&str>, has_reference: bool) -> Result<Option<Plan>, WindowError> {
        let Self { every, window, reference, season, learn, zone: name } = self;
        let zone = name.as_deref().map_or(Ok(TimeZone::UTC), zone)?;
        let Some(window) = window.or(every) else {
            // A zone alone changes nothing.
            return if (reference, season, learn) == (None, None, None) {
                Ok(None)
            } else {
                Err(WindowError::new(
                    "a reference rule, a season and learned limits are about windows, and there are none",
                    "every 1d cuts the data into windows, window 7d compares the last one",
                ))
            };
        };
        let usual = if has_reference { Reference::Fixed } else { Reference::Expanding };
        let reference = reference.unwrap_or(usual);
        let lengths = [every, Some(window), reference.length()];
        let lengths: Vec<Length> = lengths.into_iter().flatten().collect();
        check(window, reference, &lengths, has_reference)?;
        let season = season.map(|season| check_season(season, window)).transpose()?;
        let sizes = lengths.iter().map(|length| match (every, length) {
            // The last window ends where the data do, whichever day of the week that is.
            (None, Length::Time(_, unit)) => unit.seconds().min(Unit::Day.seconds()),
            _ => length.size(),
        });
        let step = sizes.chain(season.map(Season::seconds)).fold(0, gcd);
        let cut = match (window, column) {
            (Length::Rows(_), _) => Cut::by_rows(step),
            (Length::Time(..), Some(column)) => Cut::by_time(column, step, zone),
            (Length::Time(..), None) => {
                return Err(WindowError::new(
                    "windows of time need a column that says when a row was made",
                    "timestamp names it; every 1000rows needs none",
                ));
            }
        };
        Ok(Some(Plan { every, window, reference, season, learn, zone: name, step, cut }))
    }
}

fn check(
    window: Length,
    reference: Reference,
    lengths: &[Length],
    has_reference: bool,
) -> Result<(), WindowError> {
    if lengths.iter().any(|length| length.is_rows() != window.is_rows()) {
        return Err(WindowError::new(
            "windows are of time or of rows, not of both",
            "write every, window and rolling: all with a time or all with rows",
        ));
    }
    match reference {
        Reference::Fixed if !has_reference => Err(WindowError::new(
            "a fixed reference is reference data, and one data set was given",
            "give reference data too, or use first:N, previous, rolling:30d or expanding",
        )),
        reference if has_reference && window.is_rows() && reference != Reference::Fixed => {
            Err(WindowError::new(
                format!(
                    "rows of two data sets have no order among them, so the reference cannot be {reference}"
                ),
                "leave the reference rule out, or give one data set",
            ))
        }
        _ => Ok(()),
    }
}

fn check_season(season: Season, window: Length) -> Result<Season, WindowError> {
    let name = season.name();
    if window.is_rows() {
        return Err(WindowError::new(
            format!("windows of rows are no part of a {name}"),
            "leave the season out, or cut by time",
        ));
    }
    if window.size() >= season.seconds() {
        return Err(WindowError::new(
            format!(
                "a window of {window} holds a whole {name}, so there is nothing to compare with its like"
            ),
            "leave the season out, or use shorter windows",
        ));
    }
    Ok(season)
}

impl Plan {
    /// Whether all rows have to be counted before any is read.
    pub fn needs_total(&self) -> bool {
        self.window.is_rows() && self.every.is_none()
    }

    /// How the current data are cut, which have so many rows; the number matters only where [`needs_total`](Self::needs_total) says so.
    pub fn cut(&self, total: u64) -> Cut {
        if self.needs_total() { self.cut.clone().ending_with(total) } else { self.cut.clone() }
    }

    /// Whether the reference data have to be cut too.
    pub fn needs_reference_series(&self) -> bool {
        self.reference != Reference::Fixed || self.season.is_some() || self.learn.is_some()
    }

    /// A length in steps.
    pub(super) fn steps(&self, length: Length) -> i64 {
        (length.size() / self.step).cast_signed()
    }

    /// How many steps the season has, where there is one.
    pub(super) fn period(&self) -> Option<i64> {
        self.season.map(|season| (season.seconds() / self.step).cast_signed())
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

impl Reference {
    fn length(self) -> Option<Length> {
        match self {
            Self::Rolling(length) => Some(length),
            _ => None,
        }
    }
}

impl Season {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    fn seconds(self) -> u64 {
        match self {
            Self::Day => Unit::Day.seconds(),
            Self::Week => Unit::Week.seconds(),
        }
    }
}

impl FromStr for Reference {
    type Err = WindowError;

    fn from_str(text: &str) -> Result<Self, WindowError> {
        let wrong = || {
            WindowError::new(
                format!("\"{text}\" is nothing that windows are compared with"),
                "write fixed, first:30, previous, rolling:30d or expanding",
            )
        };
        match text.trim().split_once(':') {
            None if text.trim() == "fixed" => Ok(Self::Fixed),
            None if text.trim() == "previous" => Ok(Self::Previous),
            None if text.trim() == "expanding" => Ok(Self::Expanding),
            Some(("first", count)) => {
                count.parse().ok().filter(|count| *count > 0).map(Self::First).ok_or_else(wrong)
            }
            Some(("rolling", length)) => length.parse().map(Self::Rolling),
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed => f.write_str("fixed"),
            Self::First(count) => write!(f, "first:{count}"),
            Self::Previous => f.write_str("previous"),
            Self::Rolling(length) => write!(f, "rolling:{length}"),
            Self::Expanding => f.write_str("expanding"),
        }
    }
}

impl FromStr for Season {
    type Err = WindowError;

    fn from_str(text: &str) -> Result<Self, WindowError> {
        [Self::Day, Self::Week].into_iter().find(|season| season.name() == text.trim()).ok_or_else(|| {
            WindowError::new(format!("\"{text}\" is no season that is known"), "write day or week")
        })
    }
}

impl FromStr for Learn {
    type Err = WindowError;

    fn from_str(text: &str) -> Result<Self, WindowError> {
        let trimmed = text.trim();
        let deviations = trimmed.strip_prefix("mean+").and_then(|rest| rest.strip_suffix("sd"));
        let parsed = match (deviations, trimmed.strip_prefix('q')) {
            (Some(count), _) => count
                .parse()
                .ok()
                .filter(|count: &f64| *count >= 0.0 && count.is_finite())
                .map(Self::Deviations),
            (None, Some(share)) => {
                share.parse().ok().filter(|share| (0.0..=1.0).contains(share)).map(Self::Quantile)
            }
            (None, None) => None,
        };
        parsed.ok_or_else(|| {
            WindowError::new(format!("\"{text}\" is no way to learn a limit"), "write mean+3sd or q0.99")
        })
    }
}

impl fmt::Display for Learn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deviations(count) => write!(f, "mean+{count}sd"),
            Self::Quantile(share) => write!(f, "q{share}"),
        }
    }
}

impl TryFrom<String> for Reference {
    type Error = WindowError;

    fn try_from(text: String) -> Result<Self, WindowError> {
        text.parse()
    }
}

impl TryFrom<String> for Learn {
    type Error = WindowError;

    fn try_from(text: String) -> Result<Self, WindowError> {
        text.parse()
    }
}
