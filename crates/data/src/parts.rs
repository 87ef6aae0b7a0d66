//! Several inputs as one data set.

use crate::error::quoted;
use crate::notes::counted;
use crate::selection::Selection;
use crate::tally;
use driftglass_core::report::{Finding, FindingCode, Severity, Source};
use driftglass_core::{ColumnType, Look, Profile};
use indexmap::IndexMap;

/// Puts the profiles of parts together, and notes in what the parts differ.
///
/// The digest of the whole is that of the parts' digests, a line each in the order of the parts:
/// `sha256sum PART... | cut -c1-64 | sha256sum` prints it.
#[derive(Debug, Default)]
pub struct Parts {
    profile: Option<Profile>,
    selection: Selection,
    names: Vec<String>,
    bytes: Option<u64>,
    digests: Option<String>,
    columns: IndexMap<String, Column>,
    findings: IndexMap<(FindingCode, Option<String>), (Finding, u64)>,
}

/// What is known of a column over the parts so far.
#[derive(Debug, Default)]
struct Column {
    /// How many parts have it.
    parts: usize,
    /// The first part that does not.
    missing: Option<usize>,
    /// What it looks like in the first part in which it has values, and which part that is.
    first: Option<(usize, Look)>,
    /// The parts in which it looks otherwise: how many, and the first with the types there and here.
    other: Option<(usize, usize, [ColumnType; 2])>,
}

impl Parts {
    /// No parts yet; only of the columns in the selection is anything said.
    pub fn new(selection: Selection) -> Self {
        Self { selection, bytes: Some(0), digests: Some(String::new()), ..Self::default() }
    }

    /// Adds the next part.
    pub fn add(&mut self, mut part: Profile) {
        let place = self.names.len();
        self.note_columns(place, &part);
        for finding in std::mem::take(&mut part.findings) {
            let key = (finding.code, finding.column.clone());
            self.findings.entry(key).or_insert((finding, 0)).1 += 1;
        }
        let source = std::mem::take(&mut part.source);
        self.names.push(source.name);
        self.bytes = self.bytes.zip(source.bytes).map(|(sum, bytes)| sum + bytes);
        self.digests =
            self.digests.take().zip(source.sha256).map(|(digests, digest)| digests + &digest + "\n");
        self.profile = Some(match self.profile.take() {
            Some(profile) => profile.merge(part),
            None => part,
        });
    }

    fn note_columns(&mut self, place: usize, part: &Profile) {
        for (name, column) in part.columns().filter(|(name, _)| self.selection.wants(name)) {
            let known = self
                .columns
                .entry(name.to_owned())
                .or_insert_with(|| Column { missing: (place > 0).then_some(0), ..Column::default() });
            known.parts += 1;
            let Some(look) = column.look(name) else { continue };
            match &known.first {
                None => known.first = Some((place, look)),
                Some((_, first)) => {
                    if let Some(types) = first.differs(&look) {
                        known.other.get_or_insert((0, place, types)).0 += 1;
                    }
                }
            }
        }
        for known in self.columns.values_mut() {
            // Those of this part have been counted.
            if known.missing.is_none() && known.parts <= place {
                known.missing = Some(place);
            }
        }
    }

    /// The profile of all parts, which is called `name`; none where there was no part.
    pub fn finish(mut self, name: &str) -> Option<Profile> {
        let mut profile = self.profile.take()?;
        let parts = self.names.len();
        profile.source = Source {
            name: format!("{name} ({})", counted(parts as u64, "file", "files")),
            rows: profile.rows(),
            columns: profile.columns().count() as u64,
            bytes: self.bytes,
            sha256: self.digests.take().and_then(|digests| tally::sha256(digests.as_bytes()).ok()),
        };
        profile.findings = self.differences(name);
        profile.findings.extend(self.findings.into_values().map(|(mut finding, parts)| {
            if parts > 1 {
                let more = counted(parts - 1, "other file", "other files");
                finding.message = format!("{}; likewise in {more} of {name}", finding.message);
            }
            finding
        }));
        Some(profile)
    }

    fn differences(&self, name: &str) -> Vec<Finding> {
        let parts = self.names.len();
        let mut findings = Vec::new();
        for (column, known) in &self.columns {
            let mut add = |message: String| {
                findings.push(Finding {
                    code: FindingCode::PartsDiffer,
                    severity: Severity::Warning,
                    column: Some(column.clone()),
                    message: format!("{name}, column {}: {message}", quoted(column)),
                });
            };
            if let Some(first) = known.missing {
                add(format!(
                    "it is not in {} of {parts} files and counts as missing there; the first is {}",
                    parts - known.parts,
                    self.names[first]
                ));
            }
            if let (Some((first, _)), Some((count, other, [before, after]))) = (&known.first, known.other) {
                add(format!(
                    "it looks {} in {} and {} in {}{}",
                    before.name(),
                    self.names[*first],
                    after.name(),
                    self.names[other],
                    if count > 1 {
                        format!(", and other than in the first in {count} files")
                    } else {
                        String::new()
                    }
                ));
            }
        }
        findings
    }
}
