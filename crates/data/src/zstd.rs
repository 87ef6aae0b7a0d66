//! What is in a zstd stream.

use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, Read};

/// What a frame of data begins with.
const FRAME: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Whether bytes begin a zstd stream.
pub(crate) fn is_zstd(start: &[u8]) -> bool {
    start.starts_with(&FRAME) || is_skippable(start)
}

/// Frames of something else, such as the sizes that parallel compressors write.
fn is_skippable(start: &[u8]) -> bool {
    start.len() >= 4 && start[0] & 0xf0 == 0x50 && start[1..4] == [0x2a, 0x4d, 0x18]
}

/// Decompresses all frames of a stream, one after the other, and checks their checksums.
pub(crate) struct Unzstd<R> {
    input: R,
    decoder: FrameDecoder,
    in_frame: bool,
}

impl<R: Read> Unzstd<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, decoder: FrameDecoder::new(), in_frame: false }
    }

    /// Begins the next frame; false at the end of the stream.
    fn next_frame(&mut self) -> io::Result<bool> {
        let mut mark = Vec::with_capacity(4);
        self.input.by_ref().take(4).read_to_end(&mut mark)?;
        if mark.is_empty() {
            return Ok(false);
        }
        if is_skippable(&mark) {
            let mut length = [0; 4];
            self.input.read_exact(&mut length)?;
            let length = u32::from_le_bytes(length).into();
            let skipped = io::copy(&mut self.input.by_ref().take(length), &mut io::sink())?;
            return if skipped == length { Ok(true) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
        }
        self.decoder.init(mark.as_slice().chain(&mut self.input)).map_err(io::Error::other)?;
        self.in_frame = true;
        Ok(true)
    }

    fn end_frame(&mut self) -> io::Result<()> {
        let stated = self.decoder.get_checksum_from_data();
        if stated.is_some() && stated != self.decoder.get_calculated_checksum() {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the checksum is wrong"));
        }
        self.in_frame = false;
        Ok(())
    }
}

impl<R: Read> Read for Unzstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            if !self.in_frame {
                if !self.next_frame()? {
                    return Ok(0);
                }
                continue;
            }
            let length = self.decoder.read(buffer)?;
            if length > 0 {
                return Ok(length);
            }
            if self.decoder.is_finished() {
                self.end_frame()?;
            } else {
                let step = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.input, step).map_err(io::Error::other)?;
            }
        }
    }
}
