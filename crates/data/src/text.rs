//! From bytes to UTF-8: byte order marks, UTF-16.

use crate::error::MalformedUtf16;
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};
use std::io::{self, Cursor, Read};

/// The first bytes of an input, and the whole input again behind them.
pub(crate) fn peek<'a>(mut input: impl Read + 'a, length: u64) -> io::Result<(Vec<u8>, impl Read + 'a)> {
    let mut start = Vec::new();
    input.by_ref().take(length).read_to_end(&mut start)?;
    Ok((start.clone(), Cursor::new(start).chain(input)))
}

/// Text without its byte order mark, from UTF-16 to UTF-8 if that is what the mark says.
/// Text without a mark is left as it is.
pub(crate) fn decode<'a>(input: impl Read + 'a) -> io::Result<Box<dyn Read + 'a>> {
    let (start, mut input) = peek(input, 3)?;
    let Some((encoding, mark)) = Encoding::for_bom(&start) else {
        return Ok(Box::new(input));
    };
    io::copy(&mut input.by_ref().take(mark as u64), &mut io::sink())?;
    if encoding == UTF_8 {
        return Ok(Box::new(input));
    }
    Ok(Box::new(Utf16 {
        input,
        decoder: encoding.new_decoder_without_bom_handling(),
        raw: vec![0; 16 * 1024],
        text: Vec::new(),
        given: 0,
        ended: false,
    }))
}

/// UTF-16 as UTF-8.
struct Utf16<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Utf16<R> {
    /// Decodes the next bytes of the input.
    fn refill(&mut self) -> io::Result<()> {
        let length = self.input.read(&mut self.raw)?;
        self.ended = length == 0;
        let room = self.decoder.max_utf8_buffer_length_without_replacement(length);
        self.text.resize(room.expect("a small buffer decodes to a small one"), 0);
        let (result, _, written) =
            self.decoder.decode_to_utf8_without_replacement(&self.raw[..length], &mut self.text, self.ended);
        self.text.truncate(written);
        self.given = 0;
        match result {
            DecoderResult::Malformed(..) => Err(io::Error::new(io::ErrorKind::InvalidData, MalformedUtf16)),
            DecoderResult::InputEmpty | DecoderResult::OutputFull => Ok(()),
        }
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            self.refill()?;
        }
        let length = buffer.len().min(self.text.len() - self.given);
        buffer[..length].copy_from_slice(&self.text[self.given..self.given + length]);
        self.given += length;
        Ok(length)
    }
}
