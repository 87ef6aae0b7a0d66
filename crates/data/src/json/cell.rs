//! One JSON value as a cell.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt::{self, Formatter, Write};

/// What a value is to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// Text, a number or a truth value, spelled out in the seed's text.
    Text,
    /// Null.
    Absent,
    /// An array or object, as messages call it; what was in it is set aside.
    Nested(&'static str),
}

/// Spells a value out: strings as they are, whole numbers with all digits (to the bounds of u64 and i64), others as
/// the shortest decimal that reads back the same, `true` and `false`.
pub(super) struct CellSeed<'a>(pub(super) &'a mut String);

impl CellSeed<'_> {
    fn spell<E: Error>(self, value: fmt::Arguments<'_>) -> Result<Cell, E> {
        self.0.clear();
        self.0.write_fmt(value).map_err(E::custom)?;
        Ok(Cell::Text)
    }
}

impl<'de> DeserializeSeed<'de> for CellSeed<'_> {
    type Value = Cell;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cell, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CellSeed<'_> {
    type Value = Cell;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Cell, E> {
        self.0.clear();
        self.0.push_str(value);
        Ok(Cell::Text)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Cell, E> {
        self.spell(format_args!("{value}"))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Cell, E> {
        self.spell(format_args!("{value}"))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Cell, E> {
        self.spell(format_args!("{value:?}"))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Cell, E> {
        self.spell(format_args!("{value}"))
    }

    fn visit_unit<E: Error>(self) -> Result<Cell, E> {
        Ok(Cell::Absent)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Cell, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Cell::Nested("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Cell, A::Error> {
        while items.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Nested("an object"))
    }
}
