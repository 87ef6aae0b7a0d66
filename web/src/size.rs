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

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn sizes_have_the_unit_that_keeps_them_short() {
        let cases = [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (1000, "1.0 kB"),
            (31_053_850, "31.1 MB"),
            (2_500_000_000, "2.5 GB"),
        ];
        for (bytes, words) in cases {
            assert_eq!(in_words(bytes).replace('\u{a0}', " "), words);
        }
    }
}
