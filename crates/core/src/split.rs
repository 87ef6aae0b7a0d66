//! One data set as two: which of its rows are the reference, and which are the current data.

mod rule;

pub use rule::{Split, SplitError};

use crate::profile::{cell_instant, cell_number};
use crate::{Chunk, Column};
use std::borrow::Cow;
use std::sync::Arc;

/// Divides the chunks of one data set, in their order.
#[derive(Debug)]
pub struct Divider<'a> {
    split: &'a Split,
    /// The rows before this one are the reference, where the share of rows tells.
    boundary: u64,
    row: u64,
    counts: [u64; 2],
    unread: u64,
    has_column: bool,
}

impl Split {
    /// Whether all rows have to be counted before any can be divided.
    pub fn needs_total(&self) -> bool {
        matches!(self, Self::Share(_))
    }

    /// Starts to divide a data set of so many rows; the number matters only where [`needs_total`](Self::needs_total) says so.
    pub fn divider(&self, total: u64) -> Divider<'_> {
        let boundary = match self {
            Self::Share(share) => (share * total as f64).round() as u64,
            Self::From { .. } | Self::Value { .. } => 0,
        };
        Divider { split: self, boundary, row: 0, counts: [0; 2], unread: 0, has_column: false }
    }
}

impl Divider<'_> {
    /// The chunk's rows of the reference and of the current data, without the column that divides them: it differs by
    /// design.
    pub fn divide(&mut self, chunk: &Chunk) -> [Chunk; 2] {
        let mut rows = [Vec::new(), Vec::new()];
        let name = self.split.column();
        let cells = name.and_then(|name| chunk.columns().find(|(column, _)| &***column == name));
        self.has_column |= cells.is_some();
        for row in 0..chunk.rows() {
            match self.side(cells.and_then(|(_, cells)| spelling(cells, row)).as_deref()) {
                Some(side) => rows[side].push(row),
                None => self.unread += 1,
            }
            self.row += 1;
        }
        rows.map(|rows| {
            let kept = chunk.columns().filter(|(column, _)| name != Some(&***column));
            Chunk::new(kept.map(|(column, cells)| (Arc::clone(column), cells.select(&rows))).collect())
        })
    }

    /// The side of the next row: 0 is the reference.
    fn side(&mut self, cell: Option<&str>) -> Option<usize> {
        let cell = cell.map(str::trim);
        let side = match self.split {
            Split::Share(_) => Some(usize::from(self.row >= self.boundary)),
            Split::From { bound, is_instant, .. } => {
                let value = if *is_instant { cell_instant(cell?) } else { cell_number(cell?) };
                value.map(|value| usize::from(value >= *bound))
            }
            Split::Value { reference, .. } if cell == Some(reference) => Some(0),
            Split::Value { current: None, .. } => Some(1),
            Split::Value { current: Some(current), .. } => (cell == Some(current)).then_some(1),
        }?;
        self.counts[side] += 1;
        Some(side)
    }

    /// How many rows were on neither side, once all are divided; an error where the rule does not divide them.
    pub fn finish(self) -> Result<u64, SplitError> {
        match self.split {
            Split::From { column, .. } | Split::Value { column, .. } if !self.has_column => {
                Err(SplitError::NoColumn(column.clone()))
            }
            Split::From { column, .. } if 2 * self.unread > self.row => {
                Err(SplitError::Unreadable { column: column.clone(), unread: self.unread, rows: self.row })
            }
            split => match self.counts {
                [0, _] => Err(SplitError::Empty(split.words()[0].clone())),
                [_, 0] => Err(SplitError::Empty(split.words()[1].clone())),
                _ => Ok(self.unread),
            },
        }
    }
}

/// A cell as a file of text would spell it.
fn spelling(cells: &Column, row: usize) -> Option<Cow<'_, str>> {
    match cells {
        Column::Unread(_) => None,
        Column::Spelled(cells) | Column::Strings(cells) => cells.get(row).map(Cow::Borrowed),
        Column::Values(values) => values.get(row).copied().flatten().map(|value| Cow::Owned(value.spell())),
    }
}
