//! An object of columns: `{"a": [1, 2], "b": ["x", "y"]}`, or with an index, as pandas writes it:
//! `{"a": {"0": 1, "1": 2}, "b": {"0": "x", "1": "y"}}`.

use super::cell::{Cell, CellSeed};
use crate::csv::unique_names;
use crate::error::{Error, ErrorKind, Place, quoted};
use crate::notes::{CellNotes, counted};
use crate::table::{MAX_COLUMNS, Table};
use driftglass_core::TextColumn;
use driftglass_core::report::{Finding, FindingCode};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::fmt::{self, Formatter};

/// Holds the columns of an object until it is read to its end, since rows need all of them.
#[derive(Default)]
pub(super) struct Columns {
    named: Vec<(String, TextColumn)>,
    /// The index of the first column that has one, and that column.
    index: Option<(usize, Vec<String>)>,
    text: String,
    nested: CellNotes,
    /// Cells that are not nested.
    plain: u64,
}

impl Columns {
    /// Takes the whole object.
    pub(super) fn take_all<'de, A: MapAccess<'de>>(&mut self, mut object: A) -> Result<(), A::Error> {
        while let Some(name) = object.next_key()? {
            if self.named.len() == MAX_COLUMNS {
                return Err(A::Error::custom(format_args!("more than {MAX_COLUMNS} columns")));
            }
            self.named.push((name, TextColumn::default()));
            object.next_value_seed(&mut *self)?;
        }
        Ok(())
    }

    /// The column that is being read.
    pub(super) fn current(&self) -> Option<&str> {
        self.named.last().map(|(name, _)| name.as_str())
    }

    /// Puts the rows into the table and gives the findings.
    pub(super) fn finish(mut self, file: &str, table: &mut Table<'_>) -> Result<Vec<Finding>, Error> {
        self.check(file)?;
        let names = self.named.iter_mut().map(|(name, _)| std::mem::take(name)).collect();
        let (names, mut findings) = unique_names(file, names);
        for (index, name) in names.iter().enumerate() {
            table.column(name, index);
        }
        let rows = self.named.first().map_or(0, |(_, cells)| cells.len());
        let mut cells: Vec<_> = self.named.iter().map(|(_, cells)| cells.iter()).collect();
        for _ in 0..rows {
            for (column, cells) in cells.iter_mut().enumerate() {
                match cells.next().flatten() {
                    Some(cell) => table.push(column, cell),
                    None => table.push_absent(column),
                }
            }
            table.end_row();
        }
        findings.extend(
            self.nested.findings(file, FindingCode::Nested, super::NESTED, |column| table.name(column)),
        );
        Ok(findings)
    }

    /// Whether the columns make a table.
    fn check(&self, file: &str) -> Result<(), Error> {
        let Some(((first, cells), others)) = self.named.split_first() else { return Ok(()) };
        let values = |name: &str, cells: &TextColumn| {
            format!("{} has {}", quoted(name), counted(cells.len() as u64, "value", "values"))
        };
        let mut different = others.iter().filter(|(_, other)| other.len() != cells.len());
        if let Some((name, other)) = different.next() {
            let more = different.count();
            let more = if more > 0 { format!(", and {more} more differ") } else { String::new() };
            let message = format!(
                "the columns differ in length: {}, {}{more}",
                values(first, cells),
                values(name, other)
            );
            return Err(Error::new(ErrorKind::Shape, file, message)
                .with_column(name)
                .with_hint("write null for values that are missing"));
        }
        if self.plain == 0 && !self.nested.is_empty() {
            return Err(Error::new(
                ErrorKind::Shape,
                file,
                "the columns hold objects or arrays and no values",
            )
            .with_column(first)
            .with_hint("if the records are further inside, give them as a file of their own"));
        }
        Ok(())
    }

    /// Adds the value at hand to the column that is being read.
    fn put(&mut self, cell: Cell) {
        let column = self.named.len() - 1;
        let cells = &mut self.named[column].1;
        self.plain += u64::from(cell == Cell::Text);
        if cell == Cell::Text {
            cells.push(&self.text);
        } else {
            cells.push_absent();
        }
        if let Cell::Nested(what) = cell {
            let place = Place { row: cells.len() as u64, line: None };
            self.nested.add(column, || place, || what.to_owned());
        }
    }
}

impl<'de> DeserializeSeed<'de> for &mut Columns {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Takes the values of one column.
impl<'de> Visitor<'de> for &mut Columns {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("an array of values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        while let Some(cell) = values.next_element_seed(CellSeed(&mut self.text))? {
            self.put(cell);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        let column = self.named.len() - 1;
        let (first, index) = self.index.get_or_insert_with(|| (column, Vec::new()));
        let is_first = *first == column;
        let mut index = std::mem::take(index);
        let mut row = 0;
        while let Some(key) = values.next_key::<String>()? {
            if is_first {
                index.push(key);
            } else if index.get(row) != Some(&key) {
                // Rows by position would pair values of different rows.
                let key = quoted(&key);
                return Err(A::Error::custom(format_args!(
                    "the index {key} is not that of the first column"
                )));
            }
            let cell = values.next_value_seed(CellSeed(&mut self.text))?;
            self.put(cell);
            row += 1;
        }
        if let Some((_, first)) = &mut self.index {
            *first = index;
        }
        Ok(())
    }
}
