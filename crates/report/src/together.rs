//! What several columns say together, in words.

use crate::format::number::{NONE, count, hundredths};
use crate::format::text::plural;
use driftglass_core::Report;
use driftglass_core::report::{Association, Domain, Measure};

/// So many columns are named as the classifier's means.
const NAMED: usize = 3;

/// The area under the curve up to which a classifier hardly tells the two apart, however surely.
const HARDLY: f64 = 0.55;

/// `2 of 171 pairs of columns hang together differently now`; `None` where no pair was tested.
pub(crate) fn relations(report: &Report) -> Option<String> {
    let pairs = report.pairs;
    match (pairs.changed, pairs.tested) {
        (_, 0) => None,
        (0, 1) => Some("The one pair of columns hangs together as before".to_owned()),
        (0, tested) => Some(format!("All {} of columns hang together as before", plural(tested, "pair"))),
        (1, 1) => Some("The one pair of columns hangs together differently now".to_owned()),
        (1, tested) => {
            Some(format!("1 of {} of columns hangs together differently now", plural(tested, "pair")))
        }
        (changed, tested) => Some(format!(
            "{} of {} of columns hang together differently now",
            count(changed),
            plural(tested, "pair")
        )),
    }
}

/// The pairs that changed; a pair of numbers that changed by both its measures is told by Spearman's alone.
pub(crate) fn changed(report: &Report) -> Vec<&Association> {
    let changed = || report.associations.iter().filter(|pair| pair.changed);
    let by_rank = |pair: &Association| {
        changed().any(|other| {
            other.measure == Measure::Spearman && (&other.left, &other.right) == (&pair.left, &pair.right)
        })
    };
    changed().filter(|pair| pair.measure != Measure::Pearson || !by_rank(pair)).collect()
}

/// `Spearman 0.31 -> −0.28`.
pub(crate) fn before_and_after(pair: &Association) -> String {
    format!("{} {} -> {}", pair.measure.title(), hundredths(pair.reference), hundredths(pair.current))
}

/// The classifier's sentence in parts, so that names can be set apart from words.
pub(crate) struct Told<'a> {
    /// `AUC 0.71 (0.68 to 0.74): yes, mostly by `, or all of it where no column is named.
    pub(crate) lead: String,
    /// The columns, most important first.
    pub(crate) names: Vec<&'a str>,
}

/// How well the classifier tells the two apart; `None` where it was not tried and there is no reason either.
pub(crate) fn told_apart(domain: &Domain) -> Option<Told<'_>> {
    let whole = |lead: String| Some(Told { lead, names: Vec::new() });
    let Some(auc) = domain.auc.get() else {
        return whole(format!("Not tried: {}", crate::visible(domain.reason.as_deref()?)));
    };
    let interval = match (domain.low.get(), domain.high.get()) {
        (Some(_), Some(_)) => {
            format!(
                "AUC {} ({} to {})",
                hundredths(domain.auc),
                hundredths(domain.low),
                hundredths(domain.high)
            )
        }
        _ => format!("AUC {}", hundredths(domain.auc)),
    };
    if !domain.drifted {
        return whole(format!("{interval}: no better than chance"));
    }
    let answer = if auc < HARDLY { "hardly, but more often than chance" } else { "yes" };
    let names: Vec<&str> = domain.columns.iter().take(NAMED).map(|column| column.name.as_str()).collect();
    let means = match (names.len(), domain.columns.len()) {
        (0, _) => "",
        (named, all) if named < all => ", mostly by ",
        _ => ", by ",
    };
    Some(Told { lead: format!("{interval}: {answer}{means}"), names })
}

/// Names as words list them: `a, b and c`.
pub(crate) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// An importance as a percentage, or an en dash.
pub(crate) fn importance(share: driftglass_core::Number) -> String {
    share.get().map_or_else(|| NONE.to_owned(), crate::format::number::percent)
}
