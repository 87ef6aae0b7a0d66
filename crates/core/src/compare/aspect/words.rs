//! The words of a text.

/// From here on (CJK and its neighbours) writing has no spaces between words, and each character is one.
const WITHOUT_SPACES: char = '\u{2E80}';

/// The words of a text that is in lower case, in order: runs of letters and digits.
pub(super) fn words(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()).flat_map(split_without_spaces)
}

fn split_without_spaces(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if first >= WITHOUT_SPACES {
            first.len_utf8()
        } else {
            rest.find(|c: char| c >= WITHOUT_SPACES).unwrap_or(rest.len())
        };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits_or_single_characters() {
        let of = |text| words(text).collect::<Vec<_>>();
        assert_eq!(of("don't panic: 42!"), ["don", "t", "panic", "42"]);
        assert_eq!(of("größe – naïve"), ["größe", "naïve"]);
        assert_eq!(of("v2 東京2026年"), ["v2", "東", "京", "2026", "年"]);
        assert_eq!(of(" ... "), [""; 0]);
    }
}
