//! The what-if policy as it is typed.

use driftglass_core::Method;
use driftglass_core::Number;
use driftglass_core::policy::{Correction, Rule, Settings};
use driftglass_core::report::PolicySummary;

/// The fields of the policy as texts: what is typed may not be a number yet.
#[derive(Clone, PartialEq)]
pub(crate) struct Draft {
    pub(crate) alpha: String,
    pub(crate) correction: Correction,
    pub(crate) moderate: String,
    pub(crate) severe: String,
    pub(crate) drift_share: String,
    /// What is different for single columns, by their names.
    pub(crate) columns: Vec<(String, ColumnDraft)>,
}

/// What is different for one column; as the report's own policy has it where a field is empty.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct ColumnDraft {
    pub(crate) method: Option<Method>,
    pub(crate) threshold: String,
    pub(crate) alpha: String,
}

impl Draft {
    /// The report's own policy.
    pub(crate) fn of(policy: &PolicySummary) -> Self {
        let text = |number: Number| number.get().map(|value| value.to_string()).unwrap_or_default();
        Self {
            alpha: text(policy.alpha),
            correction: policy.correction,
            moderate: text(policy.moderate),
            severe: text(policy.severe),
            drift_share: text(policy.drift_share),
            columns: Vec::new(),
        }
    }

    /// What is different for a column, to change it.
    pub(crate) fn column(&mut self, name: &str) -> &mut ColumnDraft {
        let place = self.columns.iter().position(|(own, _)| own == name).unwrap_or_else(|| {
            self.columns.push((name.to_owned(), ColumnDraft::default()));
            self.columns.len() - 1
        });
        &mut self.columns[place].1
    }

    /// Whether it is the report's own policy, whatever was typed and taken back.
    pub(crate) fn is_of(&self, policy: &PolicySummary) -> bool {
        let of_all = Self { columns: Vec::new(), ..self.clone() };
        of_all == Self::of(policy) && self.columns.iter().all(|(_, column)| *column == ColumnDraft::default())
    }

    /// The report's own settings, changed as the draft says.
    pub(crate) fn settings(&self, own: &PolicySummary) -> Result<Settings, String> {
        let mut settings = Settings {
            alpha: Some(number("alpha", &self.alpha)?),
            correction: Some(self.correction),
            moderate: Some(number("moderate", &self.moderate)?),
            severe: Some(number("severe", &self.severe)?),
            drift_share: Some(number("drift share", &self.drift_share)?),
            ..Settings::from(own)
        };
        for (name, column) in self.columns.iter().filter(|(_, column)| *column != ColumnDraft::default()) {
            let mut rule = Rule::for_columns(name);
            rule.method = column.method;
            rule.threshold = optional("threshold", &column.threshold)?;
            rule.alpha = optional("alpha", &column.alpha)?;
            settings.rules.push(rule);
        }
        Ok(settings)
    }
}

fn optional(what: &str, text: &str) -> Result<Option<f64>, String> {
    if text.trim().is_empty() { Ok(None) } else { number(what, text).map(Some) }
}

fn number(what: &str, text: &str) -> Result<f64, String> {
    text.trim().parse().map_err(|_| format!("{what}: \"{text}\" is not a number"))
}
