//! What follows from drift: hooks, each run once an incident.

mod command;
mod run;
mod webhook;

pub(crate) use run::run;

use crate::config::{Config, HookConfig, Target};
use crate::error::{Error, Result};
use command::Command;
use driftglass_history::{Claim, Decisions, Hook};
use std::num::NonZeroU8;
use std::time::Duration;
use webhook::Webhook;

/// The decisions of a configuration, and the means to carry them out.
pub(crate) struct Plan {
    pub(crate) decisions: Decisions,
    hooks: Vec<Ready>,
}

/// A hook that can be run.
struct Ready {
    name: String,
    call: Call,
    attempts: NonZeroU8,
    pause: Duration,
}

enum Call {
    Command(Command),
    Webhook(Webhook),
}

/// What a hook is told.
struct Occasion<'a> {
    claim: &'a Claim,
    run: i64,
    /// The report's JSON.
    report: &'a str,
}

/// What an attempt came to, in words: those of success, or of failure.
type Attempted = std::result::Result<String, String>;

impl Plan {
    /// Looks over what hooks need before the work starts.
    pub(crate) fn of(config: &Config) -> Result<Self> {
        Ok(Self {
            decisions: Decisions {
                breaker: config.breaker.map(Into::into),
                hooks: config.hooks.iter().map(Hook::from).collect(),
            },
            hooks: config.hooks.iter().map(Ready::of).collect::<Result<_>>()?,
        })
    }

    /// What is amiss where there is something to decide, which takes runs on record, and no history.
    pub(crate) fn without_history(&self) -> Option<Error> {
        (self.decisions != Decisions::default()).then(|| {
            Error::new("the breaker and the hooks of the configuration need a history")
                .with_hint("run check with --history FILE, or add history = \"drift.db\" to the table [run]")
        })
    }

    /// What a claim would do, in words.
    pub(crate) fn preview(&self, claim: &Claim) -> String {
        let what = self.hooks.iter().find(|hook| hook.name == claim.hook.name).map(|hook| match &hook.call {
            Call::Command(command) => command.line(),
            Call::Webhook(_) => "POST of the report".to_owned(),
        });
        let Hook { action, name } = &claim.hook;
        format!("would run the hook \"{name}\" for {}: {}", action.name(), what.unwrap_or_default())
    }
}

impl Ready {
    fn of(config: &HookConfig) -> Result<Self> {
        let call = match config.target() {
            Target::Command(words) => Call::Command(Command::new(words, &config.folder, config.timeout)),
            Target::Webhook(url) => {
                Call::Webhook(Webhook::new(url, config.timeout).map_err(|complaint| {
                    Error::new(format!("the hook \"{}\": {complaint}", config.name()))
                })?)
            }
        };
        Ok(Self { name: config.name().to_owned(), call, attempts: config.attempts, pause: config.pause })
    }

    fn attempt(&self, occasion: &Occasion<'_>) -> Attempted {
        match &self.call {
            Call::Command(command) => command.run(occasion),
            Call::Webhook(webhook) => webhook.post(occasion),
        }
    }
}
