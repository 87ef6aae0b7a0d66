//! Which windows there are, and what each is compared with: told by how many rows the steps have, and by nothing else of them.

use super::rule::{Plan, Reference};
use crate::report::Span;
use crate::series::{Cut, Series, Step, WindowError};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Rows under which a window, or what it is compared with, is too small to tell.
pub(super) const LEAST_ROWS: u64 = 30;

/// Windows of a report. More are a mistake in the step or in the times.
const MOST: i64 = 10_000;

/// Why a window of the first ones is not compared: as it should be.
pub(super) const PART_OF_REFERENCE: &str = "part of the reference";

/// One window.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Frame {
    pub(super) steps: Range<Step>,
    pub(super) rows: u64,
    pub(super) against: Against,
    /// Why it is not compared.
    pub(super) reason: Option<String>,
}

/// What a window is compared with.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Against {
    /// The reference data, whole.
    Data,
    /// These steps before it, or of the reference data.
    Steps(Choice),
}

/// Some steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) steps: Range<Step>,
    /// Their places in the season; all of them where there are none.
    pub(super) phases: BTreeSet<i64>,
    pub(super) period: i64,
}

impl Choice {
    pub(super) fn holds(&self, step: Step) -> bool {
        self.steps.contains(&step)
            && (self.phases.is_empty() || self.phases.contains(&step.rem_euclid(self.period)))
    }
}

/// How many rows each step has: in the data that are compared, and in those that may come before.
pub(super) struct Counts {
    pub(super) current: BTreeMap<Step, u64>,
    /// Of the reference data and of the current.
    pub(super) both: BTreeMap<Step, u64>,
    /// Of the reference data alone, where they are cut; their number otherwise.
    pub(super) reference: Option<BTreeMap<Step, u64>>,
    pub(super) reference_rows: u64,
}

impl Counts {
    pub(super) fn of(reference: Option<&Series>, reference_rows: u64, current: &Series) -> Self {
        let count = |series: &Series| -> BTreeMap<Step, u64> {
            series.steps().iter().map(|(&step, profile)| (step, profile.rows())).collect()
        };
        let current = count(current);
        let reference = reference.map(count);
        let mut both = current.clone();
        for (&step, &rows) in reference.iter().flatten() {
            *both.entry(step).or_default() += rows;
        }
        Self { current, both, reference, reference_rows }
    }
}

/// The steps of a choice that have rows.
fn held<'a>(counts: &'a BTreeMap<Step, u64>, choice: &'a Choice) -> impl Iterator<Item = (Step, u64)> + 'a {
    let Range { start, end } = choice.steps;
    let some = counts.range(start..end.max(start)).map(|(&step, &rows)| (step, rows));
    some.filter(|(step, _)| choice.holds(*step))
}

fn rows_in(counts: &BTreeMap<Step, u64>, steps: &Range<Step>) -> u64 {
    if steps.start >= steps.end { 0 } else { counts.range(steps.clone()).map(|(_, rows)| rows).sum() }
}

/// The steps of every window, in the order of time.
pub(super) fn ranges(
    counts: &BTreeMap<Step, u64>,
    plan: &Plan,
    cut: &Cut,
) -> Result<Vec<Range<Step>>, WindowError> {
    let (Some(&first), Some(&last)) = (counts.keys().next(), counts.keys().next_back()) else {
        return Ok(Vec::new());
    };
    let width = plan.steps(plan.window);
    let Some(every) = plan.every.map(|every| plan.steps(every)) else {
        return Ok(std::iter::once(last + 1 - width..last + 1).collect());
    };
    let up = |step: Step| step + (-step).rem_euclid(every);
    let final_end = up(last + 1);
    // The first window that could be full, unless all the data do not fill one.
    let first_end = up(first - first.rem_euclid(every) + width).min(final_end);
    let number = (final_end - first_end) / every + 1;
    if number > MOST {
        return Err(WindowError::new(
            format!(
                "{number} windows lie between the first row, in {}, and the last, in {}",
                cut.label(first, first + 1, counts[&first]),
                cut.label(last, last + 1, counts[&last])
            ),
            match cut.column() {
                Some(_) => "use a longer step, or look for rows whose time is far from the others",
                None => "use a longer step",
            },
        ));
    }
    let ends = (0..number).map(|place| first_end + place * every);
    // An hour that the clock leaves out in spring is no window, unless some clock was not turned.
    let is_there =
        |steps: &Range<Step>| cut.start(steps.start) < cut.start(steps.end) || rows_in(counts, steps) > 0;
    Ok(ends.map(|end| end - width..end).filter(is_there).collect())
}

