//! When columns changed: the counts of a column in its bins, step after step.

use super::Column;
use super::frame::Frame;
use super::gather::ColumnSteps;
use super::rule::Plan;
use crate::compare::{Nature, seed_of_column};
use crate::policy::Policy;
use crate::profile::Common;
use crate::report::ChangePoint;
use crate::series::{Series, Step};
use crate::{ColumnProfile, ColumnType, Parallel, Profile, Role};
use driftglass_stats::{Bins, Distribution, benjamini_hochberg, change_point};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Bins of values on a line, and levels that count by themselves.
const BINS: usize = 10;

/// What is looked at for changes: the steps between windows, because windows that overlap hold the same rows.
pub(super) struct Blocks {
    starts: Vec<Step>,
    every: i64,
    /// Their places in the season, where there is one.
    phases: Vec<usize>,
}

impl Blocks {
    pub(super) fn of(series: &Series, plan: &Plan) -> Option<Self> {
        let every = plan.steps(plan.every?);
        let (&first, &last) = (series.steps().keys().next()?, series.steps().keys().next_back()?);
        let begin = first - first.rem_euclid(every);
        let starts: Vec<Step> = (0..=(last - begin) / every).map(|place| begin + place * every).collect();
        let phases = match plan.period().filter(|period| every < *period) {
            Some(period) => starts.iter().map(|start| start.rem_euclid(period) as usize).collect(),
            None => Vec::new(),
        };
        Some(Self { starts, every, phases })
    }

    /// The counts of a column in each, unless nobody asks when it changed. All steps are counted in the same detail: one that is held in
    /// more than the others would look like a change.
    pub(super) fn count(
        &self,
        column: &Column<'_>,
        whole: &Profile,
        steps: &ColumnSteps,
    ) -> Option<Vec<Vec<u64>>> {
        let Nature { kind, role, .. } = column.nature;
        if kind == ColumnType::Datetime || !matches!(role, Role::Feature | Role::Target | Role::Prediction) {
            return None;
        }
        let none = ColumnProfile::default();
        let whole = whole.column(column.name).unwrap_or(&none);
        let found: Vec<&ColumnProfile> =
            steps.parts().map(|(_, part)| part.column(column.name).unwrap_or(&none)).collect();
        let common = Common::of(whole, &found);
        let counter = Counter::of(column, &common.apply(whole));
        let mut counts = vec![vec![0; counter.len()]; self.starts.len()];
        for ((step, part), values) in steps.parts().zip(found) {
            let block = ((step - self.starts[0]) / self.every) as usize;
            counter.add(column, &common.apply(values), part.missing(values), &mut counts[block]);
        }
        Some(counts)
    }
}

