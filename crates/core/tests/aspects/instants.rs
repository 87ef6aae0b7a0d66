//! What changes in instants is found: when, at which hour, on which day of the week.

use crate::data::{Random, aspect, compared, names};
use driftglass_core::ColumnType;
use driftglass_core::report::{AspectName, ColumnReport, Status};

/// Rows on days from `first` of January 2026 on (the 5th is a Monday) for so many days, where `keep` likes the day and the hour.
fn rows(
    seed: u64,
    count: usize,
    first: usize,
    days: usize,
    keep: impl Fn(usize, usize) -> bool,
) -> Vec<String> {
    let mut random = Random::new(seed);
    let mut rows = Vec::new();
    while rows.len() < count {
        let (day, hour) = (first + random.below(days), random.below(24));
        if keep(day, hour) {
            rows.push(format!("2026-01-{day:02}T{hour:02}:{:02}:{:02}Z", random.below(60), random.below(60)));
        }
    }
    rows
}

fn any(_: usize, _: usize) -> bool {
    true
}

fn is_weekend(day: usize) -> bool {
    (day - 5) % 7 >= 5
}

fn dates(rows: Vec<String>) -> Vec<String> {
    rows.into_iter().map(|row| row[..10].to_owned()).collect()
}

fn status(column: &ColumnReport) -> Status {
    assert_eq!(column.kind, ColumnType::Datetime);
    column.status
}

#[test]
fn another_time_of_day_is_found() {
    let day = |_, hour: usize| (9..17).contains(&hour);
    let column = compared(&rows(1, 600, 5, 21, any), &rows(2, 400, 5, 21, day));
    assert_eq!(status(&column), Status::Severe);
    assert!(aspect(&column, AspectName::Hour).drifted);
    assert!(!aspect(&column, AspectName::Weekday).drifted);
    let moved = column.moved.unwrap();
    assert!(moved.contains(":00 to ") && moved.contains(":59: "), "{moved}");
}

#[test]
fn weekends_in_place_of_all_days_are_found() {
    let column =
        compared(&rows(1, 600, 5, 21, any), &rows(2, 400, 3, 24, |day, _| day < 5 || is_weekend(day)));
    assert_eq!(status(&column), Status::Severe);
    let weekday = aspect(&column, AspectName::Weekday);
    assert!(weekday.drifted);
    assert!(weekday.moved.as_deref().unwrap().contains("day: "), "{weekday:?}");
    let labels = weekday.histogram.as_ref().unwrap().labels.as_ref().unwrap();
    assert_eq!(labels[0], "Monday");
}

#[test]
fn ranges_apart_in_time_are_compared_by_hour_and_weekday() {
    let column = compared(&rows(1, 600, 1, 15, any), &rows(2, 400, 16, 15, any));
    assert_eq!(status(&column), Status::Stable);
    assert_eq!(names(&column), [AspectName::Time, AspectName::Hour, AspectName::Weekday]);
    let time = aspect(&column, AspectName::Time);
    assert!(time.reason.as_deref().unwrap().contains("do not overlap"));
    assert_eq!(time.p_value.get(), None);
    let column = compared(&rows(1, 600, 1, 15, any), &rows(2, 400, 16, 15, |_, hour| hour < 12));
    assert_eq!(status(&column), Status::Severe);
    assert_eq!(column.primary, None);
}

#[test]
fn a_day_after_a_month_only_orders_the_rows() {
    let column = compared(&rows(1, 600, 1, 28, any), &rows(2, 400, 30, 1, any));
    assert_eq!(status(&column), Status::Untested);
    assert!(column.reason.unwrap().contains("do not overlap"));
    assert!(column.aspects.is_empty());
}

#[test]
fn dates_have_weekdays_and_no_hours() {
    let column = compared(&dates(rows(1, 600, 5, 14, any)), &dates(rows(2, 400, 5, 14, any)));
    assert_eq!(names(&column), [AspectName::Time, AspectName::Weekday]);
    assert_eq!(status(&column), Status::Stable);
    let column = compared(&dates(rows(1, 600, 5, 13, any)), &dates(rows(2, 400, 5, 14, any)));
    assert!(column.aspects.is_empty(), "thirteen days are not two weeks");
}

/// Sixteen days hold two days of the week three times and the others twice; that alone is no drift.
#[test]
fn days_beyond_whole_weeks_do_not_count() {
    let column = compared(&rows(1, 4000, 1, 14, any), &rows(2, 4000, 3, 16, any));
    assert!(!aspect(&column, AspectName::Weekday).drifted);
    assert!(aspect(&column, AspectName::Weekday).p_value.get() > Some(0.01));
}
