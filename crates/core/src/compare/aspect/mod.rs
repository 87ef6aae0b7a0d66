//! Columns whose values have several aspects: instants and texts.
//!
//! Each aspect is tested on its own; an aspect that is constant over both sides is no question and is left out. What they come to
//! together is the verdict's business. All effects are on the scale of the PSI, the classifier's too: it is the index of the
//! scores that it gives to texts which it has not learned from.

mod classifier;
mod features;
mod hours;
mod sample;
mod shares;
mod text;
mod unseen;
mod words;

use super::contributions;
use super::evidence;
use super::histogram;
use super::methods::Tested;
use super::nature::Nature;
use super::seed;
use super::table::Table;
use super::values::Values;
use crate::judge;
use crate::policy::{ColumnRules, Policy};
use crate::profile::ColumnProfile;
use crate::report::{Aspect, AspectName, ColumnReport};
use crate::{ColumnType, Method, Number};
use driftglass_stats::{Distribution, Outcome};

/// The aspects of a column beside its distribution on the line.
pub(super) fn gather(
    name: &str,
    sides: [&ColumnProfile; 2],
    values: &Values<'_>,
    nature: &Nature,
    policy: &Policy,
) -> Vec<Aspect> {
    let seed = seed::of_column(policy.seed, name);
    match (nature.kind, values) {
        _ if values.totals().contains(&0) => Vec::new(),
        (ColumnType::Datetime, Values::Line(lines)) => {
            hours::aspects([&lines[0].distribution, &lines[1].distribution], policy, seed)
        }
        // The texts that are left are not like the others.
        (ColumnType::Text, _) if sides.iter().any(|side| side.left_out().is_some()) => Vec::new(),
        (ColumnType::Text, _) => text::aspects(&sides.map(ColumnProfile::levels), policy, seed),
        _ => Vec::new(),
    }
}

/// An aspect that a method of the usual kind looks at; `None` where there is nothing to compare.
fn tested(
    name: AspectName,
    method: Method,
    values: &Values<'_>,
    policy: &Policy,
    seed: u64,
) -> Option<Aspect> {
    if values.is_constant() || values.totals().contains(&0) {
        return None;
    }
    // Percentages and counts are numbers; an aspect that is not has labels of its own.
    let table = Table::of(values, ColumnType::Numeric, &ColumnRules::default());
    let samples = values.samples();
    let outcome = Tested { values, samples: samples.as_ref(), table: &table, seed }.run(method).ok()?;
    let change = contributions::of(&table).first().and_then(judge::change);
    Some(Aspect { change, ..described(name, method.id(), outcome, values, &table, policy) })
}

fn described(
    name: AspectName,
    method: &str,
    outcome: Outcome,
    values: &Values<'_>,
    table: &Table,
    policy: &Policy,
) -> Aspect {
    Aspect {
        statistic: outcome.statistic.into(),
        p_value: outcome.p_value.into(),
        effect: evidence::effect(table, policy).map(super::column::effect),
        histogram: histogram::of(values, ColumnType::Numeric),
        ..untested(name, method)
    }
}

/// The column's own distribution as the first of its aspects; `None` where it is constant.
pub(super) fn own(values: &Values<'_>, column: &ColumnReport) -> Option<Aspect> {
    if values.is_constant() {
        return None;
    }
    let method = column.primary?;
    let top = column.contributions.first();
    let (name, change) = match (column.kind, values) {
        (ColumnType::Text, Values::Line(lines)) => (AspectName::Length, shares::length_moved(top, lines)),
        _ => (AspectName::Time, top.and_then(judge::change)),
    };
    Some(Aspect {
        statistic: column.methods.get(&method)?.statistic,
        p_value: column.methods.get(&method)?.p_value,
        effect: column.effect.clone(),
        change,
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
        change: None,
        moved: None,
        histogram: None,
        drifted: false,
        reason: None,
    }
}

fn mean(sample: &Distribution) -> f64 {
    sample.pairs().map(|(value, count)| value * count as f64).sum::<f64>() / sample.total().max(1) as f64
}
