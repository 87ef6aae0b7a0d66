//! Parquet as pyarrow writes it: every type, codec, page version and encoding, against the same cells as text.

use crate::common::{Table, read_input, read_table};
use driftglass_core::policy::Policy;
use driftglass_core::report::Source;
use driftglass_core::{MissingTokens, Sequential, compare};
use driftglass_data::{Error, ErrorKind, Input, ReadOptions, ReadSummary, Selection, profile};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// The folder of the script `make.py` and what it wrote.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parquet")
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap()
}

fn try_table(name: &str, options: &ReadOptions) -> Result<(Table, ReadSummary), Error> {
    read_input(name, Input::file(Cursor::new(bytes(name))), options)
}

fn table(name: &str) -> (Table, Vec<String>) {
    let (table, summary) = try_table(name, &ReadOptions::default()).unwrap();
    assert_eq!(summary.source.rows, table.rows.len() as u64);
    assert_eq!(summary.source.columns, table.names.len() as u64);
    (table, summary.findings.into_iter().map(|finding| finding.message).collect())
}

/// The cells as text, of the columns that a file has; an empty one is absent.
fn twin(names: &[String]) -> Table {
    let (whole, _) = read_table("table.csv", &bytes("table.csv")[..], &ReadOptions::default()).unwrap();
    let places: Vec<usize> =
        names.iter().map(|name| whole.names.iter().position(|other| other == name).unwrap()).collect();
    let pick = |row: &Vec<Option<String>>| {
        places.iter().map(|&place| row[place].clone().filter(|cell| !cell.is_empty())).collect()
    };
    Table { names: names.to_vec(), rows: whole.rows.iter().map(pick).collect() }
}

fn files(starts: &str) -> Vec<String> {
    let names =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter(|name| name.starts_with(starts) && name.ends_with(".parquet")).collect();
    names.sort();
    assert!(!names.is_empty(), "no file begins with {starts}");
    names
}

#[test]
fn every_type_page_version_and_encoding_gives_the_cells_of_the_text() {
    for starts in ["types", "int96", "dec-", "row-groups", "pages", "delta", "split", "rle"] {
        for name in files(starts) {
            let (read, findings) = table(&name);
            let expected = twin(&read.names);
            assert_eq!(read.rows.len(), expected.rows.len(), "{name}");
            for (place, column) in read.names.iter().enumerate() {
                let cells =
                    |table: &Table| table.rows.iter().map(|row| row[place].clone()).collect::<Vec<_>>();
                assert_eq!(cells(&read), cells(&expected), "{name}, column {column}");
            }
            assert_eq!(findings, Vec::<String>::new(), "{name}");
        }
    }
    assert_eq!(table("types.parquet").0.names.len(), 30);
}

#[test]
fn every_codec_is_read_but_brotli() {
    for name in files("codec-") {
        if name.contains("brotli") {
            let error = try_table(&name, &ReadOptions::default()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
            continue;
        }
        let (read, _) = table(&name);
        if name.contains("hadoop") {
            let cells: Vec<_> = (0..1000).map(|row| vec![Some(row.to_string())]).collect();
            assert_eq!(read.rows, cells);
        } else {
            assert_eq!(read, twin(&read.names), "{name}");
        }
    }
    assert_eq!(files("codec-").len(), 13);
}

#[test]
fn the_same_table_makes_the_same_report() {
    let profile = |name: &str| {
        let file = Input::file(Cursor::new(bytes(name)));
        let mut profile =
            profile("data", file, &ReadOptions::default(), MissingTokens::default(), &Sequential).unwrap();
        // The size and digest of the file differ, of course.
        profile.source = Source::default();
        profile
    };
    let (text, typed) = (profile("table.csv"), profile("types.parquet"));
    let report = |reference, current| compare(reference, current, &Policy::default()).unwrap();
    let expected = report(&text, &text);
    assert_eq!(report(&typed, &typed).to_json(), expected.to_json());
    assert_eq!(report(&text, &typed).to_json(), expected.to_json());
    assert_eq!(report(&typed, &text).to_json(), expected.to_json());
}

#[test]
fn what_is_no_column_of_a_table_is_set_aside_and_said() {
    let (read, findings) = table("nested.parquet");
    assert_eq!(read, Table::of(["plain"], &[["1"], ["2"]]));
    assert_eq!(
        findings,
        [
            "nested.parquet, column \"list\": it holds lists and was set aside",
            "nested.parquet, column \"struct\": it holds structs and was set aside",
            "nested.parquet, column \"map\": it holds maps and was set aside",
            "nested.parquet, column \"raw\": it holds binary values and was set aside",
        ]
    );
}

#[test]
fn odd_values_are_read_and_said() {
    let (read, findings) = table("bytes.parquet");
    assert_eq!(read, Table::of(["name", "n"], &[["Zürich", "1"], ["Bern", "2"]]));
    assert_eq!(
        findings,
        [
            "bytes.parquet, column \"name\": 1 cell not UTF-8 and read as windows-1252; the first is \"Zürich\" in row 1"
        ]
    );
    let (read, findings) = table("names.parquet");
    assert_eq!(read.names, ["a", "a (2)", "column 3"]);
    assert_eq!(findings.len(), 2);
    let cells = |name| table(name).0.rows.into_iter().flatten().flatten().collect::<Vec<_>>();
    assert_eq!(cells("uint64.parquet"), ["0", "9.223372036854776e18", "1.8446744073709552e19"]);
    assert_eq!(cells("specials.parquet"), ["1.5", "NaN", "inf", "0"]);
    assert_eq!(cells("far.parquet"), ["1970-01-01", "9223372036854.775 s", "-9223372036854.775 s"]);
}

#[test]
fn columns_that_nobody_wants_are_not_read() {
    let options = ReadOptions {
        columns: Selection::of(|name| name == "i64" || name == "text"),
        ..ReadOptions::default()
    };
    let (read, summary) = try_table("types.parquet", &options).unwrap();
    let expected = twin(&read.names);
    for (place, name) in read.names.iter().enumerate() {
        let wanted = ["i64", "text"].contains(&name.as_str());
        let cells = read.rows.iter().zip(&expected.rows);
        for (read, expected) in cells {
            let unread = Some("unread".to_owned());
            assert_eq!(&read[place], if wanted { &expected[place] } else { &unread }, "{name}");
        }
    }
    assert_eq!(summary.source.columns, 30, "their names are known");
    assert_eq!(summary.source.sha256, None, "it would take all bytes");

    // A column that is damaged and not wanted does no harm.
    let mut damaged = bytes("codec-zstd-v1.parquet");
    damaged[10..40].fill(0xff);
    let read = |damaged: &[u8], wanted: &'static str| {
        let options =
            ReadOptions { columns: Selection::of(move |name| name == wanted), ..ReadOptions::default() };
        read_input("d.parquet", Input::file(Cursor::new(damaged.to_vec())), &options)
    };
    assert!(read(&damaged, "text").is_ok());
    let error = read(&damaged, "i64").unwrap_err().to_string();
    assert!(
        error.starts_with("d.parquet, row group 1, column \"i64\": the Parquet file is damaged: "),
        "{error}"
    );
}

