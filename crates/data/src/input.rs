//! Where bytes come from.

use crate::text;
use std::io::{self, Read, Seek, SeekFrom};

/// An input to read from.
pub enum Input<'a> {
    /// From its start to its end, such as stdin. A format whose table of contents is at its end is held in memory whole.
    Stream(Box<dyn Read + 'a>),
    /// Any part at any time, such as a file.
    File(Box<dyn ReadSeek>),
}

/// What can be read at any place. Parquet's columns are read side by side, which is why it may not borrow.
pub trait ReadSeek: Read + Seek + Send + 'static {}

impl<F: Read + Seek + Send + 'static> ReadSeek for F {}

impl<'a> Input<'a> {
    /// An input that is read from its start to its end.
    pub fn stream(input: impl Read + 'a) -> Self {
        Self::Stream(Box::new(input))
    }

    /// An input of which any part is read at any time.
    pub fn file(input: impl ReadSeek) -> Self {
        Self::File(Box::new(input))
    }

    /// The first bytes, and the whole input again behind them.
    pub(crate) fn peek(self, length: u64) -> io::Result<(Vec<u8>, Self)> {
        match self {
            Self::Stream(stream) => {
                let (start, stream) = text::peek(stream, length)?;
                Ok((start, Self::stream(stream)))
            }
            Self::File(mut file) => {
                let mut start = Vec::new();
                file.by_ref().take(length).read_to_end(&mut start)?;
                file.seek(SeekFrom::Start(0))?;
                Ok((start, Self::File(file)))
            }
        }
    }
}
