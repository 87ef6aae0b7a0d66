//! Cells as text.

use std::ops::Deref;
use std::sync::Arc;

/// Cells in one text; an absent cell (JSON null, a short row) is not an empty string.
#[derive(Debug, Clone, Default)]
pub struct TextColumn {
    text: Text,
    cells: Vec<Span>,
}

/// Where the cells lie.
#[derive(Debug, Clone)]
enum Text {
    /// One behind the other.
    Own(String),
    /// Among those of other columns, as they stand in the file.
    Shared(Arc<String>),
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
        Self { text: Text::Own(String::with_capacity(bytes)), cells: Vec::with_capacity(cells) }
    }

    /// Cells of a text that other columns may have cells of as well.
    ///
    /// # Panics
    /// When a cell is read that is not in the text, which is a reader's bug and not a property of the data.
    pub fn within(text: Arc<String>, cells: Vec<Span>) -> Self {
        Self { text: Text::Shared(text), cells }
    }

    /// Adds a cell.
    pub fn push(&mut self, cell: &str) {
        let text = self.text.own();
        let start = text.len();
        text.push_str(cell);
        self.cells.push(Span { start, end: text.len() });
    }

    /// Adds a cell that the file does not have.
    pub fn push_absent(&mut self) {
        self.cells.push(Span::ABSENT);
    }

    /// Takes all cells away, and keeps the room that they had.
    pub(crate) fn clear(&mut self) {
        self.text.own().clear();
        self.cells.clear();
    }

    /// Takes the last cell that was pushed back, if there is one.
    pub fn pop(&mut self) {
        if let Some(span) = self.cells.pop().filter(|span| *span != Span::ABSENT) {
            self.text.own().truncate(span.start);
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
        self.at(*self.cells.get(index)?)
    }

    /// What lies at a place in the text; `None` where that is of an absent cell.
    #[inline]
    pub(crate) fn at(&self, place: Span) -> Option<&str> {
        (place != Span::ABSENT).then(|| &self.text[place.start..place.end])
    }

    /// Where the cells lie in the text, in order.
    pub(crate) fn places(&self) -> &[Span] {
        &self.cells
    }

    /// The text that the cells lie in.
    #[inline]
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The cells of some rows.
    pub(crate) fn select(&self, rows: &[usize]) -> Self {
        rows.iter().map(|&row| self.get(row)).collect()
    }

    /// The cells in order; `None` is an absent one.
    pub fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        self.cells.iter().map(|&place| self.at(place))
    }
}

impl<'a> FromIterator<Option<&'a str>> for TextColumn {
    fn from_iter<I: IntoIterator<Item = Option<&'a str>>>(cells: I) -> Self {
        let mut out = Self::default();
        for cell in cells {
            match cell {
                Some(cell) => out.push(cell),
                None => out.push_absent(),
            }
        }
        out
    }
}

impl Text {
    /// The text to write to, which no other column sees.
    fn own(&mut self) -> &mut String {
        if let Self::Shared(text) = self {
            *self = Self::Own(text.as_str().to_owned());
        }
        match self {
            Self::Own(text) => text,
            Self::Shared(_) => unreachable!("it was copied"),
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::Own(String::new())
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Own(text) => text,
            Self::Shared(text) => text,
        }
    }
}

/// The same cells, wherever their texts lie.
impl PartialEq for TextColumn {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}
