//! Each column over the runs.

use super::{Trend, TrendColumn};
use crate::chart::effect_over_runs;
use crate::component::badge;
use crate::format::number::{NONE, effect};
use crate::format::text::plural;
use crate::markup::name;
use driftglass_core::report::Status;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Of more columns than this the rest is folded up.
const FIRST: usize = 12;

/// A column in every run, where it was there.
struct Track<'a> {
    name: &'a str,
    runs: Vec<Option<&'a TrendColumn>>,
}

/// The effect of each column over the runs; those that drifted most often first. Nothing where there are no columns.
pub(super) fn columns(trend: &Trend) -> Markup {
    let tracks = tracks(trend);
    let (first, rest) = tracks.split_at(tracks.len().min(FIRST));
    html! {
        @if !tracks.is_empty() {
            section.tracks aria-labelledby="columns" {
                h2 #columns { "Columns" small { "how large each change is, run by run; the broken line is where it is moderate" } }
                (table(trend, first))
                @if !rest.is_empty() {
                    details { summary { "And " (plural(rest.len() as u64, "more column")) } (table(trend, rest)) }
                }
            }
        }
    }
}

fn table(trend: &Trend, tracks: &[Track<'_>]) -> Markup {
    html! {
        table {
            thead { tr { th { "Column" } th { "Effect over runs" } th { "Drifted in" } th { "Last effect" } th { "Last status" } } }
            tbody { @for track in tracks { (row(trend, track)) } }
        }
    }
}

fn row(trend: &Trend, track: &Track<'_>) -> Markup {
    let limits: Vec<_> = trend.runs.iter().map(|run| run.limits).collect();
    let points: Vec<_> =
        track.runs.iter().map(|column| Some((column.as_ref()?.effect?, column.as_ref()?.drifted))).collect();
    let last = track.runs.last().copied().flatten();
    html! {
        tr {
            th { (name(track.name)) }
            td { (effect_over_runs(&points, &limits)) }
            td { (track.drifted()) " of " (track.runs.iter().flatten().count()) }
            td { (last.and_then(|column| column.effect).map_or_else(|| NONE.to_owned(), |value| effect(value.into()))) }
            td { @match last { Some(column) => { (badge(column.status)) }, None => { (NONE) } } }
        }
    }
}

impl Track<'_> {
    fn drifted(&self) -> usize {
        self.runs.iter().flatten().filter(|column| column.drifted).count()
    }

    fn largest(&self) -> f64 {
        let effects = self.runs.iter().flatten().filter(|column| column.status != Status::Untested);
        effects.filter_map(|column| column.effect).fold(0.0, f64::max)
    }
}

fn tracks(trend: &Trend) -> Vec<Track<'_>> {
    let mut by_name: BTreeMap<&str, Vec<Option<&TrendColumn>>> = BTreeMap::new();
    for (place, run) in trend.runs.iter().enumerate() {
        for column in &run.columns {
            let runs = by_name.entry(&column.name).or_insert_with(|| vec![None; trend.runs.len()]);
            runs[place] = Some(column);
        }
    }
    let mut tracks: Vec<_> = by_name.into_iter().map(|(name, runs)| Track { name, runs }).collect();
    tracks.sort_by(|a, b| b.drifted().cmp(&a.drifted()).then_with(|| b.largest().total_cmp(&a.largest())));
    tracks
}
