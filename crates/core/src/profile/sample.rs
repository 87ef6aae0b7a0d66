//! A sample of whole rows, for what no column can tell alone.
//!
//! Every row has a hash of its content, and the sample is the distinct rows with the lowest hashes, each with
//! the number of times that it occurs (bottom-k sampling: Cohen and Kaplan 2007). So the sample is uniform over
//! distinct rows, and depends on nothing but the rows themselves: not on their order, not on chunks or threads, and the
//! sample of two data sets is the lowest of both their samples. A row that is in the sample was below every limit that
//! ever held, so its count is exact. Two rows whose 64 bits agree count as one, which a million distinct rows meet with
//! a chance of 3 in a hundred million.

use super::cell::canonical;
use super::missing::MissingTokens;
use crate::{Chunk, Column, TextColumn};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use xxhash_rust::xxh3::xxh3_64;

/// Distinct rows that a sample holds: as many as any model has time for, and a correlation that changed by 0.1 stands out of them.
const ROWS: usize = 2500;

/// Cells that a sample holds, which bounds the memory of wide tables.
const CELLS: usize = 500_000;

/// Bytes of a cell that a sample holds; the rest of a longer text is cut off, though it counts in the row's hash.
const CELL: usize = 256;

/// The distinct rows with the lowest hashes, in the order of their hashes.
#[derive(Debug, Clone, Default)]
pub(crate) struct RowSample {
    rows: BTreeMap<u64, SampledRow>,
}

/// A distinct row.
#[derive(Debug, Clone)]
struct SampledRow {
    /// How often it occurs.
    count: u64,
    /// By the place of the column in the profile; a row may end early, and then the rest is missing.
    cells: TextColumn,
    /// Whether the cells are still as the file spells them: most rows give way to others before anybody reads them.
    is_spelled: bool,
}

impl SampledRow {
    /// The cell of a column, unless it is missing: what two rows of one hash have in common, so that it does not matter which
    /// came first.
    fn cell(&self, column: usize) -> Option<Cow<'_, str>> {
        let cell = self.cells.get(column)?;
        Some(if self.is_spelled { canonical(cell) } else { cell.into() })
    }
}

/// The hashes of the rows of a chunk, while their cells come in column by column.
///
/// A row's hash is the sum of the hashes of its cells, so the order of columns does not matter, and a missing cell
/// adds nothing, so neither does a column that other rows have. The hashes are those of published functions: a saved sample
/// means the same on every machine and in every later version.
pub(crate) struct RowHashes(Vec<u64>);

impl RowHashes {
    pub(super) fn new(rows: usize) -> Self {
        Self(vec![0; rows])
    }

    pub(super) fn column(name: &str) -> u64 {
        xxh3_64(name.as_bytes())
    }

    /// Adds a cell by its own hash and that of its column.
    pub(super) fn add(&mut self, row: usize, column: u64, cell: u64) {
        self.0[row] = self.0[row].wrapping_add(mixed(cell ^ column));
    }
}