/// Every window with what it is compared with.
pub(super) fn frames(counts: &Counts, ranges: &[Range<Step>], plan: &Plan) -> Vec<Frame> {
    let rows: Vec<u64> = ranges.iter().map(|steps| rows_in(&counts.current, steps)).collect();
    let firsts = firsts(ranges, &rows, plan);
    let frame = |(place, steps): (usize, &Range<Step>)| {
        let phases = phases(steps, plan);
        let choose = |steps: Range<Step>| {
            let period = plan.period().unwrap_or(1);
            Choice { steps, phases: phases.clone(), period }
        };
        let begin = || counts.both.keys().next().copied().unwrap_or(steps.start);
        let against = match plan.reference {
            Reference::Fixed if phases.is_empty() => Against::Data,
            Reference::Fixed => Against::Steps(choose(Step::MIN..Step::MAX)),
            Reference::First(_) => Against::Steps(choose(firsts.clone())),
            Reference::Expanding => Against::Steps(choose(begin()..steps.start)),
            Reference::Rolling(length) => {
                Against::Steps(choose(steps.start - plan.steps(length)..steps.start))
            }
            Reference::Previous => {
                // From like to like, where there is a season: from one Sunday to the one before.
                let stride = match plan.period() {
                    Some(period) if !phases.is_empty() => period,
                    _ => steps.end - steps.start,
                };
                let is_like = |step: &Step| phases.is_empty() || phases.contains(&step.rem_euclid(stride));
                let last = counts.both.range(..steps.start).map(|(&step, _)| step).rfind(is_like);
                // As many strides back as it takes to meet a row.
                let back = last.map_or(1, |last| (steps.start - last + stride - 1).div_euclid(stride));
                Against::Steps(choose(steps.start - back * stride..steps.end - back * stride))
            }
        };
        let reason = reason(rows[place], steps, &against, counts, plan, &firsts);
        Frame { steps: steps.clone(), rows: rows[place], against, reason }
    };
    ranges.iter().enumerate().map(frame).collect()
}

/// The steps of the first windows that have rows, where they are the reference.
fn firsts(ranges: &[Range<Step>], rows: &[u64], plan: &Plan) -> Range<Step> {
    let Reference::First(count) = plan.reference else { return 0..0 };
    let mut taken = ranges.iter().zip(rows).filter(|(_, rows)| **rows > 0).take(count as usize);
    let Some((first, _)) = taken.next() else { return 0..0 };
    first.start..taken.last().map_or(first.end, |(last, _)| last.end)
}

/// The places of a window's steps in the season; none where it has all of them, or where nobody asked.
pub(super) fn phases(steps: &Range<Step>, plan: &Plan) -> BTreeSet<i64> {
    match plan.period() {
        Some(period) if steps.end - steps.start < period => {
            steps.clone().map(|step| step.rem_euclid(period)).collect()
        }
        _ => BTreeSet::new(),
    }
}

/// Why a window is not compared.
fn reason(
    rows: u64,
    steps: &Range<Step>,
    against: &Against,
    counts: &Counts,
    plan: &Plan,
    firsts: &Range<Step>,
) -> Option<String> {
    if rows == 0 {
        return Some("no rows".to_owned());
    }
    if matches!(plan.reference, Reference::First(_)) && steps.start < firsts.end {
        return Some(PART_OF_REFERENCE.to_owned());
    }
    if rows < LEAST_ROWS {
        return Some(format!("{rows} rows are too few to tell"));
    }
    let before = match against {
        Against::Data => counts.reference_rows,
        Against::Steps(choice) => {
            let source = match plan.reference {
                Reference::Fixed => counts.reference.as_ref()?,
                _ => &counts.both,
            };
            held(source, choice).map(|(_, rows)| rows).sum()
        }
    };
    let like = match plan.season {
        Some(season) => format!(" at the same time of the {}", season.name()),
        None => String::new(),
    };
    match before {
        0 if plan.reference == Reference::Fixed => Some(format!("the reference has no rows{like}")),
        0 => Some(format!("no rows before it to compare with{like}")),
        few if few < LEAST_ROWS => Some(format!("{few} rows to compare with{like} are too few to tell")),
        _ => None,
    }
}

/// A range of steps as the report says it, as far as there are rows.
pub(super) fn span(steps: &Range<Step>, rows: u64, cut: &Cut) -> Span {
    Span {
        label: cut.label(steps.start, steps.end, rows),
        from: (cut.start(steps.start) as f64).into(),
        to: (cut.end(steps.start, steps.end, rows) as f64).into(),
        rows,
    }
}

/// The steps of a reference from the first with rows to the last, as the report says them.
pub(super) fn span_of(choice: &Choice, counts: &BTreeMap<Step, u64>, cut: &Cut) -> Option<Span> {
    let mut steps = held(counts, choice);
    let (first, mut rows) = steps.next()?;
    let mut last = first;
    for (step, more) in steps {
        (last, rows) = (step, rows + more);
    }
    Some(span(&(first..last + 1), rows, cut))
}
