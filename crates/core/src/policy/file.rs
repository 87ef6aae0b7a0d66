//! Settings as a file: TOML.

use super::{Settings, nearest};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};

/// Why a text is not a file of settings, or of another kind that is written by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for SettingsError {}

impl Settings {
    /// The settings of a TOML text, as `driftglass.toml` holds them.
    pub fn from_toml(text: &str) -> Result<Self, SettingsError> {
        read_toml(text)
    }

    /// The same, of a text in which some tables are for somebody else to read.
    pub fn from_toml_beside<T: DeserializeOwned>(
        text: &str,
        tables: &[&str],
    ) -> Result<(Self, T), SettingsError> {
        let complain = |error: toml::de::Error| complaint(text, &error);
        let mut all = DeTable::parse(text).map_err(complain)?;
        let keys: Vec<_> = all.get_ref().keys().map(Spanned::span).collect();
        let theirs = tables.iter().filter_map(|table| all.get_mut().remove_entry(*table));
        let theirs = Spanned::new(0..text.len(), theirs.collect::<DeTable<'_>>());
        let theirs = T::deserialize(Deserializer::from(theirs)).map_err(complain)?;
        let settings = Self::deserialize(Deserializer::from(all)).map_err(|error| {
            let is_key = error.span().is_some_and(|span| keys.contains(&span));
            if is_key && error.message().starts_with("unknown field") {
                unknown_key(text, &error, tables)
            } else {
                complain(error)
            }
        })?;
        Ok((settings, theirs))
    }
}

/// What a TOML text says, or the line where it does not.
pub(crate) fn read_toml<T: DeserializeOwned>(text: &str) -> Result<T, SettingsError> {
    toml::from_str(text).map_err(|error| complaint(text, &error))
}

fn complaint(text: &str, error: &toml::de::Error) -> SettingsError {
    complaint_of(text, error, error.message().to_owned())
}

/// A complaint of a key at the top, where there may also be those of somebody else.
fn unknown_key(text: &str, error: &toml::de::Error, tables: &[&str]) -> SettingsError {
    let others: Vec<_> = tables.iter().map(|table| format!("`{table}`")).collect();
    complaint_of(text, error, format!("{}, {}", error.message(), others.join(", ")))
}

fn complaint_of(text: &str, error: &toml::de::Error, message: String) -> SettingsError {
    let line = error.span().map_or(1, |span| line_of(text, span.start));
    let hint = nearest_key(&message).map(|key| format!("did you mean {key}?"));
    SettingsError { line, message, hint }
}

/// The line of a place in a text, from 1.
pub(crate) fn line_of(text: &str, place: usize) -> usize {
    text[..place].matches('\n').count() + 1
}

/// The key most like the one that a message complains of: ``unknown field `alpah`, expected one of `preset`, `alpha` ``.
pub fn nearest_key(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let unknown = quoted.next()?;
    nearest(unknown, quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_is_found_with_its_line_and_the_nearest_one() {
        let error = Settings::from_toml("preset = \"classic\"\nalpah = 0.01\n").unwrap_err();
        assert_eq!((error.line, error.hint.as_deref()), (2, Some("did you mean alpha?")));
        let settings = Settings::from_toml("[[rule]]\ncolumns = \"a*\"\ntype = \"text\"\n").unwrap();
        assert_eq!(settings.rules.len(), 1);
    }
}