/// Steele, Lea and Flood (2014), the finaliser of `SplitMix64`: every bit of the hash depends on all bits of the sum.
pub(super) fn mixed(sum: u64) -> u64 {
    let first = (sum ^ (sum >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let second = (first ^ (first >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    second ^ (second >> 31)
}

/// The more columns, the fewer rows. A sample may shrink when columns come late: the lowest hashes of the lowest are the lowest.
fn capacity(columns: usize) -> usize {
    (CELLS / columns.max(1)).clamp(1, ROWS)
}

impl RowSample {
    /// Adds the rows of a chunk; `places` says where in the profile, which has so many `columns`, each of its columns is.
    pub(crate) fn observe(
        &mut self,
        chunk: &Chunk,
        hashes: &RowHashes,
        places: &[usize],
        columns: usize,
        missing: &MissingTokens,
    ) {
        let capacity = capacity(columns);
        self.shrink(capacity);
        let mut sources: Vec<Option<&Column>> = vec![None; columns];
        for ((_, cells), &place) in chunk.columns().zip(places) {
            sources[place] = Some(cells);
        }
        let mut limit = self.limit(capacity);
        // Rows are gathered in one place, and those that stay are copied into as much memory as they take.
        let mut cells = TextColumn::default();
        for (row, &sum) in hashes.0.iter().enumerate() {
            let hash = mixed(sum);
            if hash > limit {
                continue;
            }
            match self.rows.entry(hash) {
                Entry::Occupied(mut seen) => seen.get_mut().count += 1,
                Entry::Vacant(free) => {
                    let is_spelled = gather_spelled(&mut cells, &sources, row, missing);
                    if !is_spelled {
                        gather(&mut cells, &sources, row, missing);
                    }
                    free.insert(SampledRow { count: 1, cells: cells.clone(), is_spelled });
                    self.shrink(capacity);
                    limit = self.limit(capacity);
                }
            }
        }
    }

    /// Adds the rows of another sample, whose columns are at these `places` of the merged profile.
    pub(crate) fn merge(&mut self, other: Self, places: &[usize], columns: usize) {
        let in_place = places.iter().enumerate().all(|(index, &place)| index == place);
        for (hash, row) in other.rows {
            match self.rows.entry(hash) {
                Entry::Occupied(mut seen) => seen.get_mut().count += row.count,
                Entry::Vacant(free) => {
                    free.insert(if in_place { row } else { row.moved(places, columns) });
                }
            }
        }
        self.shrink(capacity(columns));
    }

    /// A sample of these rows, each with its hash, count and cells; `None` where no profile of so many columns has such a sample.
    pub(super) fn of_rows<'a>(
        rows: impl Iterator<Item = (u64, u64, Vec<Option<&'a str>>)>,
        columns: usize,
    ) -> Option<Self> {
        let mut sample = Self::default();
        for (hash, count, cells) in rows {
            let is_next = sample.rows.last_key_value().is_none_or(|(&last, _)| last < hash);
            let fits = cells.iter().flatten().all(|cell| cell.len() <= CELL);
            if !(is_next && fits && count > 0 && sample.rows.len() < capacity(columns)) {
                return None;
            }
            let cells = cells.into_iter().collect();
            sample.rows.insert(hash, SampledRow { count, cells, is_spelled: false });
        }
        Some(sample)
    }

    /// The hashes of the rows in ascending order, each with how often the row occurs.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (u64, u64)> {
        self.rows.iter().map(|(&hash, row)| (hash, row.count))
    }

    /// The cells of the columns at these places, column by column.
    pub(crate) fn columns(&self, places: &[usize]) -> Vec<TextColumn> {
        let mut columns = vec![TextColumn::default(); places.len()];
        for row in self.rows.values() {
            for (column, &place) in columns.iter_mut().zip(places) {
                match row.cell(place) {
                    Some(cell) => column.push(&cell),
                    None => column.push_absent(),
                }
            }
        }
        columns
    }

    /// Whether two columns have the same cells in every row.
    pub(crate) fn columns_are_equal(&self, first: usize, second: usize) -> bool {
        self.rows.values().all(|row| row.cell(first) == row.cell(second))
    }

    /// Distinct rows in the sample.
    pub(crate) fn distinct(&self) -> usize {
        self.rows.len()
    }

    /// Rows that the sample stands for, repeats included.
    pub(crate) fn total(&self) -> u64 {
        self.rows.values().map(|row| row.count).sum()
    }

    fn shrink(&mut self, capacity: usize) {
        while self.rows.len() > capacity {
            self.rows.pop_last();
        }
    }

    /// The greatest hash that may enter.
    fn limit(&self, capacity: usize) -> u64 {
        match self.rows.last_key_value() {
            Some((&last, _)) if self.rows.len() >= capacity => last,
            _ => u64::MAX,
        }
    }
}

impl SampledRow {
    fn moved(&self, places: &[usize], columns: usize) -> Self {
        let mut sources = vec![None; columns];
        for (index, &place) in places.iter().enumerate() {
            sources[place] = self.cells.get(index);
        }
        Self { cells: sources.into_iter().collect(), ..*self }
    }
}

/// Gathers the cells of a row of a chunk as they are spelled, which is quick. Whether it could: not where one is too long or of a
/// typed file.
fn gather_spelled(
    out: &mut TextColumn,
    sources: &[Option<&Column>],
    row: usize,
    missing: &MissingTokens,
) -> bool {
    out.clear();
    for column in sources {
        let cell = match column {
            Some(Column::Spelled(cells)) => cells.get(row).and_then(|cell| missing.value(cell)),
            Some(Column::Unread(_)) | None => None,
            Some(Column::Strings(_) | Column::Values(_)) => return false,
        };
        match cell {
            Some(cell) if cell.len() > CELL => return false,
            Some(cell) => out.push(cell),
            None => out.push_absent(),
        }
    }
    true
}

/// Gathers the cells of a row of a chunk, each in its one spelling.
fn gather(out: &mut TextColumn, sources: &[Option<&Column>], row: usize, missing: &MissingTokens) {
    out.clear();
    for column in sources {
        match column.and_then(|column| cell(column, row, missing)) {
            Some(cell) => out.push(&cell[..cell.floor_char_boundary(CELL)]),
            None => out.push_absent(),
        }
    }
}

/// A cell in its one spelling, unless it is missing.
fn cell<'a>(column: &'a Column, row: usize, missing: &MissingTokens) -> Option<Cow<'a, str>> {
    let text = |cells: &'a TextColumn| cells.get(row).and_then(|cell| missing.value(cell));
    match column {
        Column::Spelled(cells) => text(cells).map(canonical),
        Column::Strings(cells) => text(cells).map(Cow::Borrowed),
        Column::Values(values) => {
            let value = (*values.get(row)?)?;
            (!missing.contains_value(value)).then(|| value.spell().into())
        }
        Column::Unread(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Chunk, MissingTokens, Profile, TextColumn};
    use std::collections::BTreeMap;
    use std::sync::Arc;

    /// More distinct rows than a sample holds, most of them more than once; the last column comes late.
    fn row(i: u64) -> [String; 3] {
        let i = i % 7001;
        [
            (i % 89).to_string(),
            if i.is_multiple_of(5) { "NA".to_owned() } else { format!("v{i}") },
            (i / 89).to_string(),
        ]
    }

    fn profile(names: [&str; 3], rows: impl Iterator<Item = u64>, size: usize) -> Profile {
        spelled(names, rows, size, "")
    }

    /// With this behind the whole numbers of the first column.
    fn spelled(names: [&str; 3], rows: impl Iterator<Item = u64>, size: usize, end: &str) -> Profile {
        let rows: Vec<_> = rows.map(row).collect();
        let mut profile = Profile::new(MissingTokens::default());
        for rows in rows.chunks(size) {
            let columns = names.iter().map(|&name| {
                let place = ["a", "b", "c"].iter().position(|known| *known == name).unwrap();
                let mut column = TextColumn::default();
                for row in rows {
                    column.push(&if place == 0 { format!("{}{end}", row[0]) } else { row[place].clone() });
                }
                (Arc::from(name), column)
            });
            profile.observe(&Chunk::new(columns.collect()));
        }
        profile
    }

    /// Rows by their cells in the order of their names, with their counts.
    fn content(profile: &Profile) -> BTreeMap<u64, (u64, [Option<String>; 3])> {
        let places = ["a", "b", "c"].map(|name| profile.place(name).unwrap().0);
        let columns = profile.sample().columns(&places);
        let row = |row: usize| [0, 1, 2].map(|column: usize| columns[column].get(row).map(str::to_owned));
        let rows = profile.sample().rows().enumerate();
        rows.map(|(place, (hash, count))| (hash, (count, row(place)))).collect()
    }

    #[test]
    fn the_sample_depends_on_the_rows_alone() {
        let whole = content(&profile(["a", "b", "c"], 0..20_000, 20_000));
        assert_eq!(whole.len(), super::ROWS);
        assert_eq!(content(&profile(["a", "b", "c"], (0..20_000).rev(), 777)), whole, "order and chunks");
        let names = ["a", "b", "c"];
        assert_eq!(content(&spelled(names, 0..20_000, 900, ".0")), whole, "spelling");
        let mixed = spelled(names, 9000..20_000, 900, ".00").merge(spelled(names, 0..9000, 500, "e0"));
        assert_eq!(content(&mixed), whole, "several spellings");
        let parts = || {
            [
                profile(["b", "c", "a"], 0..400, 64),
                profile(["a", "b", "c"], 400..15_000, 4096),
                profile(["c", "a", "b"], 15_000..20_000, 1000),
            ]
        };
        let [a, b, c] = parts();
        assert_eq!(content(&a.merge(b).merge(c)), whole, "merging, whatever the order of columns");
        let [a, b, c] = parts();
        assert_eq!(content(&c.merge(b.merge(a))), whole, "merging in another order");
    }

    #[test]
    fn counts_are_exact() {
        let all = content(&profile(["a", "b", "c"], 0..20_000, 512));
        let mut counts: BTreeMap<[String; 3], u64> = BTreeMap::new();
        (0..20_000).for_each(|i| *counts.entry(row(i)).or_default() += 1);
        for (count, cells) in all.into_values() {
            let cells = cells.map(|cell| cell.unwrap_or_else(|| "NA".to_owned()));
            assert_eq!(count, counts[&cells], "{cells:?}");
        }
    }

    #[test]
    fn a_row_with_a_long_cell_is_the_same_in_any_spelling() {
        let row = |number: &str| {
            let long = "x".repeat(super::CELL + 1);
            let columns = [("a", number), ("b", long.as_str())];
            let columns = columns.map(|(name, cell)| (Arc::from(name), TextColumn::from_iter([Some(cell)])));
            let mut profile = Profile::new(MissingTokens::default());
            profile.observe(&Chunk::new(columns.to_vec()));
            profile
        };
        let merged = row("7.0").merge(row("7")).merge(row("7e0"));
        let cells = merged.sample().columns(&[0, 1]);
        assert_eq!(merged.sample().rows().map(|(_, count)| count).collect::<Vec<_>>(), [3]);
        assert_eq!(cells[0].get(0), Some("7"));
        assert_eq!(cells[1].get(0).map(str::len), Some(super::CELL));
    }

    #[test]
    fn a_wide_table_holds_fewer_rows_and_a_long_cell_is_cut_at_a_character() {
        assert_eq!(super::capacity(19), super::ROWS);
        assert_eq!(super::capacity(100_000), 5);
        let mut profile = Profile::new(MissingTokens::default());
        let mut column = TextColumn::default();
        column.push(&"é".repeat(super::CELL));
        column.push(&format!("{}x", "é".repeat(super::CELL)));
        profile.observe(&Chunk::new(vec![("text".into(), column)]));
        let cells: Vec<_> =
            profile.sample().columns(&[0])[0].iter().map(|cell| cell.unwrap().len()).collect();
        assert_eq!(cells, [super::CELL, super::CELL], "still two distinct rows");
    }
}
