//! Why a column has its status, in plain sentences.

use crate::facts::{missing_changed, missing_shares};
use crate::format::effect::effect_with_interval;
use crate::format::method::{correction, sentence};
use crate::format::number::{effect, p_value, setting};
use crate::format::text::visible;
use driftglass_core::Report;
use driftglass_core::policy::Correction;
use driftglass_core::report::{ColumnReport, MethodResult, PolicySummary, Status};

/// What the deciding method looks at, what it found, whether chance explains that, and whether it matters.
pub(crate) fn explain(report: &Report, column: &ColumnReport) -> String {
    let policy = &report.policy;
    let mut text = Vec::new();
    if column.status == Status::Untested {
        let reason = column.reason.as_deref().map_or_else(|| "no reason was given".into(), visible);
        text.push(format!("Not tested: {}.", reason.trim_end_matches('.')));
    } else if let Some((method, result)) =
        column.primary.and_then(|method| Some((method, column.methods.get(&method)?)))
    {
        text.push(sentence(method).to_owned());
        text.push(finding(column, result, policy));
    }
    if missing_changed(column, policy) {
        text.push(format!(
            "The share of missing values changed too: {} (p-value {}).",
            missing_shares(column),
            p_value(column.missing.p_value)
        ));
    }
    text.extend(size(column, policy));
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
    let chance = format!(
        "Here it is {statistic}. Two samples of the same data differ this much with probability {}",
        p_value(column.p_value)
    );
    let (decisive, adjusted) = match (policy.correction, column.q_value.get()) {
        (Correction::None, _) | (_, None) => (p, String::new()),
        (how, Some(q)) => (
            q,
            format!(" ({} once adjusted over all columns by {})", p_value(column.q_value), correction(how)),
        ),
    };
    let limit = setting(policy.alpha);
    match policy.alpha.get() {
        None => format!("{chance}{adjusted}."),
        Some(alpha) if decisive < alpha => {
            format!("{chance}{adjusted}. That is under the limit of {limit}: the change is real.")
        }
        Some(_) => format!("{chance}{adjusted}. That is not under the limit of {limit}: chance explains it."),
    }
}

/// How large the change is, where it is real.
fn size(column: &ColumnReport, policy: &PolicySummary) -> Option<String> {
    let estimate = effect_with_interval(column.effect.as_ref()?);
    let (moderate, severe) = (setting(policy.moderate), setting(policy.severe));
    match column.status {
        Status::Slight => Some(format!("Its size, {estimate}, is under {moderate}: too small to matter.")),
        Status::Moderate => Some(format!("Its size, {estimate}, is from {moderate} up: it matters.")),
        Status::Severe => Some(format!("Its size, {estimate}, is from {severe} up: it matters a lot.")),
        Status::Stable | Status::Untested => None,
    }
}