#[test]
fn a_stream_is_read_as_a_file_is() {
    let stream =
        read_input("-", Input::stream(&bytes("types.parquet")[..]), &ReadOptions::default()).unwrap();
    let file =
        read_input("-", Input::file(Cursor::new(bytes("types.parquet"))), &ReadOptions::default()).unwrap();
    assert_eq!(stream, file);
    let digest = file.1.source.sha256.unwrap();
    assert_eq!(digest.len(), 64);
    assert_eq!(file.1.source.bytes, Some(bytes("types.parquet").len() as u64));
}

#[test]
fn files_that_make_no_table_are_errors() {
    const WHOLE: &str = "check that the whole file was written";
    let whole = bytes("codec-snappy-v1.parquet");
    let error = |name: &str, content: &[u8]| {
        let input = Input::file(Cursor::new(content.to_vec()));
        read_input(name, input, &ReadOptions::default()).unwrap_err()
    };
    for (name, content, message) in [
        ("no-rows.parquet", &bytes("no-rows.parquet")[..], "the file has columns and no rows"),
        ("only-nested.parquet", &bytes("only-nested.parquet"), "no column of the file holds plain values"),
        ("a.parquet", b"a,b\n1,2\n", "this is no Parquet file, whatever it is called"),
        ("a.parquet", b"PAR1", "the Parquet file is cut off"),
        ("a.parquet", b"PARE....PARE", "this is an encrypted Parquet file"),
        (
            "a.parquet",
            b"PAR1\xff\xff\0\0PAR1",
            "the Parquet file is damaged: its table of contents is longer than the file",
        ),
        (
            "a.parquet",
            &whole[..whole.len() - 1],
            "the Parquet file is cut off: its table of contents, which comes last, is missing",
        ),
    ] {
        assert_eq!(error(name, content).to_string(), format!("{name}: {message}"));
    }
    assert!(error("a.parquet", &whole[..whole.len() / 2]).hint().unwrap().starts_with(WHOLE));

    // Cut in the middle, with the table of contents behind it still.
    let footer = 8 + u32::from_le_bytes(*whole[whole.len() - 8..].first_chunk().unwrap()) as usize;
    let cut = [&whole[..40], &whole[whole.len() - footer..]].concat();
    assert_eq!(
        error("cut.parquet", &cut).to_string(),
        "cut.parquet, row group 1, column \"bool\": the Parquet file is damaged: it is beyond the end of the file"
    );
}

/// What fuzzing found: lengths that nothing bears out, for which a decoder once reserved gigabytes, are errors.
#[test]
fn files_that_once_broke_the_reader_are_errors() {
    let names = fs::read_dir(folder().join("damaged")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut count = 0;
    for name in names {
        let name = format!("damaged/{}", name.to_str().unwrap());
        let error = try_table(&name, &ReadOptions::default()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Parquet, "{error}");
        count += 1;
    }
    assert!(count > 0);
}

/// Pages of some hundred bytes that say they unpack to 2 GiB, which the parquet crate would reserve.
#[test]
fn a_page_unpacks_to_no_more_than_its_codec_can_bring_out_of_it() {
    for (codec, stored) in [("snappy", 160), ("lz4", 174), ("zstd", 146), ("gzip", 130)] {
        let name = format!("damaged/page-length-{codec}.parquet");
        let error = try_table(&name, &ReadOptions::default()).unwrap_err();
        let place = format!("{name}, row group 1, column \"i64\": the Parquet file is damaged");
        assert_eq!(
            error.to_string(),
            format!("{place}: a page of {stored} bytes is to unpack to 2147483647")
        );
    }
}

/// Whatever byte is damaged: an answer, no panic.
#[test]
fn damage_is_never_a_panic() {
    for name in [
        "codec-snappy-v1.parquet",
        "codec-zstd-v2.parquet",
        "delta.parquet",
        "delta-strings.parquet",
        "split.parquet",
    ] {
        let whole = bytes(name);
        for place in 4..whole.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut damaged = whole.clone();
                damaged[place] ^= flip;
                let input = Input::file(Cursor::new(damaged));
                if let Err(error) = read_input("a.parquet", input, &ReadOptions::default()) {
                    assert!(!error.to_string().contains(char::is_control), "{error}");
                }
            }
        }
    }
}
