//! Text that is stored compressed.

use crate::zstd::{Unzstd, is_zstd};
use flate2::read::MultiGzDecoder;
use std::io::Read;

/// How a file of text is compressed as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compression {
    Gzip,
    Zstd,
}

impl Compression {
    /// What bytes begin, if it is something compressed.
    pub(crate) fn of(start: &[u8]) -> Option<Self> {
        if start.starts_with(&[0x1f, 0x8b]) { Some(Self::Gzip) } else { is_zstd(start).then_some(Self::Zstd) }
    }

    /// The name of the format, and of the tool that checks it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    /// What is in the input; in all of its members or frames, if it is several in a row.
    pub(crate) fn unpack<'a>(self, input: impl Read + 'a) -> Box<dyn Read + 'a> {
        match self {
            Self::Gzip => Box::new(MultiGzDecoder::new(input)),
            Self::Zstd => Box::new(Unzstd::new(input)),
        }
    }
}
