//! Rows in, chunks out.

use crate::selection::Selection;
use driftglass_core::{Chunk, Column, TextColumn};
use indexmap::IndexMap;
use std::sync::Arc;

/// How large chunks are. One that is gathered row by row is full at whichever of rows, cells and text it reaches first; a block of
/// CSV is a chunk.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Rows.
    pub(crate) rows: usize,
    /// Cells, which bounds the memory of wide tables.
    pub(crate) cells: usize,
    /// Bytes of text, which bounds the memory of long cells.
    pub(crate) text: usize,
    /// Bytes of a block of CSV, which is a chunk: so few that they stay near the processor.
    pub(crate) block: usize,
    /// Rows of a block, if they are as long as the header: so many that what is known of a column is not fetched for a few cells.
    pub(crate) block_rows: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { rows: 16 * 1024, cells: 512 * 1024, text: 4 * 1024 * 1024, block: 64 * 1024, block_rows: 128 }
    }
}

/// The most columns a table may have. Beyond it, names are data: keys that are identifiers, a file without line ends.
pub(crate) const MAX_COLUMNS: usize = 100_000;

/// Gathers rows into chunks and hands them on.
pub(crate) struct Table<'a> {
    columns: IndexMap<Arc<str>, TextColumn, foldhash::fast::FixedState>,
    limits: Limits,
    selection: &'a Selection,
    on_chunk: &'a mut dyn FnMut(Chunk),
    /// Rows in all chunks.
    rows: u64,
    /// Rows in this chunk.
    chunk_rows: usize,
    /// Bytes of text in this chunk.
    chunk_text: usize,
    /// Cells of the row that is being written.
    filled: usize,
}

impl<'a> Table<'a> {
    pub(crate) fn new(limits: Limits, selection: &'a Selection, on_chunk: &'a mut dyn FnMut(Chunk)) -> Self {
        Self {
            columns: IndexMap::default(),
            limits,
            selection,
            on_chunk,
            rows: 0,
            chunk_rows: 0,
            chunk_text: 0,
            filled: 0,
        }
    }

    /// Complete rows so far.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    /// The number of columns.
    pub(crate) fn width(&self) -> usize {
        self.columns.len()
    }

    /// A column's name.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.columns.get_index(column).expect("a column is asked for by its index").0
    }

    /// The index of a column that is looked for at `guess` first; one that is new is absent from the rows before.
    pub(crate) fn column(&mut self, name: &str, guess: usize) -> usize {
        if self.columns.get_index(guess).is_some_and(|(known, _)| &**known == name) {
            return guess;
        }
        self.columns.get_index_of(name).unwrap_or_else(|| {
            let mut column = TextColumn::default();
            (0..self.chunk_rows).for_each(|_| column.push_absent());
            self.columns.insert_full(name.into(), column).0
        })
    }

    /// Whether the row that is being written has a cell in a column already.
    pub(crate) fn is_filled(&self, column: usize) -> bool {
        self.columns[column].len() > self.chunk_rows
    }

    /// Adds a cell to the row.
    pub(crate) fn push(&mut self, column: usize, cell: &str) {
        self.chunk_text += cell.len();
        self.filled += 1;
        self.columns[column].push(cell);
    }

    /// Adds a cell that the file does not have.
    pub(crate) fn push_absent(&mut self, column: usize) {
        self.filled += 1;
        self.columns[column].push_absent();
    }

    /// Takes the row's cell back.
    pub(crate) fn pop(&mut self, column: usize) {
        self.filled -= 1;
        self.columns[column].pop();
    }

    /// Ends the row; cells that were not pushed are absent.
    pub(crate) fn end_row(&mut self) {
        self.rows += 1;
        self.chunk_rows += 1;
        if self.filled < self.columns.len() {
            for column in self.columns.values_mut().filter(|column| column.len() < self.chunk_rows) {
                column.push_absent();
            }
        }
        self.filled = 0;
        if self.chunk_rows >= self.limits.rows
            || self.chunk_rows * self.columns.len() >= self.limits.cells
            || self.chunk_text >= self.limits.text
        {
            self.flush();
        }
    }

    /// Hands on the rows that are left.
    pub(crate) fn finish(&mut self) {
        if self.chunk_rows > 0 {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let columns = self.columns.iter_mut().map(|(name, column)| {
            let next = TextColumn::with_capacity(column.len(), column.bytes());
            let cells = std::mem::replace(column, next);
            let wanted = self.selection.wants(name);
            (Arc::clone(name), if wanted { cells.into() } else { Column::Unread(cells.len()) })
        });
        let chunk = Chunk::new(columns.collect());
        self.chunk_rows = 0;
        self.chunk_text = 0;
        (self.on_chunk)(chunk);
    }
}
