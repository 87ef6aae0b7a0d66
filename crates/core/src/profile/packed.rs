//! Profiles that are put by: many are kept, and few are added to at a time.

use super::Profile;
use super::column::ColumnProfile;
use super::grouped::Grouped;
use super::held::{Held, Many};
use super::levels::Levels;
use super::memory::Memory;
use super::numbers::Numbers;
use indexmap::IndexMap;
use std::sync::Arc;

/// A profile whose texts stand one behind the other, in place of tables that are half empty.
#[derive(Debug, Clone)]
pub(crate) struct PackedProfile {
    /// All but the columns.
    rest: Profile,
    columns: IndexMap<Arc<str>, PackedColumn>,
}

#[derive(Debug, Clone)]
struct PackedColumn {
    values: u64,
    held: PackedHeld,
    strings: PackedLevels,
}

#[derive(Debug, Clone)]
enum PackedHeld {
    Few(PackedLevels),
    /// Numbers are packed as they are.
    Many {
        numbers: Box<[Numbers; 2]>,
        texts: PackedLevels,
    },
}

/// Of each text its length, itself, how often it occurs, and its hash.
#[derive(Debug, Clone)]
struct PackedLevels {
    bytes: Box<[u8]>,
    number: usize,
    grouped: Option<Box<Grouped>>,
    /// The memory that they take when they are not packed.
    unpacked: usize,
}

impl PackedProfile {
    pub(crate) fn of(mut profile: Profile) -> Self {
        profile.settle();
        let columns = std::mem::take(&mut profile.columns);
        let columns = columns.into_iter().map(|(name, column)| (name, PackedColumn::of(column)));
        Self { columns: columns.collect(), rest: profile }
    }

    pub(crate) fn unpacked(self) -> Profile {
        let Self { rest, columns } = self;
        let columns = columns.into_iter().map(|(name, column)| (name, column.unpacked()));
        Profile { columns: columns.collect(), ..rest }
    }

    /// What [`Profile::of_column`] is of the profile.
    pub(crate) fn of_column(&self, name: &str) -> Profile {
        let column = self.columns.get_key_value(name);
        let column = column.map(|(name, column)| (Arc::clone(name), column.unpacked()));
        Profile { columns: column.into_iter().collect(), ..self.rest.of_column(name) }
    }

    pub(crate) fn rows(&self) -> u64 {
        self.rest.rows
    }

    /// About the memory that the values take.
    pub(crate) fn bytes(&self) -> u64 {
        self.columns.values().map(|column| column.bytes() as u64).sum()
    }

    /// The same profile in so much memory, as [`Profile::within`].
    #[must_use]
    pub(crate) fn within(mut self, memory: Memory) -> Self {
        self.rest.memory = memory;
        if let Some(bytes) = memory.of_column(self.columns.len()) {
            for column in self.columns.values_mut() {
                column.bound(bytes);
            }
        }
        self
    }
}

impl PackedColumn {
    fn of(ColumnProfile { values, held, strings }: ColumnProfile) -> Self {
        let held = match held {
            Held::Few(levels) => PackedHeld::Few(PackedLevels::of(&levels)),
            Held::Many(many) => {
                let Many { numbers, instants, texts } = *many;
                PackedHeld::Many { numbers: Box::new([numbers, instants]), texts: PackedLevels::of(&texts) }
            }
        };
        Self { values, held, strings: PackedLevels::of(&strings) }
    }

    fn unpacked(&self) -> ColumnProfile {
        let held = match &self.held {
            PackedHeld::Few(levels) => Held::Few(levels.unpacked()),
            PackedHeld::Many { numbers, texts } => {
                let [numbers, instants] = (**numbers).clone();
                Held::Many(Box::new(Many { numbers, instants, texts: texts.unpacked() }))
            }
        };
        ColumnProfile { values: self.values, held, strings: self.strings.unpacked() }
    }

    fn bytes(&self) -> usize {
        let held = match &self.held {
            PackedHeld::Few(levels) => levels.bytes(),
            PackedHeld::Many { numbers, texts } => {
                numbers.iter().map(Numbers::bytes).sum::<usize>() + texts.bytes()
            }
        };
        held + self.strings.bytes()
    }

    fn bound(&mut self, bytes: usize) {
        self.strings.bound(bytes);
        match &mut self.held {
            // As few levels as there are in it are held whole.
            PackedHeld::Few(_) => {}
            PackedHeld::Many { numbers, texts } => {
                numbers.iter_mut().for_each(|numbers| numbers.bound(bytes));
                texts.bound(bytes);
            }
        }
    }
}

impl PackedLevels {
    fn of(levels: &Levels) -> Self {
        let mut bytes = Vec::new();
        for (text, count, hash) in levels.entries() {
            push(&mut bytes, text.len() as u64);
            bytes.extend_from_slice(text.as_bytes());
            push(&mut bytes, count);
            bytes.extend_from_slice(&hash.to_le_bytes());
        }
        Self {
            bytes: bytes.into(),
            number: levels.held(),
            grouped: levels.grouped().cloned().map(Box::new),
            unpacked: levels.bytes(),
        }
    }

    fn bound(&mut self, bytes: usize) {
        if self.unpacked > bytes {
            let mut levels = self.unpacked();
            levels.bound(bytes);
            *self = Self::of(&levels);
        }
    }

    fn bytes(&self) -> usize {
        self.bytes.len() + self.grouped.as_ref().map_or(0, |grouped| grouped.bytes())
    }

    fn unpacked(&self) -> Levels {
        let mut levels = match &self.grouped {
            Some(grouped) => Levels::with_groups((**grouped).clone()),
            None => Levels::default(),
        };
        levels.reserve(self.number);
        let mut rest = &*self.bytes;
        while !rest.is_empty() {
            let length = pull(&mut rest) as usize;
            let text = std::str::from_utf8(cut(&mut rest, length)).expect("it was a text when it came in");
            let count = pull(&mut rest);
            let hash = cut(&mut rest, size_of::<u64>()).try_into().expect("as long as a hash");
            levels.add(text, count, || u64::from_le_bytes(hash));
        }
        levels
    }
}

/// Writes a number, which is mostly small: seven bits a byte, the lowest first, and the eighth where more follow.
fn push(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn pull(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = cut(bytes, 1)[0];
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return number;
        }
        shift += 7;
    }
}

fn cut<'a>(bytes: &mut &'a [u8], length: usize) -> &'a [u8] {
    let (first, rest) = bytes.split_at(length);
    *bytes = rest;
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_is_lost(
            texts in prop::collection::vec(("[a-z0-9.é]{1,40}", 1..u64::from(u32::MAX)), 0..300),
            zeros in 0..3_u32,
        ) {
            let mut levels = Levels::default();
            for (place, (text, count)) in texts.iter().enumerate() {
                levels.add(text, *count, || (place as u64) << 60);
            }
            let levels = levels.with_zeros(zeros);
            let packed = PackedLevels::of(&levels);
            prop_assert_eq!(packed.unpacked(), levels);
        }
    }
}
