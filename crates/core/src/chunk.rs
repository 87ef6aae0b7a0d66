//! What the readers give and profiles observe: a run of rows, column by column.

use std::sync::Arc;

/// Some rows of a data set, column by column. All columns have the same number of rows.
#[derive(Debug, Clone, Default)]
pub struct Chunk {
    columns: Vec<(Arc<str>, TextColumn)>,
    rows: usize,
}

impl Chunk {
    /// A chunk of columns with their names.
    ///
    /// # Panics
    /// When the columns differ in length, which is a reader's bug and not a property of the data.
    pub fn new(columns: Vec<(Arc<str>, TextColumn)>) -> Self {
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

    /// The columns in the order of the file.
    pub fn columns(&self) -> impl Iterator<Item = (&Arc<str>, &TextColumn)> {
        self.columns.iter().map(|(name, column)| (name, column))
    }
}

/// Cells as the file spells them; an absent cell (JSON null, a short row) is not an empty string.
#[derive(Debug, Clone, Default)]
pub struct TextColumn {
    text: String,
    cells: Vec<Cell>,
}

/// Where a cell ends in `text`, and whether it was there at all.
#[derive(Debug, Clone, Copy)]
struct Cell {
    end: usize,
    absent: bool,
}

impl TextColumn {
    /// Adds a cell.
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.cells.push(Cell { end: self.text.len(), absent: false });
    }

    /// Adds a cell that the file does not have.
    pub fn push_absent(&mut self) {
        self.cells.push(Cell { end: self.text.len(), absent: true });
    }

    /// The number of cells.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The length of the text of all cells, in bytes.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The cells in order; `None` is an absent one.
    pub fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        let mut start = 0;
        self.cells.iter().map(move |cell| {
            let text = &self.text[start..cell.end];
            start = cell.end;
            (!cell.absent).then_some(text)
        })
    }
}
