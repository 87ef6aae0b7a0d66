//! `driftglass.toml`.

use crate::error::{Error, Result};
use driftglass_core::policy::{Settings, nearest};
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
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        let message = error.message();
        let complaint = Error::new(format!("{shown}, line {line}: {message}"));
        match nearest_key(message) {
            Some(key) => complaint.with_hint(format!("did you mean {key}?")),
            None => complaint,
        }
    })
}

/// The key most like the one that a message complains of: ``unknown field `alpah`, expected one of `preset`, `alpha` ``.
fn nearest_key(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let unknown = quoted.next()?;
    nearest(unknown, quoted)
}
