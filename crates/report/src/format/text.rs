//! Text that came from the data, made harmless to show: column names, levels, file names, messages.

/// The text with every character that a reader cannot see, or that could steer a terminal or the order of
/// what stands beside it, replaced by one that can be seen. ASCII controls become their control pictures
/// (U+2400 and up), other controls, bidirectional marks and zero-width characters U+FFFD. Joiners stay,
/// since emoji and several scripts are written with them. Two names that differ in such a character alone
/// then look different, which is what a reader of a drift report wants to know.
pub fn visible(text: &str) -> String {
    let shown = text.chars().map(shown_as).collect::<String>();
    // Nothing, or nothing but spaces, is seen by its quotation marks.
    if shown.trim().is_empty() { format!("\"{shown}\"") } else { shown }
}

fn shown_as(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// The text, visible, in at most `limit` characters: a longer one ends in an ellipsis.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit.saturating_sub(1)) {
        Some((end, last)) if end + last.len_utf8() < text.len() => visible(&text[..end]) + "…",
        _ => visible(text),
    }
}

/// The text with typographic spaces and minus signs as ASCII, for a terminal or a text file that is searched.
pub(crate) fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2212}', "-")
}

/// `1 column`, `2 columns`: the noun with an `s` unless the count is one.
pub(crate) fn plural(count: u64, noun: &str) -> String {
    format!("{}\u{a0}{noun}{}", super::number::count(count), if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(visible("a\u{1b}[31mb\n"), "a␛[31mb␊");
        assert_eq!(visible("a\u{202e}b\u{200f}c\u{9b}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
        assert_eq!([visible(""), visible("  ")], ["\"\"", "\"  \""]);
    }

    #[test]
    fn joined_emoji_and_letters_of_any_script_stay() {
        for text in ["👩‍👩‍👧", "שלום", "größe", "年齢", " a b "] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn a_long_text_ends_in_an_ellipsis() {
        assert_eq!(shorten("abcdef", 6), "abcdef");
        assert_eq!(shorten("abcdefg", 6), "abcde…");
        assert_eq!(shorten("äöüäöüä", 6), "äöüäö…");
        assert_eq!(shorten(&"x".repeat(10_000), 40).chars().count(), 40);
    }
}
