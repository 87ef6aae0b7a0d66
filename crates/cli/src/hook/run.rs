//! Hooks at work, with a record of every attempt.

use super::{Occasion, Plan, Ready};
use crate::error::Result;
use crate::record::Record;
use crate::words::by_hook;
use driftglass_core::Report;
use driftglass_history::{ActionState, Appended, Claim};
use driftglass_report::{Stop, visible};
use jiff::Timestamp;
use std::thread::sleep;

/// Runs the hooks that a run claimed, each until it succeeds or its attempts are over. Those that failed are added to the stops.
pub(crate) fn run(
    record: &mut Record,
    plan: &Plan,
    appended: &Appended,
    report: &Report,
    quiet: bool,
    stops: &mut Vec<Stop>,
) -> Result<()> {
    if appended.claims.is_empty() {
        return Ok(());
    }
    let report = report.to_json();
    for claim in &appended.claims {
        // A claim is of a hook of the plan.
        let Some(hook) = plan.hooks.iter().find(|hook| hook.name == claim.hook.name) else { continue };
        let occasion = Occasion { claim, run: appended.run, report: &report };
        if let Err(result) = until_it_succeeds(record, hook, &occasion, quiet)? {
            stops.push(Stop::Hook { name: claim.hook.name.clone(), result });
        }
    }
    Ok(())
}

fn until_it_succeeds(
    record: &mut Record,
    hook: &Ready,
    occasion: &Occasion<'_>,
    quiet: bool,
) -> Result<std::result::Result<(), String>> {
    let attempts = u32::from(hook.attempts.get());
    let mut pause = hook.pause;
    let mut number = 1;
    loop {
        record.write(|history| history.begin_attempt(occasion.claim, number, Timestamp::now()))?;
        let result = hook.attempt(occasion);
        let (state, words) = match &result {
            Ok(words) => (ActionState::Done, words),
            Err(words) if number < attempts => (ActionState::Unfinished, words),
            Err(words) => (ActionState::Failed, words),
        };
        record
            .write(|history| history.end_attempt(occasion.claim, number, Timestamp::now(), words, state))?;
        match (state, words) {
            (ActionState::Done, words) => {
                say(quiet, occasion.claim, &format!("done, {words}"));
                return Ok(Ok(()));
            }
            (ActionState::Failed, words) => return Ok(Err(format!("{words}, {}", after(attempts)))),
            (ActionState::Unfinished, words) => {
                say(quiet, occasion.claim, &format!("attempt {number} of {attempts} failed, {words}"));
            }
        }
        sleep(pause);
        pause = pause.saturating_mul(2);
        number += 1;
    }
}

fn after(attempts: u32) -> String {
    if attempts == 1 { "at the only attempt".to_owned() } else { format!("after {attempts} attempts") }
}

fn say(quiet: bool, claim: &Claim, what: &str) {
    if !quiet {
        eprintln!("{}", visible(&by_hook(claim.hook.action, &claim.hook.name, what)));
    }
}
