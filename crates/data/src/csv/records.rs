//! Records of delimited text, with what the state machine does not tell: where each starts, and a quote left open.

use csv_core::ReadRecordResult;
use std::io::{self, BufRead};

/// A record longer than this is taken for a quote that was left open, before it fills the memory.
pub(super) const MAX_RECORD: usize = 256 * 1024 * 1024;

/// Why there is no next record.
pub(super) enum Failure {
    /// The input failed.
    Io(io::Error),
    /// The input ended within quotes, in this field of the record.
    OpenQuote { field: usize },
    /// The record is longer than any sensible one, in this field.
    TooLong { field: usize },
}

/// Reads records one after another into the same memory.
pub(super) struct Records<R> {
    input: R,
    core: csv_core::Reader,
    text: Vec<u8>,
    text_length: usize,
    ends: Vec<usize>,
    fields: usize,
    /// Where the record starts, from 1.
    line: u64,
    /// Newlines between records, which the state machine does not see.
    skipped_newlines: u64,
    /// Blank lines among them.
    blank_lines: u64,
    ended_in_return: bool,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(input: R, delimiter: u8) -> Self {
        Self {
            input,
            core: csv_core::ReaderBuilder::new().delimiter(delimiter).build(),
            text: vec![0; 4096],
            text_length: 0,
            ends: vec![0; 64],
            fields: 0,
            line: 1,
            skipped_newlines: 0,
            blank_lines: 0,
            ended_in_return: false,
        }
    }

    /// The text of all fields of the record, one after another.
    pub(super) fn text(&self) -> &[u8] {
        &self.text[..self.text_length]
    }

    /// Where each field ends in the text.
    pub(super) fn ends(&self) -> &[usize] {
        &self.ends[..self.fields]
    }

    /// The fields of the record.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends().iter().map(move |&end| &self.text[std::mem::replace(&mut start, end)..end])
    }

    /// The line where the record starts, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Lines with nothing in them, so far.
    pub(super) fn blank_lines(&self) -> u64 {
        self.blank_lines
    }

    /// Reads the next record; false at the end.
    pub(super) fn advance(&mut self) -> Result<bool, Failure> {
        (self.text_length, self.fields) = (0, 0);
        if !self.skip_line_ends().map_err(Failure::Io)? {
            return Ok(false);
        }
        self.line = self.core.line() + self.skipped_newlines;
        loop {
            let input = fill(&mut self.input).map_err(Failure::Io)?;
            // A newline ends every record at the end of the input, except in quotes, where it is text.
            let at_end = input.is_empty();
            let input = if at_end { b"\n" } else { input };
            let (result, read, written, ended) = self.core.read_record(
                input,
                &mut self.text[self.text_length..],
                &mut self.ends[self.fields..],
            );
            self.text_length += written;
            self.fields += ended;
            self.ended_in_return = read > 0 && input[read - 1] == b'\r';
            if !at_end {
                self.input.consume(read);
            }
            match result {
                ReadRecordResult::Record => return Ok(true),
                ReadRecordResult::InputEmpty if at_end => {
                    return Err(Failure::OpenQuote { field: self.fields });
                }
                ReadRecordResult::OutputFull if self.text.len() >= MAX_RECORD => {
                    return Err(Failure::TooLong { field: self.fields });
                }
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
            }
        }
    }

    /// Passes over line ends before a record; false if nothing is behind them.
    fn skip_line_ends(&mut self) -> io::Result<bool> {
        loop {
            let input = fill(&mut self.input)?;
            if input.is_empty() {
                return Ok(false);
            }
            let length = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            for &byte in &input[..length] {
                self.skipped_newlines += u64::from(byte == b'\n');
                // The \n of a \r\n ends no line of its own.
                self.blank_lines += u64::from(byte == b'\r' || !self.ended_in_return);
                self.ended_in_return = byte == b'\r';
            }
            let more = length < input.len();
            self.input.consume(length);
            if more {
                return Ok(true);
            }
        }
    }
}

/// The bytes at hand, or the next ones; none at the end.
fn fill(input: &mut impl BufRead) -> io::Result<&[u8]> {
    loop {
        match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
            // A second look, which is free: the borrow of the first would last over the loop.
            Ok(_) => return input.fill_buf(),
        }
    }
}
