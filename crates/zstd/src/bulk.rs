//! Whole buffers at once.

use ruzstd::decoding::FrameDecoder;
use ruzstd::decoding::errors::FrameDecoderError;
use std::io::{self, Cursor};
use std::marker::PhantomData;

/// Decompresses frames.
pub struct Decompressor<'a> {
    decoder: FrameDecoder,
    dictionary: PhantomData<&'a ()>,
}

impl Decompressor<'_> {
    /// A decompressor without a dictionary.
    pub fn new() -> io::Result<Self> {
        Ok(Self { decoder: FrameDecoder::new(), dictionary: PhantomData })
    }

    /// Decompresses all frames of `source` into the room that the vector has behind the cursor, and gives their length.
    pub fn decompress_to_buffer(
        &mut self,
        source: &[u8],
        destination: &mut Cursor<&mut Vec<u8>>,
    ) -> io::Result<usize> {
        let start = destination.position() as usize;
        let buffer = destination.get_mut();
        buffer.truncate(start);
        self.decoder.decode_all_to_vec(source, buffer).map_err(invalid)?;
        Ok(buffer.len() - start)
    }
}

fn invalid(error: FrameDecoderError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

/// Refuses to compress.
pub struct Compressor<'a>(PhantomData<&'a ()>);

impl Compressor<'_> {
    /// A compressor that refuses.
    pub fn new(_level: i32) -> io::Result<Self> {
        Ok(Self(PhantomData))
    }

    /// An error, always.
    pub fn compress_to_buffer(
        &mut self,
        _source: &[u8],
        _destination: &mut Cursor<&mut Vec<u8>>,
    ) -> io::Result<usize> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "nothing is compressed here"))
    }
}
