//! Cells as text.

/// Cells one behind the other in one text; an absent cell (JSON null, a short row) is not an empty string.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TextColumn {
    text: String,
    ends: Vec<End>,
}

impl TextColumn {
    /// A column with room for so many cells and bytes of text.
    pub fn with_capacity(cells: usize, bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ends: Vec::with_capacity(cells) }
    }

    /// Adds a cell.
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(End::new(self.text.len(), false));
    }

    /// Adds a cell that the file does not have.
    pub fn push_absent(&mut self) {
        self.ends.push(End::new(self.text.len(), true));
    }

    /// Takes the last cell back, if there is one.
    pub fn pop(&mut self) {
        self.ends.pop();
        self.text.truncate(self.ends.last().map_or(0, |end| end.offset()));
    }

    /// The number of cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The length of the text of all cells, in bytes.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// A cell by its place; `None` where it is absent or the column ends before.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = self.ends.get(index).filter(|end| !end.is_absent())?.offset();
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before].offset());
        Some(&self.text[start..end])
    }

    /// The cells in order; `None` is an absent one.
    pub fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let text = &self.text[start..end.offset()];
            start = end.offset();
            (!end.is_absent()).then_some(text)
        })
    }
}

/// Where a cell ends in the text, and whether it was there at all: in the top bit, which no length of a string reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
struct End(usize);

impl End {
    const ABSENT: usize = 1 << (usize::BITS - 1);

    fn new(offset: usize, absent: bool) -> Self {
        Self(if absent { offset | Self::ABSENT } else { offset })
    }

    fn offset(self) -> usize {
        self.0 & !Self::ABSENT
    }

    fn is_absent(self) -> bool {
        self.0 & Self::ABSENT != 0
    }
}
