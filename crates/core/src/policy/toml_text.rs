//! A TOML file as it grows, every key and text quoted as it must be.

use toml_writer::{TomlWrite, WriteTomlValue};

/// A TOML file as it grows.
pub(crate) struct TomlText(String);

impl TomlText {
    /// A file that begins with a text.
    pub(crate) fn after(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// A line as it is: a table's head, or nothing.
    pub(crate) fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// A key with its value, where there is one.
    pub(crate) fn field<T: WriteTomlValue>(&mut self, key: &str, value: Option<T>) {
        let Some(value) = value else { return };
        let text = &mut self.0;
        // Writing to a string cannot fail.
        let _ = text.key(key).and_then(|()| text.space()).and_then(|()| text.keyval_sep());
        let _ = text.space().and_then(|()| text.value(value)).and_then(|()| text.newline());
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}
