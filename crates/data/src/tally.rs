//! The size and digest of the input as it is stored.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::{self, BufReader, Read};

/// Counts and hashes what is read through it.
pub(crate) struct Tally<R> {
    input: R,
    bytes: u64,
    digest: Sha256,
    failed: bool,
}

impl<R: Read> Tally<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, bytes: 0, digest: Sha256::new(), failed: false }
    }

    /// Whether the input itself failed, and not a layer above it.
    pub(crate) fn failed(&self) -> bool {
        self.failed
    }

    /// Reads whatever is left, and gives the size in bytes and the SHA-256 in hexadecimal.
    pub(crate) fn finish(mut self) -> io::Result<(u64, String)> {
        io::copy(&mut self, &mut io::sink())?;
        let hex = self.digest.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("a String takes every write");
            hex
        });
        Ok((self.bytes, hex))
    }
}

/// The SHA-256 of all that is left of an input, in hexadecimal.
pub(crate) fn sha256(input: impl Read) -> io::Result<String> {
    Tally::new(BufReader::with_capacity(64 << 10, input)).finish().map(|(_, sha256)| sha256)
}

impl<R: Read> Read for Tally<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer).inspect_err(|error| {
            self.failed |= error.kind() != io::ErrorKind::Interrupted;
        })?;
        self.bytes += length as u64;
        self.digest.update(&buffer[..length]);
        Ok(length)
    }
}