/// The moments at which columns changed, the surest first, by the counts of each.
pub(super) fn find(
    counts: Vec<(&Column<'_>, Vec<Vec<u64>>)>,
    blocks: &Blocks,
    series: &Series,
    frames: &[Frame],
    policy: &Policy,
    parallel: &impl Parallel,
) -> Vec<ChangePoint> {
    let (asked, sequences): (Vec<&Column<'_>>, Vec<_>) = counts.into_iter().unzip();
    let seeds: Vec<u64> = asked.iter().map(|column| seed_of_column(policy.seed, column.name)).collect();
    let window = |start: Step| {
        // The first window with what came after.
        frames.iter().position(|frame| frame.steps.end > start).unwrap_or(0)
    };
    let mut changes: Vec<ChangePoint> = segment(&sequences, &blocks.phases, &seeds, policy.alpha, parallel)
        .into_iter()
        .map(|Change { sequence, item, p_value, q_value }| ChangePoint {
            column: asked[sequence].name.to_owned(),
            window: window(blocks.starts[item]) as u64,
            at: (series.cut().start(blocks.starts[item]) as f64).into(),
            p_value: p_value.into(),
            q_value: q_value.into(),
        })
        .collect();
    // Stable, so that equally sure ones stay in the order of the columns, and of time.
    let certainty = |change: &ChangePoint| [change.q_value, change.p_value].map(|p| p.get().unwrap_or(1.0));
    changes.sort_by(|a, b| {
        let ([q, p], [other_q, other_p]) = (certainty(a), certainty(b));
        q.total_cmp(&other_q).then(p.total_cmp(&other_p))
    });
    changes
}

/// A change in one of several sequences.
struct Change {
    sequence: usize,
    item: usize,
    p_value: f64,
    q_value: f64,
}

/// Orders of the items that are drawn at least and at most.
const DRAWS: [f64; 2] = [999.0, 19_999.0];

/// The changes in each sequence of counts, sequence after sequence and in the order of time. A sequence is cut at its clearest change, and its
/// parts are asked again (binary segmentation: Scott and Knott 1974, Vostrikova 1981). In each round the p-values of all parts are adjusted
/// together (Benjamini and Hochberg 1995), and no change is surer than the one that its part comes from.
fn segment(
    sequences: &[Vec<Vec<u64>>],
    phases: &[usize],
    seeds: &[u64],
    alpha: f64,
    parallel: &impl Parallel,
) -> Vec<Change> {
    struct Part {
        sequence: usize,
        items: Vec<usize>,
        q_value: f64,
    }
    let whole = |(sequence, counts): (usize, &Vec<Vec<u64>>)| {
        let has_rows = |item: &usize| counts[*item].iter().any(|count| *count > 0);
        Part { sequence, items: (0..counts.len()).filter(has_rows).collect(), q_value: 0.0 }
    };
    let mut parts: Vec<Part> = sequences.iter().enumerate().map(whole).collect();
    let mut changes = Vec::new();
    while !parts.is_empty() {
        // So many that the only change among all parts could be told from chance.
        let draws = (5.0 * parts.len() as f64 / alpha).clamp(DRAWS[0], DRAWS[1]) as u32;
        let found = parallel.map(parts, |part| {
            let counts: Vec<&[u64]> =
                part.items.iter().map(|&item| sequences[part.sequence][item].as_slice()).collect();
            let phases: Vec<usize> =
                part.items.iter().filter_map(|&item| phases.get(item).copied()).collect();
            let seed = seeds[part.sequence] ^ part.items.first().map_or(0, |&first| first as u64);
            let change = change_point(&counts, &phases, draws, seed)?;
            Some((part, change))
        });
        let found: Vec<_> = found.into_iter().flatten().collect();
        let q_values =
            benjamini_hochberg(&found.iter().map(|(_, change)| change.p_value).collect::<Vec<_>>());
        parts = Vec::new();
        for ((part, change), q_value) in found.into_iter().zip(q_values) {
            let q_value = q_value.max(part.q_value);
            if q_value < alpha {
                let (before, after) = part.items.split_at(change.at);
                let sequence = part.sequence;
                changes.push(Change { sequence, item: after[0], p_value: change.p_value, q_value });
                parts.extend([before, after].map(|items| Part { sequence, items: items.to_vec(), q_value }));
            }
        }
    }
    changes.sort_unstable_by_key(|change| (change.sequence, change.item));
    changes
}

/// How the values of a column are counted; the last count is that of missing ones.
enum Counter {
    Line(Bins),
    /// The most frequent levels, then all others.
    Levels(BTreeMap<String, usize>),
}

impl Counter {
    fn of(column: &Column<'_>, whole: &ColumnProfile) -> Self {
        if column.nature.kind.is_ordered() {
            let line = line(column, whole);
            return Self::Line(Bins::quantile(&line, &line, BINS));
        }
        let mut levels: Vec<(String, u64)> = whole.levels().into_iter().collect();
        levels.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self::Levels(
            levels.into_iter().take(BINS - 1).enumerate().map(|(place, (label, _))| (label, place)).collect(),
        )
    }

    fn len(&self) -> usize {
        match self {
            Self::Line(bins) => bins.bins().len() + 1,
            Self::Levels(levels) => levels.len() + 2,
        }
    }

    fn add(&self, column: &Column<'_>, values: &ColumnProfile, missing: u64, counts: &mut [u64]) {
        match self {
            Self::Line(bins) => {
                for (sum, count) in counts.iter_mut().zip(bins.counts(&line(column, values))) {
                    *sum += count;
                }
            }
            Self::Levels(levels) => {
                // With the texts that a step does not hold, so that its memory moves no share.
                let mut others = values.values();
                for (label, count) in values.levels() {
                    if let Some(&place) = levels.get(&label) {
                        counts[place] += count;
                        others -= count;
                    }
                }
                counts[levels.len()] += others;
            }
        }
        if let Some(last) = counts.last_mut() {
            *last += missing;
        }
    }
}

fn line<'a>(column: &Column<'_>, values: &'a ColumnProfile) -> Cow<'a, Distribution> {
    values.line(column.nature.kind, column.nature.spelling).distribution
}
