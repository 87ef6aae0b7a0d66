//! The rules of the verdict: what is compared, how, and what counts as drift.
//!
//! [`Settings`] are what a person wrote, in TOML or as options, with gaps; a [`Policy`] is what they mean.

mod binning;
mod error;
mod file;
mod preset;
mod rule;
mod settings;
mod text;
mod toml_text;

pub use binning::Binning;
pub use error::PolicyError;
pub use file::{SettingsError, nearest_key};
pub use preset::{Correction, Preset};
pub use rule::{Rule, nearest};
pub use settings::Settings;

pub(crate) use file::{line_of, read_toml};
pub(crate) use toml_text::TomlText;

use crate::{ColumnType, Method, Role};
use rule::Pattern;

/// The rules of a verdict, complete and valid.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// The preset that the rules started from.
    pub preset: Preset,
    /// A change is real where its adjusted p-value is under this.
    pub alpha: f64,
    /// How p-values are adjusted over the report.
    pub correction: Correction,
    /// The data set drifted where this share of tested columns did.
    pub drift_share: f64,
    /// The effect from which a real change matters.
    pub moderate: f64,
    /// The effect from which it matters a lot.
    pub severe: f64,
    /// The seed of every random number.
    pub seed: u64,
    pub(crate) only: Vec<Pattern>,
    pub(crate) exclude: Vec<Pattern>,
    pub(crate) rules: Vec<Rule>,
}

impl Default for Policy {
    fn default() -> Self {
        Self::of_preset(Preset::default())
    }
}

/// What the rules say of one column.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct ColumnRules {
    pub(crate) method: Option<Method>,
    /// Whether the method was asked for by the column's own name.
    pub(crate) method_is_named: bool,
    pub(crate) threshold: Option<f64>,
    /// Whether the column stops a gate by itself where it reaches the threshold.
    pub(crate) fails: bool,
    /// Less than the threshold, and worth a warning.
    pub(crate) warn: Option<f64>,
    pub(crate) alpha: Option<f64>,
    pub(crate) bins: Option<usize>,
    pub(crate) binning: Option<Binning>,
    pub(crate) permutations: Option<u32>,
    pub(crate) kind: Option<ColumnType>,
    pub(crate) role: Option<Role>,
}

impl Policy {
    /// The rules of a preset, unchanged.
    pub fn of_preset(preset: Preset) -> Self {
        let (correction, moderate) = match preset {
            Preset::Calibrated => (Correction::Bh, 0.1),
            Preset::Classic => (Correction::None, 0.2),
            Preset::Evidently => (Correction::None, 0.1),
        };
        Self {
            preset,
            alpha: 0.05,
            correction,
            drift_share: 0.5,
            moderate,
            severe: 0.2,
            seed: 0,
            only: Vec::new(),
            exclude: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// The column that says when a row was made, where a rule names one.
    pub fn timestamp(&self) -> Option<&str> {
        self.rules.iter().rfind(|rule| rule.role == Some(Role::Timestamp)).map(Rule::pattern)
    }

    /// Whether the policy wants a column compared.
    pub fn covers(&self, column: &str) -> bool {
        let any = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.matches(column));
        (self.only.is_empty() || any(&self.only)) && !any(&self.exclude)
    }

    /// What the rules say of a column: a later rule overrides an earlier one, field by field.
    pub(crate) fn rules_of(&self, column: &str) -> ColumnRules {
        let mut out = ColumnRules::default();
        for rule in self.rules.iter().filter(|rule| rule.columns.matches(column)) {
            if rule.method.is_some() {
                out.method = rule.method;
                out.method_is_named = rule.columns.is(column);
            }
            if rule.threshold.is_some() || rule.fail.is_some() {
                out.threshold = rule.fail.or(rule.threshold);
                out.fails = rule.fail.is_some();
                out.warn = rule.warn;
            }
            out.alpha = rule.alpha.or(out.alpha);
            out.bins = rule.bins.or(out.bins);
            out.binning = rule.binning.or(out.binning);
            out.permutations = rule.permutations.or(out.permutations);
            out.kind = rule.kind.or(out.kind);
            out.role = rule.role.or(out.role);
        }
        out
    }

    /// Whether the policy compares the same columns as another one.
    pub(crate) fn has_columns_of(&self, other: &Self) -> bool {
        (&self.only, &self.exclude) == (&other.only, &other.exclude)
    }

    /// Every rule that an older policy does not have must name at least one column.
    pub(crate) fn check_new_rules(&self, older: &Self, columns: &[&str]) -> Result<(), PolicyError> {
        let mut new = self.rules.iter().filter(|rule| !older.rules.contains(rule));
        match new.find(|rule| !columns.iter().any(|column| rule.columns.matches(column))) {
            None => Ok(()),
            // Whoever asks chose from the report's columns: there is nothing to guess.
            Some(rule) => Err(PolicyError::UnknownColumn { name: rule.columns.to_string(), nearest: None }),
        }
    }

    /// Every pattern must name at least one column.
    pub(crate) fn check_columns(&self, columns: &[&str]) -> Result<(), PolicyError> {
        let patterns = self.rules.iter().map(|rule| &rule.columns).chain(&self.only).chain(&self.exclude);
        check_patterns(patterns, columns)
    }
}

fn check_patterns<'a>(
    mut patterns: impl Iterator<Item = &'a Pattern>,
    columns: &[&str],
) -> Result<(), PolicyError> {
    match patterns.find(|pattern| !columns.iter().any(|column| pattern.matches(column))) {
        None => Ok(()),
        Some(unknown) => Err(PolicyError::UnknownColumn {
            name: unknown.to_string(),
            nearest: nearest(unknown.as_str(), columns.iter().copied()),
        }),
    }
}

impl ColumnRules {
    /// The method that the rules want to decide, where it applies.
    pub(crate) fn chosen(&self, kind: ColumnType) -> Option<Method> {
        self.method.filter(|method| method.applies_to(kind))
    }

    /// A method that somebody chose for this very column must apply to it.
    pub(crate) fn check_method(&self, column: &str, kind: ColumnType) -> Result<(), PolicyError> {
        match self.method {
            Some(method) if self.method_is_named && !method.applies_to(kind) => {
                Err(PolicyError::MethodDoesNotApply {
                    column: column.to_owned(),
                    method: method.id(),
                    kind: kind.name(),
                    applicable: Method::ALL.iter().filter(|m| m.applies_to(kind)).map(|m| m.id()).collect(),
                })
            }
            _ => Ok(()),
        }
    }
}
