//! A hook as it is written.

use super::{BreakerConfig, duration};
use crate::error::Error;
use driftglass_history::{Action, Hook};
use serde::Deserialize;
use std::num::NonZeroU8;
use std::path::{Path, PathBuf, absolute};
use std::time::Duration;

/// A command or a webhook, run once an incident.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct HookConfig {
    /// What it answers to: retrain, when an incident begins, or rollback, when the circuit opens.
    #[serde(with = "ActionName")]
    #[cfg_attr(test, schemars(with = "ActionName"))]
    action: Action,
    /// What the history calls it; no two have the same. By default the action.
    name: Option<String>,
    /// A program and its arguments, run in the folder of this file with the report's JSON as its input.
    #[serde(default, deserialize_with = "command")]
    #[cfg_attr(test, schemars(with = "Option<Vec<String>>", length(min = 1)))]
    command: Option<Vec<String>>,
    /// An address that gets the report's JSON by HTTP POST, or $NAME for the one in that variable of the environment.
    url: Option<String>,
    /// How often it is tried until it succeeds. By default 3.
    #[serde(default = "three")]
    pub(crate) attempts: NonZeroU8,
    /// How long to wait before the second attempt, and twice as long before each further one. By default 1s.
    #[serde(default = "second", deserialize_with = "duration::read")]
    #[cfg_attr(test, schemars(with = "String", extend("default" = "1s")))]
    pub(crate) pause: Duration,
    /// How long an attempt may take. By default 5m.
    #[serde(default = "minutes", deserialize_with = "duration::read")]
    #[cfg_attr(test, schemars(with = "String", extend("default" = "5m")))]
    pub(crate) timeout: Duration,
    /// Where a command runs.
    #[serde(skip)]
    pub(crate) folder: PathBuf,
}

/// Where the report goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    /// A program and its arguments.
    Command(&'a [String]),
    /// An address, or the variable that has it.
    Webhook(&'a str),
}

#[derive(Deserialize)]
#[serde(remote = "Action", rename_all = "snake_case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
enum ActionName {
    Retrain,
    Rollback,
}

impl HookConfig {
    /// Its name in the history.
    pub(crate) fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(self.action.name())
    }

    /// Where the report goes: `check` holds that it is one place.
    pub(crate) fn target(&self) -> Target<'_> {
        match (&self.command, &self.url) {
            (Some(command), _) => Target::Command(command),
            (None, url) => Target::Webhook(url.as_deref().unwrap_or_default()),
        }
    }

    /// Whether its program is there and can be run.
    pub(crate) fn check_program(&self) -> Result<(), Error> {
        let Some(program) = self.command.as_ref().and_then(|command| command.first()) else { return Ok(()) };
        let refuse = |why: &str, hint: &str| {
            Err(Error::new(format!("the hook \"{}\": {program}: {why}", self.name())).with_hint(hint))
        };
        if !is_path(program) {
            let hint = "install it, or name it by its path, such as ./retrain.sh";
            return if is_found(program) { Ok(()) } else { refuse("no such program", hint) };
        }
        match Path::new(program) {
            path if !path.is_file() => {
                refuse("no such file", "a path starts from the folder of the configuration")
            }
            path if !may_run(path) => refuse("is not executable", "let it be run: chmod +x"),
            _ => Ok(()),
        }
    }

    /// The same, whose command runs in a folder, and whose program is found from there where it is named by a path.
    pub(super) fn within(mut self, folder: &Path) -> Self {
        let folder = absolute(Path::new(".").join(folder)).unwrap_or_else(|_| folder.to_owned());
        if let Some(program) = self.command.as_mut().and_then(|command| command.first_mut())
            && is_path(program)
        {
            *program = folder.join(&*program).to_string_lossy().into_owned();
        }
        Self { folder, ..self }
    }
}

impl From<&HookConfig> for Hook {
    fn from(config: &HookConfig) -> Self {
        Self { name: config.name().to_owned(), action: config.action }
    }
}

/// Whether a program is named by where it is; else the system looks for it.
fn is_path(program: &str) -> bool {
    Path::new(program).components().count() > 1
}

/// Whether a file is one that may be run.
#[cfg(unix)]
fn may_run(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn may_run(path: &Path) -> bool {
    path.is_file()
}

/// Whether the system finds a program by its name.
#[cfg(unix)]
fn is_found(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| may_run(&folder.join(program)))
}

/// Other systems have rules of their own for what they add to a name, so they are asked when it is run.
#[cfg(not(unix))]
fn is_found(_: &str) -> bool {
    true
}

/// What the types do not say of hooks.
pub(super) fn check(hooks: &[HookConfig], breaker: Option<&BreakerConfig>) -> Result<(), String> {
    for (place, hook) in hooks.iter().enumerate() {
        let name = hook.name();
        if hook.command.is_some() == hook.url.is_some() {
            return Err(format!("the hook \"{name}\" must have a command or a url, and not both"));
        }
        if hook
            .url
            .as_ref()
            .is_some_and(|url| !["http://", "https://", "$"].iter().any(|start| url.starts_with(start)))
        {
            return Err(format!(
                "the url of the hook \"{name}\" must begin with https://, http://, or $ and the name of a variable that has it"
            ));
        }
        if hooks[..place].iter().any(|other| other.name() == name) {
            return Err(format!("two hooks are called \"{name}\"; give one another name"));
        }
        if hook.action == Action::Rollback && breaker.is_none() {
            return Err(format!(
                "the hook \"{name}\" waits for the circuit to open, and there is no table [breaker]"
            ));
        }
    }
    Ok(())
}

fn command<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    let command = Vec::deserialize(deserializer)?;
    if command.is_empty() {
        return Err(serde::de::Error::custom("a command begins with its program"));
    }
    Ok(Some(command))
}

fn three() -> NonZeroU8 {
    NonZeroU8::MIN.saturating_add(2)
}

fn second() -> Duration {
    Duration::from_secs(1)
}

fn minutes() -> Duration {
    Duration::from_mins(5)
}
