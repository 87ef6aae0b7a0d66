//! The header of a page, read before the parquet crate reads it: the crate reserves memory for as many bytes as the header says that
//! the page unpacks to, and has no public reader of headers.
//!
//! A header is a struct in Thrift's compact protocol. What is read here is what the crate reads, and of that only what no writer
//! writes is refused, so that no header says one thing here and another there.

use parquet::basic::CompressionCodec;
use std::io::{self, ErrorKind, Read, sink};

// Types of the protocol.
const TRUE: u8 = 1;
const FALSE: u8 = 2;
const I32: u8 = 5;
const STRUCT: u8 = 12;

/// Structs within structs, at most.
const DEPTH: u8 = 16;

/// Refuses the header of a page that is to unpack to more bytes than its codec can bring out of those stored.
pub(super) fn check(header: impl Read, codec: CompressionCodec) -> io::Result<()> {
    let Some(most) = most(codec) else { return Ok(()) };
    let (unpacked, stored) = Header(header).sizes()?;
    if unpacked > stored.saturating_mul(most) {
        return Err(damaged(&format!("a page of {stored} bytes is to unpack to {unpacked}")));
    }
    Ok(())
}

/// How many bytes come out of one at most, by the longest copy for the shortest code of each format; none where the pages are as they are.
fn most(codec: CompressionCodec) -> Option<i64> {
    match codec {
        // Those of the last two are not read.
        CompressionCodec::UNCOMPRESSED | CompressionCodec::BROTLI | CompressionCodec::LZO => None,
        // 64 bytes for 3.
        CompressionCodec::SNAPPY => Some(22),
        CompressionCodec::LZ4 | CompressionCodec::LZ4_RAW => Some(255),
        // 258 bytes for 2 bits.
        CompressionCodec::GZIP => Some(1032),
        // A block of 128 KiB for 4 bytes.
        CompressionCodec::ZSTD => Some(32 << 10),
    }
}

fn damaged(what: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, what)
}

fn malformed() -> io::Error {
    damaged("the header of a page cannot be read")
}

struct Header<R>(R);

impl<R: Read> Header<R> {
    /// The bytes that the page unpacks to, and those stored.
    fn sizes(&mut self) -> io::Result<(i64, i64)> {
        let (mut unpacked, mut stored) = (None, None);
        let mut last = 0;
        while let Some((id, kind)) = self.field(last)? {
            match (id, kind) {
                (2, I32) => unpacked = Some(self.integer()?),
                (3, I32) => stored = Some(self.integer()?),
                // The kind of page, and its checksum.
                (1 | 4, I32) => _ = self.integer()?,
                // Of pages of version 1, of dictionaries, and of pages of version 2: so many whole numbers, and what is skipped.
                (5, STRUCT) => self.page(4)?,
                (7, STRUCT) => self.page(2)?,
                (8, STRUCT) => self.page(6)?,
                (1..=5 | 7 | 8, _) => return Err(malformed()),
                _ => self.skip(kind, DEPTH)?,
            }
            last = id;
        }
        unpacked.zip(stored).ok_or_else(malformed)
    }

    /// A struct whose first fields are whole numbers.
    fn page(&mut self, integers: i16) -> io::Result<()> {
        let mut last = 0;
        while let Some((id, kind)) = self.field(last)? {
            match kind {
                I32 if (1..=integers).contains(&id) => _ = self.integer()?,
                _ if (1..=integers).contains(&id) => return Err(malformed()),
                _ => self.skip(kind, DEPTH)?,
            }
            last = id;
        }
        Ok(())
    }

    /// The number and type of the next field; none at the end of the struct.
    fn field(&mut self, last: i16) -> io::Result<Option<(i16, u8)>> {
        let byte = self.byte()?;
        let (step, kind) = (byte >> 4, byte & 0xf);
        match (step, kind) {
            (_, 0) => Ok(None),
            (0, kind) => {
                let id = i16::try_from(self.zigzag()?).map_err(|_| malformed())?;
                Ok(Some((id, kind)))
            }
            (step, kind) => Ok(Some((last.checked_add(step.into()).ok_or_else(malformed)?, kind))),
        }
    }

    fn skip(&mut self, kind: u8, depth: u8) -> io::Result<()> {
        let depth = depth.checked_sub(1).ok_or_else(malformed)?;
        match kind {
            TRUE | FALSE => {}
            3 => _ = self.byte()?,
            4..=6 => _ = self.varint()?,
            7 => self.pass(8)?,
            8 => {
                let length = self.varint()?;
                self.pass(length)?;
            }
            STRUCT => {
                while let Some((_, kind)) = self.field(0)? {
                    self.skip(kind, depth)?;
                }
            }
            // Pages have no lists, sets and maps.
            _ => return Err(malformed()),
        }
        Ok(())
    }

    fn pass(&mut self, length: u64) -> io::Result<()> {
        match io::copy(&mut (&mut self.0).take(length), &mut sink())? {
            passed if passed == length => Ok(()),
            _ => Err(ErrorKind::UnexpectedEof.into()),
        }
    }

    /// A whole number that is one of 32 bits.
    fn integer(&mut self) -> io::Result<i64> {
        let number = self.zigzag()?;
        i32::try_from(number).map(i64::from).map_err(|_| malformed())
    }

    fn zigzag(&mut self) -> io::Result<i64> {
        let number = self.varint()?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    fn varint(&mut self) -> io::Result<u64> {
        let mut number = 0;
        // Nine times seven bits: more than any number of a header has.
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(malformed())
    }

    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.0.read_exact(&mut byte)?;
        Ok(byte[0])
    }
}
