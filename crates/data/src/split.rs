//! The way from one input to two profiles.

use crate::error::quoted;
use crate::{Error, ErrorKind, Input, ReadOptions, ReadSummary, count_rows, read};
use driftglass_core::policy::nearest;
use driftglass_core::report::{Finding, FindingCode, Severity, Source};
use driftglass_core::split::{Split, SplitError};
use driftglass_core::{MissingTokens, Profile};
use std::collections::BTreeSet;
use std::io;

/// Reads one input into the profiles of its two sides, the reference first. `open` starts the input from its beginning: twice
/// where the rows have to be counted before they can be split.
pub fn profile_split<'a>(
    name: &str,
    mut open: impl FnMut() -> io::Result<Input<'a>>,
    options: &ReadOptions,
    missing: MissingTokens,
    split: &Split,
) -> Result<(Profile, Profile), Error> {
    let mut input = || open().map_err(|error| Error::io(name, &error));
    let options = options.with_column(split.column());
    let mut total = 0;
    if split.needs_total() {
        total = count_rows(name, input()?, &options)?;
    }
    let mut profiles = [missing.clone(), missing].map(|missing| Profile::new(missing).within(options.memory));
    let mut divider = split.divider(total);
    let mut columns = BTreeSet::new();
    let summary = read(name, input()?, &options, &mut |chunk| {
        columns.extend(chunk.columns().map(|(name, _)| name.clone()));
        for (profile, part) in profiles.iter_mut().zip(divider.divide(&chunk)) {
            profile.observe(&part);
        }
    })?;
    let neither = divider.finish().map_err(|error| {
        let nearest = match &error {
            SplitError::NoColumn(wanted) => nearest(wanted, columns.iter().map(|name| &**name)),
            _ => None,
        };
        let hint = nearest
            .map_or_else(|| error.hint().to_owned(), |name| format!("did you mean {}?", quoted(&name)));
        Error::new(ErrorKind::Split, name, error.to_string()).with_hint(hint)
    })?;
    for (profile, words) in profiles.iter_mut().zip(split.words()) {
        profile.settle();
        describe(profile, &summary, &words);
    }
    profiles[0].findings = summary.findings;
    if neither > 0 {
        profiles[0].findings.push(Finding {
            code: FindingCode::Other,
            severity: Severity::Warning,
            column: None,
            message: format!(
                "{name}: {neither} rows are on neither side of the split {split} and are left out"
            ),
        });
    }
    let [reference, current] = profiles;
    Ok((reference, current))
}

/// Where a side's rows came from. What is odd about the file is said once, of the reference.
fn describe(profile: &mut Profile, summary: &ReadSummary, words: &str) {
    let name = format!("{} ({words})", summary.source.name);
    profile.source = Source { name, rows: profile.rows(), ..summary.source.clone() };
}
