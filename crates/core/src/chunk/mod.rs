//! What the readers give and profiles observe: a run of rows, column by column.

mod column;
mod text;

pub use column::{Column, Value};
pub use text::{Span, TextColumn};

use std::sync::Arc;

/// Some rows of a data set, column by column. All columns have the same number of rows.
#[derive(Debug, Clone, Default)]
pub struct Chunk {
    columns: Vec<(Arc<str>, Column)>,
    rows: usize,
}

impl Chunk {
    /// A chunk of columns with their names.
    ///
    /// # Panics
    /// When the columns differ in length, which is a reader's bug and not a property of the data.
    pub fn new<C: Into<Column>>(columns: Vec<(Arc<str>, C)>) -> Self {
        let columns: Vec<(_, Column)> =
            columns.into_iter().map(|(name, column)| (name, column.into())).collect();
        let rows = columns.first().map_or(0, |(_, column)| column.len());
        assert!(
            columns.iter().all(|(_, column)| column.len() == rows),
            "columns of one chunk differ in length"
        );
        Self { columns, rows }
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Some of its rows.
    pub(crate) fn select(&self, rows: &[usize]) -> Self {
        let columns =
            self.columns.iter().map(|(name, cells)| (Arc::clone(name), cells.select(rows))).collect();
        Self { columns, rows: rows.len() }
    }

    /// The columns in the order of the file.
    pub fn columns(&self) -> impl Iterator<Item = (&Arc<str>, &Column)> {
        self.columns.iter().map(|(name, column)| (name, column))
    }
}
