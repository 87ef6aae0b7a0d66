//! Sizes.

use ruzstd::decoding::FrameDecoder;

/// The size that a frame states of its content. `Err` where the bytes begin no frame, `None` where it states none.
pub fn get_frame_content_size(frame: &[u8]) -> Result<Option<u64>, ContentSizeError> {
    let mut decoder = FrameDecoder::new();
    decoder.init(frame).map_err(|_| ContentSizeError)?;
    Ok(Some(decoder.content_size()).filter(|size| *size > 0))
}

/// The bytes begin no frame.
#[derive(Debug)]
pub struct ContentSizeError;

/// The most bytes that so many become: those that zstd's manual gives.
pub fn compress_bound(length: usize) -> usize {
    length + (length >> 8) + 64
}
