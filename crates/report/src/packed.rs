//! Bytes inside a page: gzip, base64, and the hash by which a policy knows a script.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};
use std::io::{Read as _, Write as _};

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

/// What was packed under an id into a page that this crate wrote; nothing where there is nothing of that id.
pub(crate) fn unpacked(page: &str, id: &str) -> Option<String> {
    let (_, behind) = page.split_once(&format!(" id={id}>"))?;
    let (data, _) = behind.split_once("</script>")?;
    let bytes = STANDARD.decode(data.trim()).ok()?;
    let mut text = String::new();
    GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).ok()?;
    Some(text)
}

/// A source of a content security policy: `'sha256-…'` over the script's text.
pub(crate) fn csp_source(script: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(script)))
}
