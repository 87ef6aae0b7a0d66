//! Each column through all windows, and each window over all columns.

use super::frame::{Against, Counts, Frame, span, span_of};
use super::gather::{ColumnSteps, Moving, column_of};
use super::learn;
use super::rule::{Plan, Reference};
use super::{Column, OverTime};
use crate::compare::compare_briefly;
use crate::judge::{hold_to_effects, is_by_p_value, settle};
use crate::policy::{Policy, PolicyError};
use crate::report::{ColumnReport, ColumnSummary, Window, WindowColumn};
use crate::{Number, Parallel};

/// Quantiles of a window that a report gives, by their probabilities.
const PROBABILITIES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Levels of a window that a report lists.
const LEVELS: usize = 5;

/// A column in every window, and the limits that were learned for it.
pub(super) struct History {
    reports: Vec<Option<ColumnReport>>,
    limits: Vec<Option<f64>>,
}

/// Every window with its verdict.
pub(super) fn windows(
    data: &OverTime<'_>,
    histories: Vec<History>,
    frames: &[Frame],
    counts: &Counts,
    plan: &Plan,
    policy: &Policy,
    parallel: &impl Parallel,
) -> Vec<Window> {
    let mut by_window: Vec<Vec<(ColumnReport, Option<f64>)>> = frames.iter().map(|_| Vec::new()).collect();
    for history in histories {
        for ((window, report), limit) in by_window.iter_mut().zip(history.reports).zip(history.limits) {
            window.extend(report.map(|report| (report, limit)));
        }
    }
    let pieces: Vec<_> = frames.iter().zip(by_window).collect();
    parallel.map(pieces, |(frame, columns)| window(frame, columns, data, counts, plan, policy))
}

/// One column, window after window.
pub(super) fn history(
    column: &Column<'_>,
    position: u64,
    own: &ColumnSteps,
    data: &OverTime<'_>,
    frames: &[Frame],
    plan: &Plan,
    policy: &Policy,
) -> Result<History, PolicyError> {
    let &Column { name, ref nature } = column;
    let whole = data.reference.map(|reference| column_of(reference, name));
    let before = data.reference_series.map(|series| {
        let reference = ColumnSteps::of(name, series);
        if plan.reference == Reference::Fixed { reference } else { reference.and(own) }
    });
    let before = before.as_ref().unwrap_or(own);
    let mut moving = Moving::default();
    let mut reports = Vec::with_capacity(frames.len());
    for frame in frames {
        let reference = match (&frame.against, &whole) {
            _ if frame.reason.is_some() => None,
            (Against::Steps(choice), _) => Some(moving.profile(choice, before)),
            (Against::Data, whole) => whole.as_ref(),
        };
        let compared = reference.map(|reference| {
            compare_briefly(name, position, reference, &own.range(&frame.steps), nature, policy)
        });
        reports.push(compared.transpose()?);
    }
    let limits = match (plan.learn, plan.reference) {
        (None, _) => vec![None; frames.len()],
        (Some(learn), Reference::Fixed | Reference::First(_)) => {
            let steps = match (plan.reference, data.reference_series) {
                (Reference::Fixed, series) => series.and_then(|series| {
                    let mut steps = series.steps().keys();
                    let first = *steps.next()?;
                    Some(first..steps.next_back().map_or(first, |last| *last) + 1)
                }),
                // The first windows are windows of the current data, whatever came before them.
                _ => frames.first().and_then(|frame| match &frame.against {
                    Against::Steps(choice) => Some(choice.steps.clone()),
                    Against::Data => None,
                }),
            };
            let limit = match steps {
                Some(steps) => learn::of_reference(column, &steps, before, plan, learn, policy)?,
                None => None,
            };
            vec![limit; frames.len()]
        }
        (Some(learn), reference) => learn::of_earlier(frames, &reports, reference, learn),
    };
    Ok(History { reports, limits })
}

/// One window over all columns.
fn window(
    frame: &Frame,
    columns: Vec<(ColumnReport, Option<f64>)>,
    data: &OverTime<'_>,
    counts: &Counts,
    plan: &Plan,
    policy: &Policy,
) -> Window {
    let cut = data.series.cut();
    let reference = match &frame.against {
        Against::Steps(choice) if frame.reason.is_none() && plan.reference != Reference::Fixed => {
            span_of(choice, &counts.both, cut)
        }
        _ => None,
    };
    let (mut reports, limits): (Vec<ColumnReport>, Vec<Option<f64>>) = columns.into_iter().unzip();
    // A window has all columns, each at its position, or none.
    let limit = |report: &ColumnReport| {
        limits.get(report.position as usize).copied().flatten().filter(|_| is_by_p_value(report, policy))
    };
    let mut summary = settle(&mut reports, policy);
    if plan.learn.is_some() {
        summary = hold_to_effects(&mut reports, limit, policy);
    }
    reports.sort_by_key(|report| report.position);
    Window {
        span: span(&frame.steps, frame.rows, cut),
        reference,
        reason: frame.reason.clone(),
        summary,
        columns: reports.iter().map(|report| describe(report, limit(report))).collect(),
    }
}

fn describe(report: &ColumnReport, limit: Option<f64>) -> WindowColumn {
    let primary = report.primary.and_then(|method| report.methods.get(&method));
    let number = |of: fn(&crate::report::MethodResult) -> Number| primary.map_or(Number::from(None), of);
    let values = report.current.as_ref();
    WindowColumn {
        name: report.name.clone(),
        status: report.status,
        drifted: report.drifted,
        primary: report.primary,
        statistic: number(|result| result.statistic),
        p_value: report.p_value,
        q_value: report.q_value,
        threshold: limit.map_or_else(|| number(|result| result.threshold), Number::from),
        is_learned: limit.is_some(),
        effect: report.effect.clone(),
        missing: report.missing.current,
        quantiles: values.map(quantiles).unwrap_or_default(),
        levels: values.map(|values| values.levels.iter().take(LEVELS).cloned().collect()).unwrap_or_default(),
    }
}

fn quantiles(values: &ColumnSummary) -> Vec<crate::report::Quantile> {
    let is_wanted = |quantile: &&crate::report::Quantile| {
        quantile.p.get().is_some_and(|p| PROBABILITIES.iter().any(|wanted| (p - wanted).abs() < 1e-9))
    };
    values.quantiles.iter().filter(is_wanted).cloned().collect()
}
