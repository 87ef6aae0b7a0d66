//! The names of the columns.

use crate::error::quoted;
use crate::notes::{counted, finding};
use driftglass_core::report::{Finding, FindingCode, Severity};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Names that differ from each other and are not empty: the second `age` becomes `age (2)`, an empty third name
/// `column 3`. What was renamed is a finding.
pub(crate) fn unique_names(file: &str, names: Vec<String>) -> (Vec<String>, Vec<Finding>) {
    let mut taken = Taken::new(&names);
    let mut findings = Vec::new();
    let mut empty = Vec::new();
    let mut unique = Vec::with_capacity(names.len());
    for (index, name) in names.into_iter().enumerate() {
        unique.push(if name.trim().is_empty() {
            let new = taken.take_new(&format!("column {}", index + 1));
            empty.push(quoted(&new));
            new
        } else if taken.is_taken(&name) {
            let new = taken.take_new(&name);
            let message =
                format!("{file}: the name {} occurs again and is read as {}", quoted(&name), quoted(&new));
            findings.push(Finding {
                code: FindingCode::DuplicateHeader,
                severity: Severity::Warning,
                column: Some(new.clone()),
                message,
            });
            new
        } else {
            taken.take(name)
        });
    }
    if let Some(first) = empty.first() {
        let count = counted(empty.len() as u64, "column has no name", "columns have no name");
        let message = format!("{file}: {count}; the first is read as {first}");
        findings.push(finding(FindingCode::Other, Severity::Info, message));
    }
    (unique, findings)
}

/// The names of the file and those made up for it.
struct Taken(HashMap<String, Use, FixedState>);

/// What became of a name.
#[derive(Default)]
struct Use {
    /// Whether a column has it; a later one may need it still.
    taken: bool,
    /// The last number that was put behind it.
    number: usize,
}

impl Taken {
    /// All names of the file, none taken: a made-up name must not be one of a later column.
    fn new(names: &[String]) -> Self {
        Self(names.iter().map(|name| (name.clone(), Use::default())).collect())
    }

    fn is_taken(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|used| used.taken)
    }

    fn take(&mut self, name: String) -> String {
        self.0.entry(name.clone()).or_default().taken = true;
        name
    }

    /// Takes the name if the file does not have it, or else the first free one with a number behind it.
    fn take_new(&mut self, name: &str) -> String {
        if !self.0.contains_key(name) {
            return self.take(name.to_owned());
        }
        loop {
            let used = self.0.entry(name.to_owned()).or_default();
            used.number = used.number.max(1) + 1;
            let numbered = format!("{name} ({})", used.number);
            if !self.0.contains_key(&numbered) {
                return self.take(numbered);
            }
        }
    }
}
