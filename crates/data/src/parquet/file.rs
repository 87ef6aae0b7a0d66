//! The bytes of a Parquet file, read where they are needed.

use super::header;
use crate::input::ReadSeek;
use bytes::Bytes;
use parquet::basic::CompressionCodec;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};
use std::io::{self, Read, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

/// A file that all columns read from.
#[derive(Clone)]
pub(super) struct SharedFile {
    file: Arc<Mutex<Box<dyn ReadSeek>>>,
    length: u64,
}

impl SharedFile {
    pub(super) fn new(mut file: Box<dyn ReadSeek>) -> io::Result<Self> {
        let length = file.seek(SeekFrom::End(0))?;
        Ok(Self { file: Arc::new(Mutex::new(file)), length })
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// The bytes from `start` on, all of them.
    pub(super) fn bytes(&self, start: u64, length: usize) -> io::Result<Bytes> {
        // A length beyond the file comes of a damaged one: nothing is reserved for it.
        if start.checked_add(length as u64).is_none_or(|end| end > self.length) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut bytes = vec![0; length];
        self.at(start, |file| file.read_exact(&mut bytes))?;
        Ok(bytes.into())
    }

    /// Reads from `start` on.
    pub(super) fn at<T>(
        &self,
        start: u64,
        read: impl FnOnce(&mut dyn ReadSeek) -> io::Result<T>,
    ) -> io::Result<T> {
        // A reader that panicked left no state behind but a position.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start))?;
        read(&mut **file)
    }
}

/// The pages of one column of one row group: read through a window that moves on, so that a small page costs no read of its own.
#[derive(Clone)]
pub(super) struct Pages {
    file: SharedFile,
    end: u64,
    codec: CompressionCodec,
    reach: usize,
    window: Arc<Mutex<Window>>,
}

#[derive(Default)]
struct Window {
    start: u64,
    bytes: Bytes,
}

impl Pages {
    /// The pages that end at `end`, of which `reach` bytes are read at a time.
    pub(super) fn new(file: SharedFile, end: u64, codec: CompressionCodec, reach: usize) -> Self {
        Self { file, end, codec, reach, window: Arc::default() }
    }

    /// Bytes from `start` on, `least` of them unless the pages end before.
    fn bytes(&self, start: u64, least: usize) -> io::Result<Bytes> {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = usize::try_from(self.end.saturating_sub(start)).unwrap_or(usize::MAX);
        let skipped = start.checked_sub(window.start).and_then(|skipped| usize::try_from(skipped).ok());
        let kept = skipped.and_then(|skipped| window.bytes.len().checked_sub(skipped));
        if kept.is_none_or(|kept| kept < least.min(rest)) {
            let length = rest.min(least.max(self.reach));
            *window = Window { start, bytes: self.file.bytes(start, length)? };
            return Ok(window.bytes.clone());
        }
        Ok(window.bytes.slice(skipped.unwrap_or_default()..))
    }
}

impl Length for Pages {
    fn len(&self) -> u64 {
        self.end
    }
}

impl ChunkReader for Pages {
    type T = PagesReader;

    fn get_read(&self, start: u64) -> Result<PagesReader> {
        Ok(PagesReader {
            bytes: PagesBytes { pages: self.clone(), position: start, ahead: Bytes::new() },
            is_checked: false,
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        let bytes = self.bytes(start, length).map_err(external)?;
        if bytes.len() < length {
            return Err(external(io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(bytes.slice(..length))
    }
}

/// Reads the header of a page, once it is checked. The parquet crate asks for a reader at other places too, and leaves it unread.
pub(super) struct PagesReader {
    bytes: PagesBytes,
    is_checked: bool,
}

impl Read for PagesReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.is_checked {
            header::check(self.bytes.clone(), self.bytes.pages.codec)?;
            self.is_checked = true;
        }
        self.bytes.read(buffer)
    }
}

/// Reads on from a place.
#[derive(Clone)]
struct PagesBytes {
    pages: Pages,
    position: u64,
    ahead: Bytes,
}

impl Read for PagesBytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.ahead.is_empty() {
            self.ahead = self.pages.bytes(self.position, 1)?;
        }
        let length = buffer.len().min(self.ahead.len());
        buffer[..length].copy_from_slice(&self.ahead.split_to(length));
        self.position += length as u64;
        Ok(length)
    }
}

/// A failure of the input, on its way through the parquet crate.
fn external(error: io::Error) -> ParquetError {
    ParquetError::External(Box::new(error))
}
