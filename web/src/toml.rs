//! A `driftglass.toml` on the page.

use driftglass_core::policy::Settings;
use driftglass_core::series::Length;
use driftglass_core::windows::{Learn, Reference, Season};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::message::Problem;
use crate::options::{Options, Windows};

/// What is beside the settings of a comparison. The tables of a pipeline are the binary's business.
#[derive(Deserialize)]
struct Tables {
    #[serde(default)]
    run: Run,
}

/// What a run does: windows, and what only the binary can.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Run {
    every: Option<Length>,
    window: Option<Length>,
    reference: Option<Reference>,
    season: Option<Season>,
    learn: Option<Learn>,
    zone: Option<String>,
    #[serde(rename = "fail_on")]
    _fail_on: IgnoredAny,
    #[serde(rename = "top")]
    _top: IgnoredAny,
    #[serde(rename = "outputs")]
    _outputs: IgnoredAny,
    #[serde(rename = "history")]
    _history: IgnoredAny,
    #[serde(rename = "schema")]
    _schema: IgnoredAny,
    #[serde(rename = "importance")]
    _importance: IgnoredAny,
}

/// The options of a file, or what is wrong with it.
pub(crate) fn read(name: &str, text: &str) -> Result<Options, Problem> {
    let read = Settings::from_toml_beside::<Tables>(text, &["run", "breaker", "hook"]);
    let (settings, Tables { run }) =
        read.map_err(|error| Problem { side: None, message: format!("{name}, {error}"), hint: error.hint })?;
    Ok(Options { settings, windows: run.windows() })
}

impl Run {
    fn windows(self) -> Windows {
        Windows {
            every: written(self.every),
            timestamp: String::new(),
            window: written(self.window),
            reference: written(self.reference),
            season: self.season.map_or("", Season::name).to_owned(),
            learn: written(self.learn),
            zone: self.zone.unwrap_or_default(),
        }
    }
}

fn written(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
