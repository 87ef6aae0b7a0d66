//! The input in pieces that can be read apart from each other.

use super::boundary;
use memchr::memchr_iter;
use std::io::{self, Read};

/// A record longer than this is taken for a quote that was left open, before it fills the memory.
pub(super) const MAX_RECORD: usize = 256 * 1024 * 1024;

/// The most bytes of a block of ordinary records.
const LARGEST: usize = 1024 * 1024;

/// Whole records, one after another.
pub(super) struct Block {
    pub(super) text: Vec<u8>,
    /// Where the first record to be read begins.
    pub(super) start: usize,
    /// The line of the first byte, from 1.
    pub(super) line: u64,
    /// How many newlines there are.
    pub(super) newlines: usize,
    /// Whether nothing comes behind it.
    pub(super) is_last: bool,
}

/// Cuts an input into blocks of about the same size; one is larger where a record is.
pub(super) struct Blocks<R> {
    input: R,
    delimiter: u8,
    size: usize,
    /// The beginning of a record that has been read already.
    rest: Vec<u8>,
    /// The line of its first byte.
    line: u64,
    ended: bool,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(input: R, delimiter: u8, size: usize) -> Self {
        Self { input, delimiter, size, rest: Vec::new(), line: 1, ended: false }
    }

    /// Makes the next blocks as large, within reason.
    pub(super) fn grow(&mut self, size: usize) {
        self.size = self.size.max(size.min(LARGEST));
    }

    /// Adds the next blocks until there are so many; whether there may be more.
    pub(super) fn gather(&mut self, ready: &mut Vec<Block>, count: usize) -> io::Result<bool> {
        while ready.len() < count {
            match self.next()? {
                Some(block) => ready.push(block),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// The next block; none at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Block>> {
        if self.ended {
            return Ok(None);
        }
        let mut text = std::mem::take(&mut self.rest);
        let mut size = self.size.max(2 * text.len());
        let is_last = loop {
            fill(&mut self.input, &mut text, size)?;
            if text.len() < size {
                break true;
            }
            if let Some(end) = boundary::last(&text, self.delimiter) {
                self.rest = text.split_off(end);
                break false;
            }
            if size >= MAX_RECORD {
                break false;
            }
            size *= 2;
        };
        self.ended = is_last || size >= MAX_RECORD;
        // A newline ends every record at the end of the input, except in quotes, where it is text.
        if is_last && text.last().is_some_and(|&byte| byte != b'\n') {
            text.push(b'\n');
        }
        let line = self.line;
        let newlines = memchr_iter(b'\n', &text).count();
        self.line += newlines as u64;
        Ok((!text.is_empty()).then_some(Block { text, start: 0, line, newlines, is_last }))
    }
}

/// Reads until the text has a size, or the input ends.
fn fill(input: &mut impl Read, text: &mut Vec<u8>, size: usize) -> io::Result<()> {
    let mut length = text.len();
    text.resize(size, 0);
    while length < size {
        match input.read(&mut text[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    text.truncate(length);
    Ok(())
}
