//! Bytes inside a page: gzip, base64, and the hash by which a policy knows a script.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};
use std::io::Write as _;

/// The bytes in base64.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes in gzip, in base64: the same text on every platform.
pub(crate) fn packed(bytes: &[u8]) -> String {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let _ = gzip.write_all(bytes);
    base64(&gzip.finish().unwrap_or_default())
}

/// A source of a content security policy: `'sha256-…'` over the script's text.
pub(crate) fn csp_source(script: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(script)))
}
