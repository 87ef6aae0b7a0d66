//! Sizes of files in words.

/// A number of bytes in words: `512 bytes`, `3.8 MB`.
pub(crate) fn in_words(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1000 => return format!("{bytes}\u{a0}bytes"),
        1000..1_000_000 => (1e3, "kB"),
        1_000_000..1_000_000_000 => (1e6, "MB"),
        _ => (1e9, "GB"),
    };
    format!("{:.1}\u{a0}{name}", bytes as f64 / unit)
}
