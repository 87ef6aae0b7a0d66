//! Days that differ although nothing drifts: a weekly pattern, and days that are never quite the same.

use super::Cell;
use super::log::{Log, TIME, plan};
use super::sample::generator;
use super::shape::{column, numbers};
use driftglass_core::report::{Report, Status};
use driftglass_core::series::{Length, Unit};
use driftglass_core::windows::{Learn, Reference, Season, WindowSettings};
use driftglass_core::{Chunk, datetime};
use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

/// Rows of a day.
pub const ROWS: usize = 60;

/// Weeks of the reference, and weeks in which changes are looked for.
pub const WEEKS: usize = 8;

/// How far Saturdays and Sundays are from other days, in standard deviations of a row.
pub const WEEKEND: f64 = 1.0;

/// The standard deviation of what a day's rows have in common.
pub const RESTLESS: f64 = 0.3;

const DAY: Length = Length::Time(1, Unit::Day);
/// Monday, 2026-01-05, in seconds since 1970.
const MONDAY: f64 = 1_767_571_200.0;

/// What days are like.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// In words.
    pub name: &'static str,
    /// A number for the seeds, and one more.
    purpose: u64,
    weekend: f64,
    restless: f64,
}

/// The days of the calibration.
pub const DAYS: [Days; 2] = [
    Days { name: "weekly pattern", purpose: 3_000_002, weekend: WEEKEND, restless: 0.0 },
    Days { name: "restless", purpose: 3_000_004, weekend: 0.0, restless: RESTLESS },
];

/// What a user asks for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// In words.
    pub name: &'static str,
    season: Option<Season>,
    learn: Option<Learn>,
}

/// The options of the calibration.
pub const ASKED: [Asked; 5] = [
    Asked { name: "nothing", season: None, learn: None },
    Asked { name: "`--season week`", season: Some(Season::Week), learn: None },
    Asked { name: "`--learn mean+3sd`", season: None, learn: Some(Learn::Deviations(3.0)) },
    Asked { name: "`--learn q0.99`", season: None, learn: Some(Learn::Quantile(0.99)) },
    Asked {
        name: "`--season week --learn mean+3sd`",
        season: Some(Season::Week),
        learn: Some(Learn::Deviations(3.0)),
    },
];

/// What was said of days in which nothing drifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    /// The day is called changed at all.
    pub changed: Cell,
    /// It is called drifted.
    pub drifted: Cell,
}

impl Days {
    /// What is said of one day, which is each day of the week in turn, with the weeks before it as the reference: option by option.
    pub fn judge(&self, repeats: u64) -> [Said; ASKED.len()] {
        let counts: [Cell; 2 * ASKED.len()] = Cell::over(repeats, |repeat| {
            let generator = &mut generator(self.purpose, repeat);
            let settings = |asked: &Asked| WindowSettings { window: Some(DAY), ..asked.settings() };
            let plans = ASKED.each_ref().map(|asked| plan(settings(asked), true));
            // All of them cut the data into days.
            let reference = Log::read(&self.draw(0..7 * WEEKS, generator), &plans[0]);
            let day = 7 * WEEKS + (repeat % 7) as usize;
            let current = Log::read(&self.draw(day..day + 1, generator), &plans[0]);
            let mut outcomes = [false; 2 * ASKED.len()];
            for (place, plan) in plans.iter().enumerate() {
                let report = current.compare(Some(&reference), plan, repeat);
                outcomes[2 * place..2 * place + 2].copy_from_slice(&verdict(&report));
            }
            outcomes
        });
        std::array::from_fn(|place| Said { changed: counts[2 * place], drifted: counts[2 * place + 1] })
    }

    /// How many reports of so many weeks have a change, without the season and with it.
    pub fn changes(&self, repeats: u64) -> [Cell; 2] {
        Cell::over(repeats, |repeat| {
            let current = self.draw(0..7 * WEEKS, &mut generator(self.purpose + 1, repeat));
            let reference = Some(Reference::First(7 * WEEKS as u32 - 7));
            [None, Some(Season::Week)].map(|season| {
                let every = Some(DAY);
                let plan =
                    plan(WindowSettings { every, reference, season, ..WindowSettings::default() }, false);
                let report = Log::read(&current, &plan).compare(None, &plan, repeat);
                report.timeline.is_some_and(|timeline| !timeline.changes.is_empty())
            })
        })
    }

    /// Days, counted from a Monday.
    fn draw(&self, days: Range<usize>, generator: &mut Pcg64) -> Vec<Chunk> {
        let day = |day: usize| {
            let common: f64 = StandardNormal.sample(generator);
            let weekend = if day % 7 < 5 { 0.0 } else { self.weekend };
            let level = weekend + self.restless * common;
            let date = datetime::iso(MONDAY + 86_400.0 * day as f64);
            let times = column(ROWS, |text| text.write_str(&date));
            let values = numbers(ROWS, generator, StandardNormal, |value: f64| Some(value + level));
            Chunk::new(vec![(Arc::from(TIME), times), (Arc::from("value"), values)])
        };
        days.map(day).collect()
    }
}

/// Whether the only column of the only window is called changed, and whether drifted.
fn verdict(report: &Report) -> [bool; 2] {
    let mut columns = report.windows.iter().flat_map(|window| &window.columns);
    let column = columns.find(|column| column.name != TIME).expect("the day is compared");
    [!matches!(column.status, Status::Stable | Status::Untested), column.drifted]
}

impl Asked {
    fn settings(&self) -> WindowSettings {
        WindowSettings { season: self.season, learn: self.learn, ..WindowSettings::default() }
    }
}
