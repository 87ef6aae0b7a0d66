//! What stops a check beside what its report says.

/// What stopped a check, where neither drift nor what the data must be like did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// The circuit is open.
    Circuit {
        /// Until when, in words.
        until: String,
    },
    /// A hook failed.
    Hook {
        /// Its name.
        name: String,
        /// What its last attempt came to.
        result: String,
    },
    /// There is no verdict.
    Untested,
}

impl Stop {
    /// Why the check stopped, in a sentence without its end.
    pub fn reason(&self) -> String {
        match self {
            Self::Circuit { until } => format!("this check passed, and the circuit is open until {until}"),
            Self::Hook { name, result } => format!("the hook \"{name}\" failed: {result}"),
            Self::Untested => "no column could be tested, so there is no verdict".to_owned(),
        }
    }

    /// What kind it is, for a machine.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Circuit { .. } => "circuit_open",
            Self::Hook { .. } => "hook_failed",
            Self::Untested => "untested",
        }
    }

    /// What stopped the check, as a test is called.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Circuit { .. } => "circuit".to_owned(),
            Self::Hook { name, .. } => format!("hook {name}"),
            Self::Untested => "verdict".to_owned(),
        }
    }

    /// What is the matter with that, in a word.
    pub(crate) fn state(&self) -> &'static str {
        match self {
            Self::Circuit { .. } => "open",
            Self::Hook { .. } => "failed",
            Self::Untested => "none",
        }
    }
}
