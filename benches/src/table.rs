//! A table as CSV.

use crate::column::Column;
use rand_pcg::Pcg64;
use rand_pcg::rand_core::SeedableRng;
use std::io::{self, Write};

/// Of the columns, every so many are drifted in the current table.
const DRIFTED: usize = 5;

/// Which of two tables that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one that is compared with.
    Reference,
    /// The one in which every fifth column is drifted.
    Current,
}

/// The size of a generated table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Rows below the header.
    pub rows: u64,
    /// Numeric columns.
    pub numeric: usize,
    /// Categorical columns, which follow them.
    pub categorical: usize,
}

impl Table {
    /// A table of so many columns, a fifth of them categorical.
    pub fn new(rows: u64, columns: usize) -> Self {
        let categorical = columns / 5;
        Self { rows, numeric: columns - categorical, categorical }
    }

    /// Writes one of the two tables as CSV.
    pub fn write(self, side: Side, out: &mut impl Write) -> io::Result<()> {
        let is_drifted = |n: usize| side == Side::Current && n.is_multiple_of(DRIFTED);
        let numeric = (0..self.numeric).map(|n| (format!("number{n}"), Column::numeric(n, is_drifted(n))));
        let categorical =
            (0..self.categorical).map(|n| (format!("text{n}"), Column::categorical(n, is_drifted(n))));
        let (names, columns): (Vec<_>, Vec<_>) = numeric.chain(categorical).unzip();
        writeln!(out, "{}", names.join(","))?;
        let mut generator = Pcg64::seed_from_u64(side as u64);
        for _ in 0..self.rows {
            for (place, column) in columns.iter().enumerate() {
                if place > 0 {
                    out.write_all(b",")?;
                }
                column.write(&mut generator, out)?;
            }
            out.write_all(b"\n")?;
        }
        Ok(())
    }

    /// The bytes of one of the two tables.
    #[expect(clippy::missing_panics_doc, reason = "a vector takes all bytes")]
    pub fn bytes(self, side: Side) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(side, &mut bytes).expect("a vector takes all bytes");
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::{Side, Table};

    #[test]
    fn a_table_has_its_size_and_the_same_bytes_each_time() {
        let table = Table::new(30, 25);
        let bytes = table.bytes(Side::Current);
        let text = String::from_utf8_lossy(&bytes);
        let widths: Vec<_> = text.lines().map(|line| line.split(',').count()).collect();
        assert_eq!(widths, [25; 31]);
        assert_eq!((table.numeric, table.categorical), (20, 5));
        assert_eq!(bytes, table.bytes(Side::Current));
        assert_ne!(bytes, table.bytes(Side::Reference));
    }
}
