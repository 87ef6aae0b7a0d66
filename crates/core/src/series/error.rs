//! What can be wrong with windows.

use crate::policy::PolicyError;
use std::fmt;

/// What is wrong with the rules for windows, or with the rules for these data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowError {
    message: String,
    hint: Option<String>,
}

impl WindowError {
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: Some(hint.into()) }
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for WindowError {}

impl From<PolicyError> for WindowError {
    fn from(error: PolicyError) -> Self {
        Self { message: error.to_string(), hint: error.hint() }
    }
}
