//! Files that are written by hand: `driftglass.toml`, and schemas.

use crate::error::{Error, Result};
use driftglass_core::Schema;
use driftglass_core::policy::{Settings, SettingsError};
use std::path::Path;

/// Found in the working folder where no other file is named.
const DEFAULT: &str = "driftglass.toml";

/// The settings of the named file, or of `driftglass.toml` where there is one.
pub(crate) fn load(named: Option<&Path>) -> Result<Settings> {
    match named {
        Some(path) => read(path, Settings::from_toml),
        None if Path::new(DEFAULT).exists() => read(Path::new(DEFAULT), Settings::from_toml),
        None => Ok(Settings::default()),
    }
}

/// The schema of the named file.
pub(crate) fn schema(path: &Path) -> Result<Schema> {
    read(path, Schema::from_toml)
}

fn read<T>(path: &Path, parse: impl FnOnce(&str) -> std::result::Result<T, SettingsError>) -> Result<T> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(&shown.to_string(), &error))?;
    parse(&text).map_err(|error| {
        let complaint = Error::new(format!("{shown}, {error}"));
        match error.hint {
            Some(hint) => complaint.with_hint(hint),
            None => complaint,
        }
    })
}
