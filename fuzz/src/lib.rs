//! What every target does with its bytes.

use driftglass_core::{MissingTokens, Sequential};
use driftglass_data::{Input, ReadOptions, is_guarded, profile};
use std::io::Cursor;
use std::panic;

/// Reads and profiles a file of this name and content. An error is an answer; a panic is not, and neither is a message
/// that could steer a terminal.
pub fn read(name: &str, content: &[u8]) {
    let file = Input::file(Cursor::new(content.to_vec()));
    if let Err(error) = profile(name, file, &ReadOptions::default(), MissingTokens::default(), &Sequential) {
        assert!(!error.to_string().contains(char::is_control), "{error}");
    }
}

/// Lets panics pass that the readers turn into errors: libFuzzer's hook would end the process before they can.
pub fn allow_guarded_panics() {
    let end = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !is_guarded() {
            end(info);
        }
    }));
}
