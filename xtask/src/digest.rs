//! SHA-256, in the two spellings that the page needs.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// A source of a content security policy: `'sha256-…'` in base64, over the script's text.
pub(crate) fn csp_source(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// Sixteen hexadecimal digits that change when any of the parts does.
pub(crate) fn version(parts: &[Vec<u8>]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        // The length keeps a byte that moves from one part to the next from going unnoticed.
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    digest.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::{csp_source, version};

    #[test]
    fn a_source_is_spelt_as_the_specification_does() {
        // The example of the W3C's Content Security Policy Level 2.
        assert_eq!(
            csp_source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn a_version_tells_where_one_part_ends() {
        let parts = |first: &str, second: &str| version(&[first.into(), second.into()]);
        assert_eq!(parts("ab", "c"), parts("ab", "c"));
        assert_ne!(parts("ab", "c"), parts("a", "bc"));
        assert_eq!(parts("ab", "c").len(), 16);
    }
}
