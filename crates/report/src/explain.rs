//! Why a column has its status, in plain sentences.

use crate::facts::{missing_changed, missing_shares, shown_p_value};
use crate::format::effect::effect_with_interval;
use crate::format::method::sentence;
use crate::format::number::{effect, exact_p_value, p_value, setting};
use crate::format::text::visible;
use driftglass_core::policy::Correction;
use driftglass_core::report::{ColumnReport, MethodResult, PolicySummary, Status};
use driftglass_core::{ColumnType, Report};

/// What the deciding method looks at, what it found, whether chance explains that, and whether it matters.
pub(crate) fn explain(report: &Report, column: &ColumnReport) -> String {
    let policy = &report.policy;
    let mut text = Vec::new();
    if column.status == Status::Untested {
        let reason = column.reason.as_deref().map_or_else(|| "no reason was given".into(), visible);
        text.push(format!("Not tested: {}.", reason.trim_end_matches('.')));
    } else if !column.aspects.is_empty() {
        text.push(of_aspects(column, policy));
    } else if let Some((method, result)) =
        column.primary.and_then(|method| Some((method, column.methods.get(&method)?)))
    {
        text.push(sentence(method).to_owned());
        text.push(finding(column, result, policy));
    }
    text.extend(size(column, policy));
    if missing_changed(column, policy) {
        let size = column.missing.effect.as_ref().map(|effect| format!(", {}", effect_with_interval(effect)));
        text.push(format!(
            "The share of missing values changed from {} (p-value {}){}.",
            missing_shares(column).replace(" → ", " to "),
            p_value(column.missing.p_value),
            size.unwrap_or_default(),
        ));
    }
    text.join(" ")
}

/// What the deciding method found, against chance or against its limit.
fn finding(column: &ColumnReport, result: &MethodResult, policy: &PolicySummary) -> String {
    let statistic = effect(result.statistic);
    let Some(p) = column.p_value.get() else {
        return match (result.threshold.get(), result.drifted) {
            (Some(_), Some(true)) => {
                format!("Here it is {statistic}, which reaches the limit of {}.", setting(result.threshold))
            }
            (Some(_), Some(false)) => format!(
                "Here it is {statistic}, which stays under the limit of {}.",
                setting(result.threshold)
            ),
            _ => format!("Here it is {statistic}."),
        };
    };
    // A statistic without bound, as that of a level which only one side has, is no number to show.
    let found = result.statistic.get().map(|_| format!("Here it is {statistic}. ")).unwrap_or_default();
    let alone =
        format!("{found}Two samples of the same data differ this much with probability {}", probability(p));
    against_chance(&alone, p, column, policy)
}

/// How many aspects were compared, and what they come to together.
fn of_aspects(column: &ColumnReport, policy: &PolicySummary) -> String {
    let tested = column.aspects.iter().filter(|aspect| aspect.p_value.get().is_some()).count();
    let what = if column.kind == ColumnType::Text { "texts" } else { "instants" };
    let ways = if tested == 1 { "1 way".to_owned() } else { format!("{tested} ways") };
    let lead = format!("These {what} were compared in {ways}, listed below.");
    let Some(p) = column.p_value.get() else { return lead };
    let somewhere = if tested == 1 { "" } else { " in at least one of them" };
    let alone = format!(
        "{lead} Two samples of the same data differ this much{somewhere} with probability {}",
        probability(p)
    );
    against_chance(&alone, p, column, policy)
}

fn probability(p: f64) -> String {
    if p < 0.0001 { "under 0.0001".to_owned() } else { exact_p_value(p.into()) }
}

/// What chance alone gives, once adjusted, and whether that explains the change.
fn against_chance(alone: &str, p: f64, column: &ColumnReport, policy: &PolicySummary) -> String {
    let (decisive, chance) = match (policy.correction, column.q_value.get()) {
        (Correction::None, _) | (_, None) => (p, alone.to_owned()),
        (how, Some(q)) => {
            let adjusted = if probability(q) == probability(p) { "still so" } else { &probability(q) };
            (q, format!("{alone}; {adjusted} once adjusted over all columns ({})", how.title()))
        }
    };
    let limit = setting(policy.alpha);
    match policy.alpha.get() {
        None => format!("{chance}."),
        Some(alpha) if decisive < alpha => {
            format!("{chance}. That is under the limit of {limit}: the change is real.")
        }
        Some(_) => format!("{chance}. That is not under the limit of {limit}: chance explains it."),
    }
}

/// How large the change is, where it is real, and what the policy calls that.
fn size(column: &ColumnReport, policy: &PolicySummary) -> Option<String> {
    let estimate = column.effect.as_ref()?;
    let (value, moderate, severe) = (estimate.value.get()?, policy.moderate.get()?, policy.severe.get()?);
    let judged = match column.status {
        Status::Stable | Status::Untested => return None,
        // Chance explains the values; the status comes of the missing ones.
        _ if !values_are_real(column, policy) => return None,
        Status::Slight if value < moderate => format!(", is under {moderate}: too small to matter"),
        Status::Moderate if value >= moderate => format!(", reaches {moderate}: it matters"),
        Status::Severe if value >= severe => format!(", reaches {severe}: it matters a lot"),
        // The status comes of the missing values or of a threshold of the column's own.
        _ => String::new(),
    };
    let verb = if judged.is_empty() { " is" } else { "," };
    Some(format!("Its size{verb} {}{judged}.", effect_with_interval(estimate)))
}

fn values_are_real(column: &ColumnReport, policy: &PolicySummary) -> bool {
    match (shown_p_value(column.p_value, column.q_value, policy).get(), policy.alpha.get()) {
        (Some(p), Some(alpha)) => p < alpha,
        _ => true,
    }
}
