//! Where bytes come from.

use std::io::{Read, Seek};

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
}
