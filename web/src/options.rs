//! What a person may set.

use driftglass_core::Role;
use driftglass_core::policy::{Rule, Settings};
use driftglass_core::series::WindowError;
use driftglass_core::windows::WindowSettings;
use serde::{Deserialize, Serialize};

/// What a person may set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Options {
    /// The rules of the comparison.
    pub settings: Settings,
    /// How data are cut into windows.
    pub windows: Windows,
}

/// Windows of time or of rows, as they are written while somebody writes; empty is what is not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Windows {
    /// The step from window to window.
    pub every: String,
    /// The column that says when a row was made, in place of the one that a rule names.
    pub timestamp: String,
    /// How much a window holds.
    pub window: String,
    /// What windows are compared with.
    pub reference: String,
    /// What comes again and again.
    pub season: String,
    /// How limits are learned.
    pub learn: String,
    /// The zone in which days begin.
    pub zone: String,
}

impl Options {
    /// The settings with the column of times as the last of their rules, where the binary has that of an option too.
    pub(crate) fn rules(&self) -> Settings {
        let mut settings = self.settings.clone();
        let column = self.windows.timestamp.trim();
        if !column.is_empty() {
            let mut rule = Rule::for_columns(column);
            rule.role = Some(Role::Timestamp);
            settings.rules.push(rule);
        }
        settings
    }
}

impl Windows {
    /// Each option by the name that the binary has for it.
    pub(crate) fn fields(&mut self) -> [(&'static str, &mut String); 7] {
        let Self { every, timestamp, window, reference, season, learn, zone } = self;
        [
            ("every", every),
            ("timestamp", timestamp),
            ("window", window),
            ("reference", reference),
            ("season", season),
            ("learn", learn),
            ("zone", zone),
        ]
    }

    /// Whether data are to be cut.
    pub(crate) fn are_asked(&self) -> bool {
        [&self.every, &self.window].into_iter().any(|length| !length.trim().is_empty())
    }

    /// What is written, or why that says nothing.
    pub(crate) fn read(&self) -> Result<WindowSettings, WindowError> {
        Ok(WindowSettings {
            every: read(&self.every)?,
            window: read(&self.window)?,
            reference: read(&self.reference)?,
            season: read(&self.season)?,
            learn: read(&self.learn)?,
            zone: Some(self.zone.trim().to_owned()).filter(|zone| !zone.is_empty()),
        })
    }
}

fn read<T: std::str::FromStr<Err = WindowError>>(text: &str) -> Result<Option<T>, WindowError> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { text.parse().map(Some) }
}
