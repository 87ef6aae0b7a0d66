//! The aspects of a column drawn together.
//!
//! The column's p-value is the least of its aspects' p-values after adjusting them for one another: under Benjamini-Hochberg
//! that is Simes' (1986) test of the hypothesis that nothing about the column changed, under Holm and Bonferroni it is
//! Bonferroni's. So it holds its level however many aspects there are (Simes' test under the positive dependence that aspects of
//! one value have), and it is what enters the correction over the report. A column that is real is as strong as the
//! strongest of its real aspects.

use super::correction::correct;
use crate::Method;
use crate::policy::{Correction, Policy};
use crate::report::{Aspect, AspectName, ColumnReport, Effect};

/// What all aspects of a column come to.
pub(super) struct Combined {
    pub(super) p_value: Option<f64>,
    pub(super) effect: Option<Effect>,
    /// What moved, without the column's name.
    pub(super) change: Option<String>,
}

/// The column's own distribution among its aspects, where it was tested.
pub(super) fn own(column: &ColumnReport) -> Option<&Aspect> {
    column.primary?;
    column.aspects.iter().find(|aspect| matches!(aspect.name, AspectName::Time | AspectName::Length))
}

/// Gives the column's own distribution the result of the method that decides.
pub(super) fn update_own(column: &mut ColumnReport, primary: Method) {
    let Some(result) = column.methods.get(&primary) else { return };
    let is_own = |aspect: &&mut Aspect| matches!(aspect.name, AspectName::Time | AspectName::Length);
    if let Some(own) = column.aspects.iter_mut().find(is_own) {
        primary.id().clone_into(&mut own.method);
        own.statistic = result.statistic;
        own.p_value = result.p_value;
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
        change: strongest.and_then(|aspect| aspect.change.clone()),
    }
}

/// Settles the aspects once the column's adjusted p-value is known: none is more certain than the column.
pub(super) fn settle(aspects: &mut [Aspect], column_q: Option<f64>, alpha: f64, policy: &Policy) {
    for aspect in aspects {
        let q = aspect.q_value.get().zip(column_q).map(|(own, column)| own.max(column));
        let is_real = q.is_some_and(|q| q < alpha);
        aspect.q_value = q.into();
        aspect.drifted = is_real && effect_of(aspect).is_some_and(|effect| effect >= policy.moderate);
        aspect.moved = aspect.change.clone().filter(|_| is_real);
    }
}

fn effect_of(aspect: &Aspect) -> Option<f64> {
    aspect.effect.as_ref().and_then(|effect| effect.value.get())
}
