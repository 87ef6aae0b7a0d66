//! Files that are written by hand: `driftglass.toml`, and schemas.

mod breaker;
mod duration;
mod hook;
mod run;

pub(crate) use breaker::BreakerConfig;
pub(crate) use hook::{HookConfig, Target};
pub(crate) use run::Run;

use crate::error::{Error, Result};
use driftglass_core::Schema;
use driftglass_core::policy::{Settings, SettingsError};
use serde::Deserialize;
use std::path::Path;

/// Found in the working folder where no other file is named.
pub(crate) const DEFAULT: &str = "driftglass.toml";

/// What `driftglass.toml` says.
#[derive(Debug, Default)]
pub(crate) struct Config {
    /// What counts as drift.
    pub(crate) settings: Settings,
    /// What a run does beside comparing: the table `run`.
    pub(crate) run: Run,
    /// When drift stops a pipeline: the table `breaker`.
    pub(crate) breaker: Option<BreakerConfig>,
    /// What is run when it does: the tables `hook`.
    pub(crate) hooks: Vec<HookConfig>,
}

/// The tables that are not settings of a comparison.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Tables {
    /// What a run does beside comparing. Paths start from the folder of this file.
    #[serde(default)]
    run: Run,
    /// A circuit breaker over the checks of the history.
    breaker: Option<BreakerConfig>,
    /// Commands and webhooks, each run once an incident.
    #[serde(default)]
    hook: Vec<HookConfig>,
}

/// Their names.
const TABLES: [&str; 3] = ["run", "breaker", "hook"];

impl Config {
    /// The configuration of the named file, or of `driftglass.toml` where there is one.
    pub(crate) fn load(named: Option<&Path>) -> Result<Self> {
        match named {
            Some(path) => Self::read(path),
            None if Path::new(DEFAULT).exists() => Self::read(Path::new(DEFAULT)),
            None => Ok(Self::default()),
        }
    }

    /// The same under what the command line says of a run.
    pub(crate) fn under(self, given: Run) -> Self {
        Self { run: given.over(self.run), ..self }
    }

    fn read(path: &Path) -> Result<Self> {
        let (settings, tables) = read(path, |text| Settings::from_toml_beside::<Tables>(text, &TABLES))?;
        let Tables { run, breaker, hook: hooks } = tables;
        hook::check(&hooks, breaker.as_ref())
            .map_err(|complaint| Error::new(format!("{}: {complaint}", path.display())))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let hooks = hooks.into_iter().map(|hook| hook.within(folder)).collect();
        Ok(Self { settings, run: run.within(folder), breaker, hooks })
    }
}

/// The schema of the named file.
pub(crate) fn schema(path: &Path) -> Result<Schema> {
    read(path, Schema::from_toml)
}

fn read<T>(path: &Path, parse: impl FnOnce(&str) -> std::result::Result<T, SettingsError>) -> Result<T> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(&shown.to_string(), &error))?;
    parse(&text).map_err(|error| {
        let complaint = Error::new(format!("{shown}, {error}"));
        match error.hint {
            Some(hint) => complaint.with_hint(hint),
            None => complaint,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use schemars::{JsonSchema, schema_for};
    use std::fs;

    /// Settings of driftglass: what counts as drift, and what a run does beside comparing.
    #[derive(JsonSchema)]
    #[schemars(title = "driftglass.toml", deny_unknown_fields)]
    #[expect(dead_code, reason = "its shape is all that is asked for")]
    struct Whole {
        #[serde(flatten)]
        settings: Settings,
        #[serde(flatten)]
        tables: Tables,
    }

    /// `DRIFTGLASS_BLESS=1 cargo test -p driftglass config` writes the schema anew.
    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let published = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/config.schema.json");
        let derived = serde_json::to_string_pretty(&schema_for!(Whole)).unwrap() + "\n";
        if std::env::var_os("DRIFTGLASS_BLESS").is_some() {
            fs::write(published, &derived).unwrap();
        }
        let text = fs::read_to_string(published).unwrap_or_default();
        assert!(
            text == derived,
            "docs/config.schema.json is out of date; run this test with DRIFTGLASS_BLESS=1"
        );
    }

    #[test]
    fn the_schema_takes_what_the_program_takes_and_no_other_key() {
        let schema = serde_json::to_value(schema_for!(Whole)).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for (text, is_valid) in [
            ("", true),
            ("alpha = 0.01\n[run]\nfail_on = \"share>=0.05\"\noutputs = [\"a.html\"]\n", true),
            ("[[rule]]\ncolumns = \"a*\"\nmethod = \"psi\"\nfail = 0.2\nwarn = 0.1\n", true),
            ("alpah = 0.01\n", false),
            ("[run]\nfail = \"any\"\n", false),
            ("[[rule]]\nmethod = \"psi\"\n", false),
            ("[run]\ntop = \"five\"\n", false),
            ("[breaker]\n", true),
            ("[breaker]\nafter = 3\ncooldown = \"1d 12h\"\nrecovery = 2\n", true),
            ("[breaker]\nafter = 0\n", false),
            ("[breaker]\ncool_down = \"1h\"\n", false),
            ("[[hook]]\naction = \"retrain\"\ncommand = [\"make\"]\n", true),
            (
                "[[hook]]\naction = \"retrain\"\nname = \"a\"\nurl = \"$HOOK\"\nattempts = 2\npause = \"1s\"\ntimeout = \"1m\"\n",
                true,
            ),
            ("[[hook]]\naction = \"delete\"\ncommand = [\"make\"]\n", false),
            ("[[hook]]\ncommand = [\"make\"]\n", false),
            ("[[hook]]\naction = \"retrain\"\ncommand = []\n", false),
            ("[[hook]]\naction = \"retrain\"\ncommand = [\"make\"]\nattempts = 0\n", false),
        ] {
            let instance: serde_json::Value = toml::from_str(text).unwrap();
            assert_eq!(validator.is_valid(&instance), is_valid, "{text}");
            assert_eq!(Settings::from_toml_beside::<Tables>(text, &TABLES).is_ok(), is_valid, "{text}");
        }
    }
}
