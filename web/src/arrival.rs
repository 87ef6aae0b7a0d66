//! What a file is that was dropped, chosen or pasted: data, settings, or a report that was saved.

use driftglass_core::report::SCHEMA;
use js_sys::Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FileList};

/// How much of a JSON file is looked at to tell a report from data.
const START: i32 = 4096;

/// What a file is.
pub(crate) enum Arrival {
    /// Rows to compare.
    Data(File),
    /// Settings, as text.
    Settings(String, String),
    /// A report to open again.
    Report(File),
}

/// Looks at a file's name, and where that leaves a doubt at its start.
pub(crate) async fn look(file: File) -> Arrival {
    let name = file.name();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("toml") => Arrival::Settings(name, text(&file).await),
        Some("html" | "htm") => Arrival::Report(file),
        Some("json") => {
            let start = file.slice_with_i32_and_i32(0, START);
            let start = match start {
                Ok(start) => text(&start).await,
                Err(_) => String::new(),
            };
            if start.contains(SCHEMA) { Arrival::Report(file) } else { Arrival::Data(file) }
        }
        _ => Arrival::Data(file),
    }
}

/// A file of pasted text, named for what it seems to be; `None` where there is none.
pub(crate) fn of_text(text: &str) -> Option<File> {
    let start = text.trim_start();
    let says = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let line = start.lines().find(says)?;
    let name = if start.starts_with('{') || is_list(start) {
        "pasted.json"
    } else if is_table(line) || is_setting(line) {
        "pasted.toml"
    } else if line.contains('\t') {
        "pasted.tsv"
    } else {
        "pasted.csv"
    };
    File::new_with_str_sequence(&Array::of1(&text.into()), name).ok()
}

/// `[{…` or `[ {…`, and not `[[rule]]`.
fn is_list(text: &str) -> bool {
    text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', ']']))
}

/// `[run]` or `[[rule]]`, with a comment behind it or none.
fn is_table(line: &str) -> bool {
    let head = line.split('#').next().unwrap_or_default().trim();
    let inner = |open, close| head.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    inner("[[", "]]").or_else(|| inner("[", "]")).is_some_and(is_key)
}

/// `alpha = 0.01`, and not a header that happens to hold the sign.
fn is_setting(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| is_key(key))
}

fn is_key(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// The files of a list, if there is one.
pub(crate) fn files(list: Option<&FileList>) -> Vec<File> {
    (0..list.map_or(0, FileList::length)).filter_map(|index| list?.get(index)).collect()
}

/// The text of a blob; nothing where it cannot be read, which its reader then says of it.
async fn text(blob: &Blob) -> String {
    JsFuture::from(blob.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default()
}
