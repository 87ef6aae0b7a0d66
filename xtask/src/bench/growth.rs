//! How time and memory grow with a table.

use std::fs;
use std::path::Path;

use super::contender::Contender;
use super::data::Pair;
use super::measure::{Outcome, Stopwatch};
use super::program::Programs;
use crate::error::{Error, Result};

/// Rows and columns of the tables.
const TALLER: [(u64, u64); 4] = [(10_000, 10), (100_000, 10), (1_000_000, 10), (10_000_000, 10)];
const WIDER: [(u64, u64); 3] = [(10_000, 10), (10_000, 100), (10_000, 1000)];

/// A table of one size.
pub(crate) struct Size {
    pub(crate) rows: u64,
    pub(crate) columns: u64,
    /// Of both files.
    pub(crate) bytes: u64,
    pub(crate) outcome: Outcome,
}

/// Tables that grow in rows, and tables that grow in columns.
pub(crate) struct Growth {
    pub(crate) taller: Vec<Size>,
    pub(crate) wider: Vec<Size>,
}

/// Measures the binary on all of them; the tables so many times smaller.
pub(crate) fn measure(
    programs: &Programs,
    stopwatch: &Stopwatch<'_>,
    folder: &Path,
    divisor: u64,
) -> Result<Growth> {
    let measure = |(rows, columns): (u64, u64)| {
        let folder = folder.join("growth");
        let rows = rows / divisor;
        let pair = Pair::generate(programs, &folder, rows, columns)?;
        let bytes = pair.bytes()?;
        let driftglass = [Contender::driftglass(programs)];
        let outcome = stopwatch.interleaved(&driftglass, &pair)?.remove(0);
        fs::remove_dir_all(&folder).map_err(|error| Error::at(&folder, &error))?;
        Ok(Size { rows, columns, bytes, outcome })
    };
    Ok(Growth {
        taller: TALLER.map(measure).into_iter().collect::<Result<_>>()?,
        wider: WIDER.map(measure).into_iter().collect::<Result<_>>()?,
    })
}
