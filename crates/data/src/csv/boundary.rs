//! Where records end, found without reading them.

use memchr::{memchr, memrchr, memrchr2};

const QUOTE: u8 = b'"';

/// Where the last whole record of a text ends that begins with a record; `None` where none is whole for certain.
///
/// Only quotes can hide a line end, so only quotes are looked at. As for the state machine that reads the records, a quote
/// opens where a field begins and is a character of it elsewhere.
pub(super) fn last(text: &[u8], delimiter: u8) -> Option<usize> {
    let mut end = None;
    let mut from = 0;
    loop {
        let Some(quote) = memchr(QUOTE, &text[from..]).map(|offset| from + offset) else {
            return line_end(text, from).or(end);
        };
        end = line_end(&text[..quote], from).or(end);
        let opens =
            quote.checked_sub(1).is_none_or(|before| [delimiter, b'\n', b'\r'].contains(&text[before]));
        from = match opens.then(|| closing(text, quote + 1)) {
            None => quote + 1,
            Some(Some(closing)) => closing + 1,
            Some(None) => return end,
        };
    }
}

/// Behind the last line end at or after a place that is not in quotes. A `\r` at the very end may be half of a `\r\n`.
fn line_end(text: &[u8], from: usize) -> Option<usize> {
    let text = &text[from..];
    let whole = text.strip_suffix(b"\r").unwrap_or(text);
    let place = memrchr(b'\n', text).or_else(|| memrchr2(b'\n', b'\r', whole));
    place.map(|offset| from + offset + 1)
}

/// The quote that closes; a doubled one does not, and the last byte of a text may be half of such.
fn closing(text: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let quote = from + memchr(QUOTE, &text[from..])?;
        match text.get(quote + 1)? {
            &QUOTE => from = quote + 2,
            _ => return Some(quote),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hide_line_ends_where_they_open_a_field() {
        for (text, whole) in [
            ("", ""),
            ("a,b", ""),
            ("a,b\n1", "a,b\n"),
            ("a\r\nb\r\nc", "a\r\nb\r\n"),
            ("a\rb\rc", "a\rb\r"),
            ("a\rb\r", "a\r"),
            ("a\n\"b\nc\"\nd", "a\n\"b\nc\"\n"),
            ("a\n\"b\nc", "a\n"),
            ("a\n\"b\n\"\"c\n", "a\n"),
            ("a\nx,\"b\"\"\n\"", "a\n"),
            ("a\nx,\"b\"\"\n\"\nc", "a\nx,\"b\"\"\n\"\n"),
            ("a\n5\" pipe", "a\n"),
            ("a\n5\" pipe,1\n6\" pipe,2\nx", "a\n5\" pipe,1\n6\" pipe,2\n"),
            ("\"a\nb\"c\"\nd", "\"a\nb\"c\"\n"),
            ("\"a\nb\n", ""),
        ] {
            assert_eq!(last(text.as_bytes(), b','), Some(whole.len()).filter(|end| *end > 0), "{text:?}");
        }
    }
}
