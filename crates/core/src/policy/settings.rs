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
            if ok { Ok(()) } else { Err(PolicyError::OutOfRange { setting, columns: None, value, allowed }) }
        };
        check("alpha", policy.alpha, is_probability(policy.alpha), PROBABILITY)?;
        let share = policy.drift_share;
        check("drift share", share, share > 0.0 && share <= 1.0, "a share over 0 and up to 1, such as 0.5")?;
        let (moderate, severe) = (policy.moderate, policy.severe);
        check("moderate", moderate, moderate >= 0.0 && moderate.is_finite(), "a number from 0, such as 0.1")?;
        check("severe", severe, severe >= moderate && severe.is_finite(), "at least as large as moderate")?;
        policy.rules.iter().try_for_each(check_rule)?;
        Ok(policy)
    }
}

const PROBABILITY: &str = "a probability between 0 and 1, such as 0.05";

fn is_probability(alpha: f64) -> bool {
    alpha > 0.0 && alpha < 1.0
}

/// The numbers of a rule are in their ranges; both of its limits are of one scale, and no third one is beside them.
fn check_rule(rule: &Rule) -> Result<(), PolicyError> {
    let is_limit = |limit: f64| limit >= 0.0 && limit.is_finite();
    let (value, setting, allowed) = match *rule {
        Rule { alpha: Some(alpha), .. } if !is_probability(alpha) => (alpha, "alpha", PROBABILITY),
        Rule { bins: Some(bins), .. } if !(2..=1000).contains(&bins) => {
            (bins as f64, "bins", "a whole number from 2 to 1000")
        }
        Rule { permutations: Some(draws), .. } if !(99..=99_999).contains(&draws) => {
            (f64::from(draws), "permutations", "a whole number from 99 to 99999")
        }
        Rule { threshold: Some(threshold), .. } if !is_limit(threshold) => {
            (threshold, "threshold", "a number from 0")
        }
        Rule { fail: Some(fail), .. } if !is_limit(fail) => (fail, "fail", "a number from 0"),
        Rule { fail: Some(_), threshold: Some(threshold), .. } => {
            (threshold, "threshold", "left out where a rule has fail, which takes its place")
        }
        Rule { fail: None, warn: Some(warn), .. } => {
            (warn, "warn", "a limit beside fail, so a rule with warn has fail too")
        }
        Rule { fail: Some(fail), warn: Some(warn), .. } if !(0.0..=fail).contains(&warn) => {
            (warn, "warn", "a number from 0 up to fail")
        }
        _ => return Ok(()),
    };
    let columns = Some(rule.columns.to_string());
    Err(PolicyError::OutOfRange { setting, columns, value, allowed })
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
