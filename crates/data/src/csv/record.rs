//! A record with quotes, which has a grammar.

use csv_core::ReadRecordResult;

/// Reads one record after another into the same memory.
pub(super) struct RecordReader {
    core: csv_core::Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    length: usize,
}

/// A record is not whole; this field of it is the last that was begun.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) field: usize,
}

impl RecordReader {
    pub(super) fn new(delimiter: u8) -> Self {
        let mut core = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        // The machine passes over a byte order mark in what it reads first; here, there is none, and what looks like one is text.
        core.read_record(b"\n", &mut [], &mut []);
        Self { core, text: vec![0; 4096], ends: vec![0; 64], length: 0 }
    }

    /// Reads the record that the text begins with, and gives its length in bytes. After one that is not whole, there is no next.
    pub(super) fn read(&mut self, text: &[u8]) -> Result<usize, Open> {
        let (mut read, mut written) = (0, 0);
        self.length = 0;
        loop {
            let (result, taken, given, ended) = self.core.read_record(
                &text[read..],
                &mut self.text[written..],
                &mut self.ends[self.length..],
            );
            read += taken;
            written += given;
            self.length += ended;
            match result {
                ReadRecordResult::Record => return Ok(read),
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    return Err(Open { field: self.length });
                }
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            }
        }
    }

    /// The fields of the record.
    pub(super) fn fields(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends[..self.length].iter().map(move |&end| &self.text[std::mem::replace(&mut start, end)..end])
    }
}

/// The length of the line ends that a text begins with.
pub(super) fn line_ends(text: &[u8]) -> usize {
    text.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}
