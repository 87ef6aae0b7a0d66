//! Which cells are no value.

/// The spellings that stand for no value; compared after trimming, letter case counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingTokens(Vec<String>);

impl MissingTokens {
    /// The spellings that count as missing unless the caller says otherwise.
    pub const DEFAULT: &[&str] =
        &["", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?", "n/a", "#N/A", "<NA>", "NaT"];

    /// These spellings and no others.
    pub fn new(tokens: impl IntoIterator<Item = String>) -> Self {
        Self(tokens.into_iter().map(|token| token.trim().to_owned()).collect())
    }

    /// Whether a trimmed cell is no value.
    pub fn contains(&self, cell: &str) -> bool {
        self.0.iter().any(|token| token == cell)
    }
}

impl Default for MissingTokens {
    fn default() -> Self {
        Self::new(Self::DEFAULT.iter().map(|&token| token.to_owned()))
    }
}
