//! Records: objects of column names and values.

use super::cell::{Cell, CellSeed};
use crate::error::{Place, quoted};
use crate::notes::{CellNotes, Occurrences, counted, finding};
use crate::table::{MAX_COLUMNS, Table};
use driftglass_core::report::{Finding, FindingCode, Severity};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt::{self, Formatter};

/// Puts records into a table, one a row. As a seed it takes one record.
pub(super) struct Records<'a, 'b> {
    pub(super) table: &'a mut Table<'b>,
    /// The line of the record, where each has one of its own.
    pub(super) line: Option<u64>,
    text: String,
    nested: CellNotes,
    repeated: Occurrences,
}

impl<'a, 'b> Records<'a, 'b> {
    pub(super) fn new(table: &'a mut Table<'b>) -> Self {
        Self {
            table,
            line: None,
            text: String::new(),
            nested: CellNotes::default(),
            repeated: Occurrences::default(),
        }
    }

    /// Takes a whole array of records.
    pub(super) fn take_all<'de, A: SeqAccess<'de>>(&mut self, mut records: A) -> Result<(), A::Error> {
        while records.next_element_seed(&mut *self)?.is_some() {}
        Ok(())
    }

    /// What was noticed on the way.
    pub(super) fn findings(&self, file: &str) -> Vec<Finding> {
        let mut findings =
            self.nested.findings(file, FindingCode::Nested, super::NESTED, |column| self.table.name(column));
        if let Some((place, key)) = self.repeated.first() {
            let count = counted(self.repeated.count(), "key occurs again", "keys occur again");
            let message = format!(
                "{file}: {count} within a record, and the last value was kept; the first is {key} in {place}"
            );
            findings.push(finding(FindingCode::Other, Severity::Warning, message));
        }
        findings
    }

    /// Puts the cell at hand into the row.
    fn put(&mut self, column: usize, cell: Cell) {
        let place = Place { row: self.table.rows() + 1, line: self.line };
        if self.table.is_filled(column) {
            self.table.pop(column);
            self.repeated.add(|| place, || quoted(self.table.name(column)));
        }
        if cell == Cell::Text {
            self.table.push(column, &self.text);
        } else {
            self.table.push_absent(column);
        }
        if let Cell::Nested(what) = cell {
            self.nested.add(column, || place, || what.to_owned());
        }
    }
}

impl<'de> DeserializeSeed<'de> for &mut Records<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Records<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a record (an object of names and values)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut record: A) -> Result<(), A::Error> {
        let mut guess = 0;
        while let Some(column) = record.next_key_seed(Key { table: self.table, guess })? {
            let cell = record.next_value_seed(CellSeed(&mut self.text))?;
            self.put(column, cell);
            // Records mostly have their keys in the same order.
            guess = column + 1;
        }
        self.table.end_row();
        Ok(())
    }
}

/// Finds the column of a key.
struct Key<'a, 'b> {
    table: &'a mut Table<'b>,
    guess: usize,
}

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_, '_> {
    type Value = usize;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        let column = self.table.column(name, self.guess);
        if column < MAX_COLUMNS {
            return Ok(column);
        }
        Err(E::custom(format_args!("more than {MAX_COLUMNS} different keys")))
    }
}
