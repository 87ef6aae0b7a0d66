//! A file of CSV in pieces that can be read apart from each other, where there are workers and no threads.

use super::blocks::Blocks;
use super::header::Header;
use crate::error::Error;
use crate::per_thread::PerThread;
use crate::read::{ReadOptions, SAMPLE};
use crate::sniff::{self, Kind};
use crate::table::Limits;
use crate::tally::Tally;
use crate::text;
use driftglass_core::report::Source;
use driftglass_core::{MissingTokens, Profile, Sequential};
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::ops::Range;

/// Whole records of a file, one after another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The byte between fields.
    delimiter: u8,
    /// The bytes of the names of the columns, which belong before the records.
    pub header: Range<u64>,
    /// The bytes of the records.
    pub rows: Range<u64>,
}

/// What only a whole file tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeFile {
    /// How many pieces it has.
    pub pieces: usize,
    bytes: u64,
    sha256: String,
}

impl Piece {
    /// Reads a whole input and gives pieces of about so many bytes as they are found. `None` where it is anything but plain CSV
    /// that begins as it should: such a file is read whole, which tells what it is.
    pub fn cut(
        name: &str,
        input: impl Read,
        options: &ReadOptions,
        size: u64,
        mut on_piece: impl FnMut(Self),
    ) -> Result<Option<WholeFile>, Error> {
        let failed = |error| Error::io(name, &error);
        let mut tally = Tally::new(input);
        let (start, input) = text::peek(&mut tally, SAMPLE).map_err(failed)?;
        let complete = (start.len() as u64) < SAMPLE;
        let Some(delimiter) = delimiter(name, &start, complete, options) else { return Ok(None) };
        let mut blocks = Blocks::new(input, delimiter, Limits::default().block);
        let Some(mut block) = blocks.next().map_err(failed)? else { return Ok(None) };
        let Ok(Some(_)) = Header::read(name, &mut block, delimiter) else { return Ok(None) };
        let header = 0..block.start as u64;
        let (mut from, mut end) = (header.end, block.text.len() as u64);
        let mut pieces = 0;
        let mut found = |rows| {
            pieces += 1;
            on_piece(Self { delimiter, header: header.clone(), rows });
        };
        while let Some(block) = blocks.next().map_err(failed)? {
            if end - from >= size {
                found(from..end);
                from = end;
            }
            end += block.text.len() as u64;
        }
        drop(blocks);
        let (bytes, sha256) = tally.finish().map_err(failed)?;
        if from >= bytes {
            return Ok(None);
        }
        // The last block has a line end even where the file has none.
        found(from..end.min(bytes));
        Ok(Some(WholeFile { pieces, bytes, sha256 }))
    }

    /// The profile of the piece, whose bytes come behind those of the header. `None` where anything about it is odd: the whole file
    /// tells what that is, and where.
    pub fn profile(
        &self,
        name: &str,
        input: impl Read,
        options: &ReadOptions,
        missing: MissingTokens,
    ) -> Option<Profile> {
        let empty = Profile::new(missing).within(options.memory);
        let mut profiles = PerThread::new(empty, options.memory, &Sequential);
        let limits = Limits::default();
        let read = super::read(name, input, self.delimiter, &options.columns, limits, &mut profiles);
        read.is_ok_and(|content| content.findings.is_empty()).then(|| {
            let mut profile = profiles.whole();
            profile.settle();
            profile
        })
    }
}

impl WholeFile {
    /// The profile of the file called `name`, from those of all pieces, merged.
    #[must_use]
    pub fn profile(self, name: &str, mut merged: Profile) -> Profile {
        merged.settle();
        merged.source = Source {
            name: name.to_owned(),
            rows: merged.rows(),
            columns: merged.columns().count() as u64,
            bytes: Some(self.bytes),
            sha256: Some(self.sha256),
        };
        merged
    }
}

/// The delimiter of what is plain CSV.
fn delimiter(name: &str, start: &[u8], complete: bool, options: &ReadOptions) -> Option<u8> {
    match sniff::kind(name, start, complete, options) {
        Ok(Kind::Delimited(delimiter)) if sniff::is_plain(start) => Some(delimiter),
        _ => None,
    }
}
