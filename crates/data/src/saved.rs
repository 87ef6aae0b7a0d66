//! Saved profiles as bytes: a first line that names the format, a digest of the rest, and the rest: CBOR in gzip.

use crate::error::{Error, ErrorKind, quoted};
use crate::input::Input;
use ciborium::de::Error as Unread;
use driftglass_core::{MissingTokens, Profile};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::{BufReader, Read};

/// The first line of every version.
pub(crate) const FORMAT: &[u8] = b"driftglass.profile/";
/// The first line of this version.
const VERSION: &[u8] = b"driftglass.profile/2\n";
const DIGEST: usize = 32;

/// A profile on its way between two workers: what a file of it holds, not packed.
#[expect(clippy::missing_panics_doc, reason = "a vector takes all bytes")]
pub fn encode(profile: &Profile) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(profile, &mut bytes).expect("a vector takes all bytes");
    bytes
}

/// The profile that was encoded; none where the bytes are of none.
pub fn decode(bytes: &[u8]) -> Option<Profile> {
    ciborium::from_reader(bytes).ok()
}

/// A profile as the bytes of a file. Two profiles of the same rows, read in any order and in any parts, have the same bytes.
#[expect(clippy::missing_panics_doc, reason = "a vector takes all bytes")]
pub fn save(profile: &Profile) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    ciborium::into_writer(profile, &mut packed).expect("a vector takes all bytes");
    let packed = packed.finish().expect("a vector takes all bytes");
    [VERSION, Sha256::digest(&packed).as_slice(), &packed].concat()
}

/// Whether a file that begins so is a saved profile, of this version or another.
pub fn is_saved(start: &[u8]) -> bool {
    start.starts_with(FORMAT)
}

/// The profile that was saved. What is no profile is an error.
pub fn open(name: &str, input: Input<'_>) -> Result<Profile, Error> {
    let mut bytes = Vec::new();
    let read = match input {
        Input::Stream(mut stream) => stream.read_to_end(&mut bytes),
        Input::File(mut file) => file.read_to_end(&mut bytes),
    };
    read.map_err(|error| Error::io(name, &error))?;
    if !is_saved(&bytes) {
        return Err(Error::new(ErrorKind::Profile, name, "it is not a saved profile")
            .with_hint("`driftglass profile` makes one of data"));
    }
    let Some(rest) = bytes.strip_prefix(VERSION) else {
        return Err(Error::new(
            ErrorKind::Unsupported,
            name,
            "the profile is of another version of the format",
        )
        .with_hint("make it again from its data with this version of driftglass"));
    };
    let damaged = || {
        Error::new(ErrorKind::Profile, name, "the profile is cut off or damaged")
            .with_hint("copy it again, or make it again from its data")
    };
    let (digest, packed) = rest.split_at_checked(DIGEST).ok_or_else(damaged)?;
    if Sha256::digest(packed).as_slice() != digest {
        return Err(damaged());
    }
    ciborium::from_reader(BufReader::new(GzDecoder::new(packed))).map_err(|error| {
        let what = match error {
            Unread::Semantic(_, what) => what,
            other => other.to_string(),
        };
        Error::new(ErrorKind::Profile, name, format!("the profile makes no sense: {what}"))
            .with_hint("make it again from its data")
    })
}

/// Opens a profile whose cells were told missing by these spellings. Cells cannot be told again, so others are an error.
pub(crate) fn open_with(name: &str, input: Input<'_>, missing: &MissingTokens) -> Result<Profile, Error> {
    let profile = open(name, input)?;
    if profile.missing_tokens() == missing {
        return Ok(profile);
    }
    let hint = if *profile.missing_tokens() == MissingTokens::default() {
        "leave --missing out, or make the profile again with it".to_owned()
    } else {
        let spellings = profile.missing_tokens().iter().map(quoted).collect::<Vec<_>>().join(", ");
        format!("compare with the same ones, {spellings}, or make the profile again")
    };
    let message = "the profile was made with other spellings of missing values";
    Err(Error::new(ErrorKind::Profile, name, message).with_hint(hint))
}
