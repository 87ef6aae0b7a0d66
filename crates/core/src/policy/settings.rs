//! What a person wrote, with gaps that the preset fills.

use super::rule::Pattern;
use super::{Correction, Policy, PolicyError, Preset, Rule};
use crate::Number;
use crate::report::PolicySummary;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The settings of `driftglass.toml`, of the command line or of the page; what is not said is `None`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The set of rules to start from.
    pub preset: Option<Preset>,
    /// A change is real where its adjusted p-value is under this.
    pub alpha: Option<f64>,
    /// How p-values are adjusted over the report.
    pub correction: Option<Correction>,
    /// The data set drifted where this share of tested columns did.
    pub drift_share: Option<f64>,
    /// The effect from which a real change matters.
    pub moderate: Option<f64>,
    /// The effect from which it matters a lot.
    pub severe: Option<f64>,
    /// The seed of every random number.
    pub seed: Option<u64>,
    /// The spellings of a missing value, in place of the default ones.
    pub missing: Option<Vec<String>>,
    /// Compare these columns alone: names, or patterns with `*` and `?`.
    pub columns: Vec<String>,
    /// Leave these columns out.
    pub exclude: Vec<String>,
    /// Rules for some columns; a later one overrides an earlier one.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

impl Settings {
    /// These settings, with the gaps filled from others; rules and column lists of both hold, these last.
    #[must_use]
    pub fn over(self, under: Self) -> Self {
        let join = |mut under: Vec<String>, over: Vec<String>| {
            under.extend(over);
            under
        };
        Self {
            preset: self.preset.or(under.preset),
            alpha: self.alpha.or(under.alpha),
            correction: self.correction.or(under.correction),
            drift_share: self.drift_share.or(under.drift_share),
            moderate: self.moderate.or(under.moderate),
            severe: self.severe.or(under.severe),
            seed: self.seed.or(under.seed),
            missing: self.missing.or(under.missing),
            columns: join(under.columns, self.columns),
            exclude: join(under.exclude, self.exclude),
            rules: under.rules.into_iter().chain(self.rules).collect(),
        }
    }

    /// The policy that the settings mean. Its numbers are rounded as a report rounds them, so that a report and the policy
    /// that it states give one verdict.
    pub fn policy(&self) -> Result<Policy, PolicyError> {
        let base = Policy::of_preset(self.preset.unwrap_or_default());
        let patterns = |names: &[String]| names.iter().cloned().map(Pattern).collect();
        let moderate = rounded(self.moderate.unwrap_or(base.moderate));
        let rule = |rule: &Rule| Rule {
            alpha: rule.alpha.map(rounded),
            threshold: rule.threshold.map(rounded),
            fail: rule.fail.map(rounded),
            warn: rule.warn.map(rounded),
            ..rule.clone()
        };
        let policy = Policy {
            alpha: rounded(self.alpha.unwrap_or(base.alpha)),
            correction: self.correction.unwrap_or(base.correction),
            drift_share: rounded(self.drift_share.unwrap_or(base.drift_share)),
            moderate,
            // Raising the lower limit alone raises the upper one with it.
            severe: rounded(self.severe.unwrap_or(base.severe.max(moderate))),
            seed: self.seed.unwrap_or(base.seed),
            only: patterns(&self.columns),
            exclude: patterns(&self.exclude),
            rules: self.rules.iter().map(rule).collect(),
            ..base
        };
        let check = |setting, value: f64, ok: bool, allowed| {
            if ok { Ok(()) } else { Err(PolicyError::OutOfRange { setting, value, allowed }) }
        };
        for alpha in std::iter::once(policy.alpha).chain(policy.rules.iter().filter_map(|rule| rule.alpha)) {
            check("alpha", alpha, alpha > 0.0 && alpha < 1.0, "a probability between 0 and 1, such as 0.05")?;
        }
        let share = policy.drift_share;
        check("drift share", share, share > 0.0 && share <= 1.0, "a share over 0 and up to 1, such as 0.5")?;
        let (moderate, severe) = (policy.moderate, policy.severe);
        check("moderate", moderate, moderate >= 0.0 && moderate.is_finite(), "a number from 0, such as 0.1")?;
        check("severe", severe, severe >= moderate && severe.is_finite(), "at least as large as moderate")?;
        for bins in policy.rules.iter().filter_map(|rule| rule.bins) {
            check("bins", bins as f64, (2..=1000).contains(&bins), "a whole number from 2 to 1000")?;
        }
        for draws in policy.rules.iter().filter_map(|rule| rule.permutations) {
            check(
                "permutations",
                f64::from(draws),
                (99..=99_999).contains(&draws),
                "a whole number from 99 to 99999",
            )?;
        }
        for threshold in policy.rules.iter().filter_map(|rule| rule.threshold) {
            check("threshold", threshold, threshold >= 0.0 && threshold.is_finite(), "a number from 0")?;
        }
        policy.rules.iter().try_for_each(check_limits)?;
        Ok(policy)
    }
}

/// Both limits of a rule are of one scale, and no third one is beside them.
fn check_limits(rule: &Rule) -> Result<(), PolicyError> {
    let out_of_range = |setting, value, allowed| Err(PolicyError::OutOfRange { setting, value, allowed });
    match (rule.fail, rule.warn, rule.threshold) {
        (Some(fail), ..) if fail < 0.0 || !fail.is_finite() => out_of_range("fail", fail, "a number from 0"),
        (Some(_), _, Some(threshold)) => {
            out_of_range("threshold", threshold, "left out where a rule has fail, which takes its place")
        }
        (None, Some(warn), _) => {
            out_of_range("warn", warn, "a limit beside fail, so a rule with warn has fail too")
        }
        (Some(fail), Some(warn), _) if !(0.0..=fail).contains(&warn) => {
            out_of_range("warn", warn, "a number from 0 up to fail")
        }
        _ => Ok(()),
    }
}

/// The value as a report writes it; one that is not finite stays, to be refused.
fn rounded(value: f64) -> f64 {
    Number::from(value).get().unwrap_or(value)
}

impl From<&PolicySummary> for Settings {
    /// The settings that mean the policy which a report states.
    fn from(policy: &PolicySummary) -> Self {
        Self {
            preset: Some(policy.preset),
            alpha: policy.alpha.get(),
            correction: Some(policy.correction),
            drift_share: policy.drift_share.get(),
            moderate: policy.moderate.get(),
            severe: policy.severe.get(),
            seed: Some(policy.seed),
            missing: None,
            columns: policy.columns.clone(),
            exclude: policy.exclude.clone(),
            rules: policy.rules.clone(),
        }
    }
}
