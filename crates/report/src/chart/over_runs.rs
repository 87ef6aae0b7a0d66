//! Numbers run by run. Runs stand equally far apart, whenever they were.

use super::effect::END;
use super::path::{self, HIGH};
use super::plot::{Layers, Words, grid, plot};
use super::scale::across;
use super::ticks::ticks;
use crate::format::number::percent;
use crate::format::text::{plural, shorten};
use crate::format::time::{DAY, label};
use crate::trend::{RemarkKind, Trend, TrendOutcome, TrendRun};
use maud::{Markup, html};

/// The width of a run in the chart's own units.
const RUN: usize = 10;
/// Labels along the axis at the most.
const LABELS: usize = 5;

/// The share of drifted columns as a line, a dot for each run. Incidents are bands; hooks and notes have their marks above.
pub(crate) fn share_over_runs(trend: &Trend) -> Markup {
    let runs = &trend.runs;
    let most = runs.iter().filter_map(TrendRun::share).fold(0.0, f64::max);
    let marks = marks(most);
    let top = marks.last().copied().unwrap_or(1.0);
    let wide = runs.len() * RUN;
    let points = || {
        runs.iter()
            .enumerate()
            .filter_map(|(place, run)| Some((middle(place), HIGH * (1.0 - run.share()? / top), run)))
    };
    let dots = |outcome: TrendOutcome| {
        path::dots(points().filter(|(_, _, run)| run.outcome == outcome).map(|(x, y, _)| (x, y)))
    };
    let words = Words {
        title: "Share of drifted columns, run by run".to_owned(),
        description: description(trend, most),
    };
    let back = grid(marks.iter().map(|mark| (mark / top, percent(*mark))));
    let shapes = html! {
        @for incident in &trend.incidents {
            rect.incident x=(incident.from * RUN) width=((incident.to.unwrap_or(runs.len()) - incident.from) * RUN) height="200" {}
        }
        path.course d=(path::line(points().map(|(x, y, _)| (x, y)))) {}
        @for (class, outcome) in [("passed", TrendOutcome::Passed), ("invalid", TrendOutcome::Invalid), ("drifted", TrendOutcome::Drifted)] {
            path class={ "runs-dots " (class) } d=(dots(outcome)) {}
        }
    };
    let notes = html! {
        @for (place, run) in runs.iter().enumerate() {
            @if run.remarks.iter().any(|remark| remark.kind == RemarkKind::Action) { svg.action x=(share_of(place, runs.len())) { path d="M0-15l5 5-5 5-5-5z" {} } }
            @if run.remarks.iter().any(|remark| remark.kind == RemarkKind::Note) { svg.note x=(share_of(place, runs.len())) { path d="M-4-14h8l-4 8z" {} } }
        }
    };
    plot(&words, &Layers { back, wide, shapes, notes }, &labels(runs))
}

/// The effect of one column as a line, a dot for each run in which it drifted, and the limit of moderate; on the same scale for every
/// column. It has no name of its own: the row that it stands in says what it is.
pub(crate) fn effect_over_runs(points: &[Option<(f64, bool)>], limits: &[Option<[f64; 2]>]) -> Markup {
    let end = END * limits.iter().flatten().map(|[_, severe]| *severe).fold(0.0, f64::max);
    let end =
        if end > 0.0 { end } else { points.iter().flatten().map(|(value, _)| *value).fold(0.0, f64::max) };
    let y = |value: f64| if end > 0.0 { HIGH * (1.0 - (value / end).clamp(0.0, 1.0)) } else { HIGH };
    let known = || points.iter().enumerate().filter_map(|(place, point)| Some((middle(place), (*point)?)));
    let moderate =
        limits.iter().enumerate().filter_map(|(place, limits)| Some((middle(place), y((*limits)?[0]))));
    html! {
        svg.sparkline viewBox={ "0 0 " (points.len() * RUN) " 200" } preserveAspectRatio="none" {
            path.limit d=(path::line(moderate)) {}
            path.course d=(path::line(known().map(|(x, (value, _))| (x, y(value))))) {}
            path.runs-dots.drifted d=(path::dots(known().filter(|(_, (_, drifted))| *drifted).map(|(x, (value, _))| (x, y(value))))) {}
        }
    }
}

fn middle(place: usize) -> f64 {
    (place * RUN + RUN / 2) as f64
}

fn share_of(place: usize, runs: usize) -> String {
    across((place as f64 + 0.5) / runs as f64)
}

/// Round shares from 0 to one that no run exceeds.
fn marks(most: f64) -> Vec<f64> {
    let mut marks = ticks(if most > 0.0 { most } else { 0.1 }, 4);
    if let [.., last_but_one, last] = marks[..]
        && last < most
    {
        marks.push(last + (last - last_but_one));
    }
    marks
}

/// The first run, the last, and few between.
fn labels(runs: &[TrendRun]) -> Markup {
    let last = runs.len() - 1;
    let parts = last.clamp(1, LABELS - 1);
    let times: Option<Vec<f64>> = runs.iter().map(|run| run.at).collect();
    let step = times.and_then(|times| Some((times.last()? - times.first()?) / parts as f64));
    let text = |run: &TrendRun| match (run.at, step) {
        (Some(at), Some(step)) => label(at, step.clamp(60.0, 30.0 * DAY)),
        _ => shorten(&run.name, 16),
    };
    html! {
        g.along {
            @for part in 0..=parts.min(last) {
                @let place = part * last / parts;
                text x=[(part > 0).then(|| if part == parts { across(1.0) } else { share_of(place, runs.len()) })] { (text(&runs[place])) }
            }
        }
    }
}

fn description(trend: &Trend, most: f64) -> String {
    let last = trend
        .runs
        .last()
        .and_then(TrendRun::share)
        .map_or_else(String::new, |share| format!(", {} in the last", percent(share)));
    let incidents = match trend.incidents.len() {
        0 => String::new(),
        n => format!(" {}.", plural(n as u64, "incident")),
    };
    format!(
        "{}: up to {} of columns drifted{last}.{incidents}",
        plural(trend.runs.len() as u64, "run"),
        percent(most)
    )
}
