//! Columns whose values have several aspects: instants and texts.
//!
//! Each aspect is tested on its own; an aspect that is constant over both sides is no question and is left out. The column's
//! p-value is the least of its aspects' p-values after adjusting them for one another: under Benjamini-Hochberg that is
//! Simes' (1986) test of the hypothesis that nothing about the column changed, under Holm and Bonferroni it is Bonferroni's.
//! So it holds its level however many aspects there are (Simes' test under the positive dependence that aspects of one
//! value have), and it is what enters the correction over the report. A column that is real is as strong as the strongest
//! of its real aspects. All effects are on the scale of the PSI, the classifier's too: it is the index of the scores
//! that it gives to texts which it has not learned from.

mod classifier;
mod features;
mod hours;
mod sample;
mod shares;
mod text;
mod unseen;
mod words;

use super::contributions;
use super::evidence::{self, Judge};
use super::histogram;
use super::methods;
use super::plan::Plan;
use super::seed;
use super::table::Table;
use super::values::Values;
use super::verdict::correct;
use crate::policy::{ColumnRules, Correction, Policy};
use crate::profile::ColumnProfile;
use crate::report::{Aspect, AspectName, ColumnReport, Effect};
use crate::{ColumnType, Method, Number};
use driftglass_stats::{Distribution, Outcome};

/// What all aspects of a column come to.
pub(super) struct Combined {
    pub(super) p_value: Option<f64>,
    pub(super) effect: Option<Effect>,
    pub(super) moved: Option<String>,
}

/// The aspects of a column beside its distribution on the line.
pub(super) fn gather(
    name: &str,
    sides: [&ColumnProfile; 2],
    values: &Values,
    plan: &Plan,
    policy: &Policy,
) -> Vec<Aspect> {
    let seed = seed::of_column(policy.seed, name);
    match (plan.kind, values) {
        _ if values.totals().contains(&0) => Vec::new(),
        (ColumnType::Datetime, Values::Line(lines)) => {
            hours::aspects([&lines[0].distribution, &lines[1].distribution], policy, seed)
        }
        (ColumnType::Text, _) => text::aspects(&sides.map(ColumnProfile::levels), policy, seed),
        _ => Vec::new(),
    }
}

/// Adjusts the aspects' p-values for one another, and draws them together.
pub(super) fn combine(aspects: &mut [Aspect], alpha: f64, correction: Correction) -> Combined {
    // Without a correction over the report, several looks at one column still need one.
    let within = if correction == Correction::None { Correction::Bh } else { correction };
    let p_values: Vec<f64> = aspects.iter().filter_map(|aspect| aspect.p_value.get()).collect();
    let mut q_values = correct(p_values, within).into_iter();
    for aspect in aspects.iter_mut() {
        aspect.q_value = aspect.p_value.get().and_then(|_| q_values.next()).into();
    }
    let q_value = |aspect: &&Aspect| aspect.q_value.get();
    let size = |aspect: &&Aspect| effect_of(aspect).unwrap_or(0.0);
    let real = aspects.iter().filter(|aspect| q_value(aspect).is_some_and(|q| q < alpha));
    let strongest = real.reduce(|best, aspect| if size(&aspect) > size(&best) { aspect } else { best });
    let shown = strongest.or(aspects.iter().find(|aspect| aspect.p_value.get().is_some()));
    Combined {
        p_value: aspects.iter().filter_map(|aspect| q_value(&aspect)).reduce(f64::min),
        effect: shown.and_then(|aspect| aspect.effect.clone()),
        moved: strongest.and_then(|aspect| aspect.moved.clone()),
    }
}

/// Settles the aspects once the column's adjusted p-value is known: none is more certain than the column.
pub(super) fn settle(aspects: &mut [Aspect], column_q: Option<f64>, judge: Judge, policy: &Policy) {
    let Judge::PValue { alpha } = judge else { return };
    for aspect in aspects {
        let q = aspect.q_value.get().zip(column_q).map(|(own, column)| own.max(column));
        let is_real = q.is_some_and(|q| q < alpha);
        aspect.q_value = q.into();
        aspect.drifted = is_real && effect_of(aspect).is_some_and(|effect| effect >= policy.moderate);
        aspect.moved = aspect.moved.take().filter(|_| is_real);
    }
}

fn effect_of(aspect: &Aspect) -> Option<f64> {
    aspect.effect.as_ref().and_then(|effect| effect.value.get())
}

/// An aspect that a method of the usual kind looks at; `None` where there is nothing to compare.
fn tested(name: AspectName, method: Method, values: &Values, policy: &Policy, seed: u64) -> Option<Aspect> {
    if values.is_constant() || values.totals().contains(&0) {
        return None;
    }
    // Percentages and counts are numbers; an aspect that is not has labels of its own.
    let table = Table::of(values, ColumnType::Numeric, &ColumnRules::default());
    let outcome = methods::run(method, values, &table, seed).ok()?;
    let moved = contributions::of(&table).first().and_then(contributions::change);
    Some(Aspect { moved, ..described(name, method.id(), outcome, values, &table, policy) })
}

fn described(
    name: AspectName,
    method: &str,
    outcome: Outcome,
    values: &Values,
    table: &Table,
    policy: &Policy,
) -> Aspect {
    Aspect {
        statistic: outcome.statistic.into(),
        p_value: outcome.p_value.into(),
        effect: evidence::effect(table, policy).map(super::column::effect),
        histogram: histogram::of(values),
        ..untested(name, method)
    }
}

/// The column's own distribution as the first of its aspects; `None` where it is constant.
pub(super) fn own(values: &Values, column: &ColumnReport) -> Option<Aspect> {
    if values.is_constant() {
        return None;
    }
    let method = column.primary?;
    let top = column.contributions.first();
    let (name, moved) = match (column.kind, values) {
        (ColumnType::Text, Values::Line(lines)) => (AspectName::Length, shares::length_moved(top, lines)),
        _ => (AspectName::Time, top.and_then(contributions::change)),
    };
    Some(Aspect {
        statistic: column.methods.get(&method)?.statistic,
        p_value: column.p_value,
        effect: column.effect.clone(),
        moved,
        histogram: column.histogram.clone(),
        ..untested(name, method.id())
    })
}

/// The distribution in time where it says nothing.
pub(super) fn set_aside_time(reason: String) -> Aspect {
    Aspect { reason: Some(reason), ..untested(AspectName::Time, Method::Ks.id()) }
}

fn untested(name: AspectName, method: &str) -> Aspect {
    let none = Number::from(None);
    Aspect {
        name,
        title: name.title().to_owned(),
        method: method.to_owned(),
        statistic: none,
        p_value: none,
        q_value: none,
        effect: None,
        moved: None,
        histogram: None,
        drifted: false,
        reason: None,
    }
}

fn mean(sample: &Distribution) -> f64 {
    sample.pairs().map(|(value, count)| value * count as f64).sum::<f64>() / sample.total().max(1) as f64
}
