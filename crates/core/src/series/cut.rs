//! Where a data set is cut into steps.
//!
//! A step is so much time on the wall's clock in a zone, or so many rows in the order of the file. Steps of time are counted from
//! the beginning of a Monday, so a step of a week is a week; they depend on a row's own time and on nothing else.

use crate::profile::{Moment, cell_moment, value_moment};
use crate::{Chunk, Column};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The seconds from Monday, 1969-12-29, to Thursday, 1970-01-01.
const MONDAY: i64 = 3 * 86_400;

/// The number of a step.
pub(crate) type Step = i64;

/// How a data set is cut into steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    pub(super) by: By,
    /// Seconds, or rows.
    pub(super) size: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum By {
    /// The time of a row, in a column.
    Time { column: String, zone: TimeZone },
    /// The place of a row; so many rows are missing from the first step, so that the last one is whole.
    Rows { missing: i64 },
}

/// The step of each row of a chunk; none where its time cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places(pub(super) Vec<Option<Step>>);

impl Cut {
    /// By the time in a column, as a clock in the zone shows it.
    pub(crate) fn by_time(column: &str, seconds: u64, zone: TimeZone) -> Self {
        Self { by: By::Time { column: column.to_owned(), zone }, size: seconds.cast_signed() }
    }

    /// By the order of the rows.
    pub(crate) fn by_rows(rows: u64) -> Self {
        Self { by: By::Rows { missing: 0 }, size: rows.cast_signed() }
    }

    /// The same, so that the last of so many rows ends a step.
    #[must_use]
    pub(crate) fn ending_with(mut self, rows: u64) -> Self {
        if let By::Rows { missing } = &mut self.by {
            *missing = (-rows.cast_signed()).rem_euclid(self.size);
        }
        self
    }

    /// The column that tells, where one does.
    pub fn column(&self) -> Option<&str> {
        match &self.by {
            By::Time { column, .. } => Some(column),
            By::Rows { .. } => None,
        }
    }

    /// The steps of a chunk's rows, before which there are so many others.
    pub fn places(&self, chunk: &Chunk, before: u64) -> Places {
        let rows = chunk.rows();
        let (column, zone) = match &self.by {
            By::Rows { missing } => {
                let first = before.cast_signed() + missing;
                return Places((first..).take(rows).map(|row| Some(row.div_euclid(self.size))).collect());
            }
            By::Time { column, zone } => (column, zone),
        };
        let Some((_, cells)) = chunk.columns().find(|(name, _)| &***name == column) else {
            return Places(vec![None; rows]);
        };
        // The same time often comes in runs, and takes long to read.
        let mut last: Option<(&str, Option<Step>)> = None;
        let step = |moment: Moment| self.step(clock(moment, zone)?);
        let places = (0..rows).map(|row| match cells {
            Column::Unread(_) => None,
            Column::Values(values) => value_moment((*values.get(row)?)?).and_then(step),
            Column::Spelled(cells) | Column::Strings(cells) => {
                let text = cells.get(row)?.trim();
                if let Some((same, known)) = last
                    && same == text
                {
                    return known;
                }
                let found = cell_moment(text).and_then(step);
                last = Some((text, found));
                found
            }
        });
        Places(places.collect())
    }

    /// The step in which a clock shows a time.
    fn step(&self, clock: f64) -> Option<Step> {
        // Years that no calendar here knows are no times.
        (clock.abs() < 1e11).then(|| (clock.floor() as i64 + MONDAY).div_euclid(self.size))
    }

    /// Where a step begins: in seconds since 1970-01-01 UTC, or the place of its first row.
    pub(crate) fn start(&self, step: Step) -> i64 {
        match &self.by {
            By::Rows { missing } => (step * self.size - missing).max(0),
            By::Time { zone, .. } => {
                let shown = self.shown(step);
                let instant = civil(shown).and_then(|civil| zone.to_ambiguous_zoned(civil).compatible().ok());
                instant.map_or(shown, |zoned| zoned.timestamp().as_second())
            }
        }
    }

    /// What the clock shows where a step begins, in seconds since it showed 1970-01-01.
    fn shown(&self, step: Step) -> i64 {
        step.saturating_mul(self.size) - MONDAY
    }

    /// Where the steps from `from` up to `to` end, which hold so many rows: the last rows may not fill a step.
    pub(crate) fn end(&self, from: Step, to: Step, rows: u64) -> i64 {
        match self.by {
            By::Rows { .. } => self.start(from) + rows.cast_signed(),
            By::Time { .. } => self.start(to),
        }
    }

    /// The steps from `from` up to `to`, which are not empty and hold so many rows, in words.
    pub(crate) fn label(&self, from: Step, to: Step, rows: u64) -> String {
        if matches!(self.by, By::Rows { .. }) {
            return format!("rows {} to {}", self.start(from) + 1, self.end(from, to, rows));
        }
        let (Some(first), Some(end)) = (civil(self.shown(from)), civil(self.shown(to))) else {
            return format!("{} to {}", self.start(from), self.start(to));
        };
        let is_midnight = |civil: DateTime| civil.time() == jiff::civil::Time::midnight();
        if is_midnight(first) && is_midnight(end) {
            let last = civil(self.shown(to) - 1).map_or(end.date(), DateTime::date);
            return if first.date() == last {
                last.to_string()
            } else {
                format!("{} to {last}", first.date())
            };
        }
        let minute = |civil: DateTime| format!("{:02}:{:02}", civil.hour(), civil.minute());
        if first.date() == end.date() {
            format!("{} {} to {}", first.date(), minute(first), minute(end))
        } else {
            format!("{} {} to {} {}", first.date(), minute(first), end.date(), minute(end))
        }
    }
}

/// What a clock in the zone shows at a moment, in seconds.
fn clock(moment: Moment, zone: &TimeZone) -> Option<f64> {
    match moment {
        Moment::Clock(seconds) => Some(seconds),
        Moment::Instant(seconds) => {
            let instant = Timestamp::from_second(seconds.floor() as i64).ok()?;
            Some(seconds + f64::from(zone.to_offset(instant).seconds()))
        }
    }
}

fn civil(seconds: i64) -> Option<DateTime> {
    Timestamp::from_second(seconds).ok().map(|instant| instant.to_zoned(TimeZone::UTC).datetime())
}
