//! Options while they are written: texts, which mean options once they are read.

use driftglass_core::policy::{Rule, Settings};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::message::Problem;
use crate::options::{Options, Windows};

/// Options as the fields of a form hold them; an empty text is what the preset says.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Draft {
    pub(crate) preset: String,
    pub(crate) alpha: String,
    pub(crate) correction: String,
    pub(crate) moderate: String,
    pub(crate) severe: String,
    pub(crate) drift_share: String,
    pub(crate) seed: String,
    pub(crate) missing: String,
    pub(crate) columns: String,
    pub(crate) exclude: String,
    pub(crate) rules: Vec<RuleDraft>,
    pub(crate) windows: Windows,
}

/// A rule as the fields of a form hold it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct RuleDraft {
    pub(crate) columns: String,
    pub(crate) kind: String,
    pub(crate) role: String,
    pub(crate) method: String,
    pub(crate) threshold: String,
    /// What a file of settings says besides, which the form has no field for.
    rest: Option<Rule>,
}

impl Draft {
    /// The fields of options.
    pub(crate) fn of(Options { settings, windows }: &Options) -> Self {
        Self {
            preset: name(&settings.preset),
            alpha: number(settings.alpha),
            correction: name(&settings.correction),
            moderate: number(settings.moderate),
            severe: number(settings.severe),
            drift_share: number(settings.drift_share),
            seed: settings.seed.map_or_else(String::new, |seed| seed.to_string()),
            missing: settings.missing.as_deref().unwrap_or_default().join(", "),
            columns: settings.columns.join(", "),
            exclude: settings.exclude.join(", "),
            rules: settings.rules.iter().map(RuleDraft::of).collect(),
            windows: windows.clone(),
        }
    }

    /// The options of the fields.
    pub(crate) fn options(&self) -> Result<Options, Problem> {
        let missing = list(&self.missing);
        let settings = Settings {
            preset: value(&self.preset),
            alpha: read("alpha", &self.alpha)?,
            correction: value(&self.correction),
            drift_share: read("the drift share", &self.drift_share)?,
            moderate: read("moderate", &self.moderate)?,
            severe: read("severe", &self.severe)?,
            seed: read("the seed", &self.seed)?,
            missing: (!missing.is_empty()).then_some(missing),
            columns: list(&self.columns),
            exclude: list(&self.exclude),
            rules: self.rules.iter().map(RuleDraft::rule).collect::<Result<_, _>>()?,
        };
        settings.policy()?;
        self.windows.read()?;
        Ok(Options { settings, windows: self.windows.clone() })
    }
}

impl RuleDraft {
    fn of(rule: &Rule) -> Self {
        Self {
            columns: rule.pattern().to_owned(),
            kind: rule.kind.map_or("", |kind| kind.name()).to_owned(),
            role: rule.role.map_or("", |role| role.name()).to_owned(),
            method: rule.method.map_or("", |method| method.id()).to_owned(),
            threshold: number(rule.threshold),
            rest: Some(rule.clone()),
        }
    }

    fn rule(&self) -> Result<Rule, Problem> {
        let columns = self.columns.trim();
        if columns.is_empty() {
            return Err(Problem {
                side: None,
                message: "a rule names no columns".to_owned(),
                hint: Some("write a column's name or a pattern, or remove the rule".to_owned()),
            });
        }
        let named = Rule::for_columns(columns);
        let mut rule = match &self.rest {
            Some(rest) => rest.clone().for_columns_of(&named),
            None => named,
        };
        rule.kind = value(&self.kind);
        rule.role = value(&self.role);
        rule.method = value(&self.method);
        rule.threshold = read("a threshold", &self.threshold)?;
        Ok(rule)
    }
}

/// The name of a value in the file of settings.
fn name(value: &impl Serialize) -> String {
    serde_wasm_bindgen::to_value(value).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// The value of a name that a choice offers.
fn value<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(JsValue::from(name)).ok().filter(|_| !name.is_empty())
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// Names with commas between them.
fn list(text: &str) -> Vec<String> {
    text.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

fn read<T: std::str::FromStr>(what: &str, text: &str) -> Result<Option<T>, Problem> {
    // A comma is how half of the world writes the point.
    let plain = text.trim().replace(',', ".");
    if plain.is_empty() {
        return Ok(None);
    }
    plain.parse().map(Some).map_err(|_| Problem {
        side: None,
        message: format!("{what} cannot be \"{text}\""),
        hint: Some("write a number, or leave the field empty for what the preset says".to_owned()),
    })
}
