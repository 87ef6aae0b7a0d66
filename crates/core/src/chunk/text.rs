//! Cells as text.

use std::sync::Arc;

/// Cells in one text; an absent cell (JSON null, a short row) is not an empty string.
#[derive(Debug, Clone, Default)]
pub struct TextColumn {
    /// The columns of a chunk may share it: where a file spells its cells, they lie between delimiters as they stand.
    text: Arc<String>,
    cells: Vec<Span>,
}

/// Where a cell is in its text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first byte.
    pub start: usize,
    /// The first byte behind it.
    pub end: usize,
}

impl Span {
    /// A cell that the file does not have.
    pub const ABSENT: Self = Self { start: usize::MAX, end: 0 };
}

impl TextColumn {
    /// A column with room for so many cells and bytes of text.
    pub fn with_capacity(cells: usize, bytes: usize) -> Self {
        Self { text: Arc::new(String::with_capacity(bytes)), cells: Vec::with_capacity(cells) }
    }

    /// Cells of a text that other columns may have cells of as well.
    ///
    /// # Panics
    /// When a cell is read that is not in the text, which is a reader's bug and not a property of the data.
    pub fn within(text: Arc<String>, cells: Vec<Span>) -> Self {
        Self { text, cells }
    }

    /// Adds a cell.
    pub fn push(&mut self, cell: &str) {
        let text = Arc::make_mut(&mut self.text);
        let start = text.len();
        text.push_str(cell);
        self.cells.push(Span { start, end: text.len() });
    }

    /// Adds a cell that the file does not have.
    pub fn push_absent(&mut self) {
        self.cells.push(Span::ABSENT);
    }

    /// Takes the last cell that was pushed back, if there is one.
    pub fn pop(&mut self) {
        if let Some(span) = self.cells.pop().filter(|span| *span != Span::ABSENT) {
            Arc::make_mut(&mut self.text).truncate(span.start);
        }
    }

    /// The number of cells.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The length of the text, in bytes.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// A cell by its place; `None` where it is absent or the column ends before.
    pub fn get(&self, index: usize) -> Option<&str> {
        self.cell(*self.cells.get(index)?)
    }

    /// The cells in order; `None` is an absent one.
    pub fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        self.cells.iter().map(|&span| self.cell(span))
    }

    fn cell(&self, span: Span) -> Option<&str> {
        (span != Span::ABSENT).then(|| &self.text[span.start..span.end])
    }
}

/// The same cells, wherever their texts lie.
impl PartialEq for TextColumn {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}
