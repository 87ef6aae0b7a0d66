//! The sample over time: a year as well as two months, with a gap, a window that is too small, and columns that change.

use super::parts::{count, psi};
use super::{StatusCounts, Summary, Verdict};
use driftglass_core::report::{
    ChangePoint, ColumnReport, Quantile, Span, Status, Timeline, Window, WindowColumn,
};
use driftglass_core::{Number, Report};
use jiff::Timestamp;
use jiff::tz::TimeZone;

const DAY: i64 = 86_400;
/// 2026-06-01.
const BEGIN: i64 = 1_780_272_000;

/// The report with so many days as windows, of which four have no rows.
pub(crate) fn over_time(mut report: Report, days: u32) -> Report {
    let windows = days as usize;
    report.windows = (0..days).map(|day| window(&report, day, windows)).collect();
    let changes = report.columns.iter().take(2).zip([windows * 2 / 3, windows * 4 / 5]);
    let change = |(column, window): (&ColumnReport, usize)| ChangePoint {
        column: column.name.clone(),
        window: window as u64,
        at: report.windows[window].span.from,
        p_value: 1e-5.into(),
        q_value: 4e-5.into(),
    };
    let timeline = Timeline {
        column: Some("signed_up".to_owned()),
        every: "1d".to_owned(),
        window: "1d".to_owned(),
        reference: "rolling:14d".to_owned(),
        zone: Some("Europe/Berlin".to_owned()),
        season: None,
        learn: None,
        late: 12,
        undated: 3,
        changes: changes.map(change).collect(),
    };
    report.timeline = Some(timeline);
    report
}

fn window(report: &Report, day: u32, windows: usize) -> Window {
    let at = day as usize;
    let (rows, reason) = match at {
        0 => (950, Some("no rows before it to compare with")),
        at if at == windows / 2 => (29, Some("29 rows are too few to tell")),
        at if (windows / 3..windows / 3 + 4).contains(&at) => (0, Some("no rows")),
        at => (900 + (noise(at, 0) * 200.0) as u64, None),
    };
    let from = BEGIN + DAY * i64::from(day);
    let of = |(place, column)| of_column(column, place, at, windows, rows);
    let columns: Vec<WindowColumn> =
        if reason.is_some() { Vec::new() } else { (0..).zip(&report.columns).map(of).collect() };
    let mut by_status = StatusCounts::default();
    for column in &columns {
        by_status.add(column.status);
    }
    let tested = columns.len() as u64 - by_status.untested;
    let drifted = columns.iter().filter(|column| column.drifted).count() as u64;
    let share = if tested > 0 { Some(drifted as f64 / tested as f64) } else { None };
    Window {
        span: span(from, 1, rows),
        reference: reason.is_none().then(|| span(from - 14 * DAY, 14, 12_600)),
        reason: reason.map(str::to_owned),
        summary: Summary {
            verdict: if share >= Some(0.5) { Verdict::Drifted } else { Verdict::Stable },
            tested,
            drifted,
            share: share.into(),
            by_status,
        },
        columns,
    }
}

fn span(from: i64, days: i64, rows: u64) -> Span {
    let date = |at: i64| {
        let date = TimeZone::UTC.to_datetime(Timestamp::from_second(at).expect("a time of this century"));
        format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    };
    let to = from + days * DAY;
    let label = if days == 1 { date(from) } else { format!("{} to {}", date(from), date(to - DAY)) };
    Span { label, from: (from as f64).into(), to: (to as f64).into(), rows }
}

fn of_column(column: &ColumnReport, place: usize, at: usize, windows: usize, rows: u64) -> WindowColumn {
    let u = noise(at, place + 1);
    // The first two change for good, the third each fifth day, the others hardly.
    let size = match place % 9 {
        0 if at >= windows * 2 / 3 => 0.3 + 0.15 * u,
        1 if at >= windows * 4 / 5 => 0.12 + 0.09 * u,
        2 if at.is_multiple_of(5) => 0.06 + 0.08 * u,
        3 => 0.08 * u,
        _ => 0.03 * u,
    };
    let status = match size {
        _ if column.status == Status::Untested => Status::Untested,
        size if size >= 0.2 => Status::Severe,
        size if size >= 0.1 => Status::Moderate,
        size if size >= 0.05 => Status::Slight,
        _ => Status::Stable,
    };
    let is_tested = status != Status::Untested;
    let p = if status > Status::Stable { 1e-6 } else { 0.2 + 0.7 * u };
    let none = Number::from(None);
    let quantiles = column.reference.iter().flat_map(|side| &side.quantiles);
    let spread = column.reference.as_ref().and_then(|side| side.std.get()).unwrap_or(0.0);
    let missing =
        if column.missing.reference > 0 { (rows as f64 * 0.03 * (1.0 - size) * (0.5 + u)) as u64 } else { 0 };
    let levels = column.reference.iter().flat_map(|side| &side.levels);
    let total: u64 = levels.clone().map(|level| level.count).sum();
    let share = |i: usize, n: u64| {
        n as f64 / total as f64 * (1.0 + if i.is_multiple_of(2) { 2.0 } else { -2.0 } * size)
    };
    WindowColumn {
        name: column.name.clone(),
        status,
        drifted: matches!(status, Status::Moderate | Status::Severe),
        primary: column.primary.filter(|_| is_tested),
        statistic: if is_tested { size.into() } else { none },
        p_value: if is_tested { p.into() } else { none },
        q_value: if is_tested { (p * 2.0).min(1.0).into() } else { none },
        threshold: if is_tested { 0.05.into() } else { none },
        is_learned: false,
        effect: is_tested.then(|| psi([size, (size - 0.02).max(0.0), size + 0.03])),
        missing,
        quantiles: quantiles
            .map(|it| Quantile {
                p: it.p,
                value: it.value.get().map(|value| value + spread * (size * 2.0 + 0.1 * (u - 0.5))).into(),
            })
            .collect(),
        levels: (0..)
            .zip(levels)
            .take(8)
            .map(|(i, level)| count(&level.label, (share(i, level.count) * (rows - missing) as f64) as u64))
            .collect(),
    }
}

/// From 0 to 1, the same in every run.
fn noise(at: usize, place: usize) -> f64 {
    let mut state =
        (at as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (place as u64).wrapping_mul(0xD1B5_4A32_D192_ED03);
    for _ in 0..2 {
        state = (state ^ (state >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state ^= state >> 32;
    }
    (state >> 11) as f64 / (1u64 << 53) as f64
}
