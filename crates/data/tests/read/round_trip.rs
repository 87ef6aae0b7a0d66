//! Any table that is written reads back the same, however the input comes in.

use crate::common::{Table, Trickle, read_table};
use driftglass_data::{Format, ReadOptions};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Cells of what makes readers stumble.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-c0-9,;\t|\"\r\n äé🙂\u{feff}]{0,6}",
        1 => "[^\\x00]{0,12}",
        1 => Just(String::new()),
    ]
}

/// Tables of up to five columns and thirty rows, with names that stay as they are.
fn table() -> impl Strategy<Value = Table> {
    (1_usize..6).prop_flat_map(|width| {
        let names = prop::collection::hash_set("[a-z,\"\n]{0,5}[a-z]", width);
        let rows = prop::collection::vec(prop::collection::vec(cell().prop_map(Some), width), 1..30);
        (names, rows).prop_map(|(names, rows)| Table { names: names.into_iter().collect(), rows })
    })
}

fn read_back(content: &[u8], step: usize, format: Format, delimiter: Option<u8>) -> Table {
    let options = ReadOptions { format: Some(format), delimiter, ..ReadOptions::default() };
    read_table("a", Trickle { content, step }, &options).unwrap().0
}

fn record(names: &[String], row: &[Option<String>]) -> Value {
    let cells = names.iter().zip(row).map(|(name, cell)| (name.clone(), cell.clone().into()));
    Value::Object(cells.collect::<Map<_, _>>())
}

/// The rows with their cells in the order of sorted names: what a JSON map keeps.
fn by_name(table: &Table) -> Table {
    let mut order: Vec<usize> = (0..table.names.len()).collect();
    order.sort_by_key(|&column| &table.names[column]);
    let names = order.iter().map(|&column| table.names[column].clone()).collect();
    let rows = table.rows.iter().map(|row| order.iter().map(|&column| row[column].clone()).collect());
    Table { names, rows: rows.collect() }
}

proptest! {
    #[test]
    fn csv(
        table in table(),
        step in 1_usize..40,
        delimiter in prop::sample::select(&b",;\t|"[..]),
        crlf in any::<bool>(),
    ) {
        let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(Vec::new());
        writer.write_record(&table.names).unwrap();
        for row in &table.rows {
            writer.write_record(row.iter().flatten()).unwrap();
        }
        let content = writer.into_inner().unwrap();
        prop_assert_eq!(read_back(&content, step, Format::Csv, Some(delimiter)), table);
    }

    #[test]
    fn json_records(table in table(), step in 1_usize..40, pretty in any::<bool>()) {
        let records: Value = table.rows.iter().map(|row| record(&table.names, row)).collect();
        let content = if pretty { serde_json::to_vec_pretty(&records) } else { serde_json::to_vec(&records) };
        prop_assert_eq!(by_name(&read_back(&content.unwrap(), step, Format::Json, None)), by_name(&table));
    }

    #[test]
    fn json_columns(table in table(), step in 1_usize..40) {
        let column = |index: usize| table.rows.iter().map(|row| Value::from(row[index].clone())).collect::<Value>();
        let columns = table.names.iter().enumerate().map(|(index, name)| (name.clone(), column(index)));
        let content = serde_json::to_vec(&Value::Object(columns.collect::<Map<_, _>>())).unwrap();
        prop_assert_eq!(by_name(&read_back(&content, step, Format::Json, None)), by_name(&table));
    }

    #[test]
    fn ndjson(table in table(), step in 1_usize..40) {
        let lines: Vec<_> = table.rows.iter().map(|row| record(&table.names, row).to_string()).collect();
        prop_assert_eq!(by_name(&read_back(lines.join("\n").as_bytes(), step, Format::Ndjson, None)), by_name(&table));
    }

    /// Whatever the bytes are: an answer, no panic.
    #[test]
    fn noise(
        content in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(&b",\n\"{}[]:1a\r\t\\"[..])], 0..200),
        format in prop::sample::select(&[None, Some(Format::Csv), Some(Format::Tsv), Some(Format::Json), Some(Format::Ndjson)][..]),
    ) {
        let options = ReadOptions { format, ..ReadOptions::default() };
        if let Err(error) = read_table("a", &content[..], &options) {
            prop_assert!(!error.to_string().contains(char::is_control), "{}", error);
        }
    }
}
