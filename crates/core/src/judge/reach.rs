//! What a report can be judged by without the data.

use super::aspects;
use super::rule::Judge;
use crate::policy::{ColumnRules, Policy, PolicyError, Preset};
use crate::report::{ColumnReport, Report};
use crate::{ColumnType, Method};
use driftglass_stats::order;

/// Whether the report holds all that the policy asks for; `own` is the policy that it was made under.
pub(super) fn check(report: &Report, own: &Policy, policy: &Policy) -> Result<(), PolicyError> {
    let needs_data = |setting| Err(PolicyError::NeedsData { column: None, setting });
    if own.preset != policy.preset {
        return needs_data("preset");
    }
    if own.seed != policy.seed {
        return needs_data("seed");
    }
    if !own.has_columns_of(policy) {
        return needs_data("columns");
    }
    let names: Vec<&str> = report.columns.iter().map(|column| column.name.as_str()).collect();
    policy.check_new_rules(own, &names)?;
    // In the order of the file, as a comparison finds what is wrong.
    let columns = &report.columns;
    for place in order(columns.len(), &|a, b| columns[a].position.cmp(&columns[b].position)) {
        let column = &columns[place];
        let rules = policy.rules_of(&column.name);
        rules.check_method(&column.name, column.kind)?;
        if let Some(setting) = out_of_reach(column, &own.rules_of(&column.name), &rules, policy) {
            return Err(PolicyError::NeedsData { column: Some(column.name.clone()), setting });
        }
    }
    Ok(())
}

/// The methods that a column can be judged by without the data, in the order of the documentation.
pub fn choices(report: &Report, column: &ColumnReport) -> Vec<Method> {
    let settings = crate::policy::Settings::from(&report.policy);
    let Ok(policy) = settings.policy() else { return Vec::new() };
    let own = policy.rules_of(&column.name);
    let is_choice = |method: &&Method| {
        let rules = ColumnRules { method: Some(**method), ..own };
        method.applies_to(column.kind) && out_of_reach(column, &own, &rules, &policy).is_none()
    };
    Method::ALL.iter().filter(is_choice).copied().collect()
}

/// The setting of a column's rules that only the data can answer; `before` are the rules that it was compared under.
fn out_of_reach(
    column: &ColumnReport,
    before: &ColumnRules,
    after: &ColumnRules,
    policy: &Policy,
) -> Option<&'static str> {
    let same = |a: &ColumnRules, b: &ColumnRules| {
        (a.bins, a.binning, a.permutations, a.kind, a.role)
            == (b.bins, b.binning, b.permutations, b.kind, b.role)
    };
    if !same(before, after) {
        return Some("bins, permutations, type or role");
    }
    let chosen = [before.chosen(column.kind), after.chosen(column.kind)];
    let Some(usual) = column.primary else {
        // A column of which only the aspects were tested has them no more where a threshold has set it aside.
        let set_aside = column.reason.is_some() && column.kind == ColumnType::Datetime;
        return (set_aside && before.threshold.is_some() && after.threshold.is_none()).then_some("threshold");
    };
    if chosen[0] != chosen[1] && method_needs_data(column, usual, chosen, after, policy.preset) {
        return Some("method");
    }
    let primary = chosen[1].unwrap_or(usual);
    let by_p_value = matches!(Judge::of(primary, after, policy), Judge::PValue { .. });
    if policy.preset.tests_aspects() && matches!(column.kind, ColumnType::Datetime | ColumnType::Text) {
        let was_by_p_value = matches!(Judge::of(usual, before, policy), Judge::PValue { .. });
        let lost = column.aspects.is_empty() && !was_by_p_value && by_p_value;
        // Where all values are alike in length, the size of no change was not kept.
        let unknown = !column.aspects.is_empty() && aspects::own(column).is_none() && !by_p_value;
        if lost || unknown {
            return Some("threshold or method");
        }
    }
    None
}

/// Whether a method cannot decide in place of the one that did.
fn method_needs_data(
    column: &ColumnReport,
    usual: Method,
    [before, after]: [Option<Method>; 2],
    rules: &ColumnRules,
    preset: Preset,
) -> bool {
    // What would decide without a rule is not written in a report that was made with one.
    let Some(after) = after else { return true };
    let permutes =
        rules.permutations.is_some() && after != usual && (usual.can_permute() || after.can_permute());
    // Evidently's z-test of one and the same value finds no drift; the usual one has nothing to test.
    let evidentlys_own = preset == Preset::Evidently && before.is_none() && usual == Method::ZTest;
    !column.methods.contains_key(&after) || permutes || evidentlys_own
}
