//! `driftglass.toml`.

use crate::error::{Error, Result};
use driftglass_core::policy::Settings;
use std::path::Path;

/// Found in the working folder where no other file is named.
const DEFAULT: &str = "driftglass.toml";

/// The settings of the named file, or of `driftglass.toml` where there is one.
pub(crate) fn load(named: Option<&Path>) -> Result<Settings> {
    let path = match named {
        Some(path) => path,
        None if Path::new(DEFAULT).exists() => Path::new(DEFAULT),
        None => return Ok(Settings::default()),
    };
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(&shown.to_string(), &error))?;
    Settings::from_toml(&text).map_err(|error| {
        let complaint = Error::new(format!("{shown}, {error}"));
        match error.hint {
            Some(hint) => complaint.with_hint(hint),
            None => complaint,
        }
    })
}
