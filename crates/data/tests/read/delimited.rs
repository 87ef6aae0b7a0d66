//! CSV and TSV: what is read, and what is said of it.

use crate::common::{Table, Trickle, bad, clean, good, read_table};
use driftglass_data::{ErrorKind, Format, ReadOptions};

#[test]
fn spellings_of_one_table_read_the_same() {
    let table = Table::of(["age", "city"], &[["39", "Zürich"], ["50", "a, b"], ["", "say \"hi\""]]);
    let cases: [(&str, &str); 9] = [
        ("plain.csv", "age,city\n39,Zürich\n50,\"a, b\"\n,\"say \"\"hi\"\"\"\n"),
        ("crlf.csv", "age,city\r\n39,Zürich\r\n50,\"a, b\"\r\n,\"say \"\"hi\"\"\"\r\n"),
        ("cr.csv", "age,city\r39,Zürich\r50,\"a, b\"\r,\"say \"\"hi\"\"\"\r"),
        ("unended.csv", "age,city\n39,Zürich\n50,\"a, b\"\n,\"say \"\"hi\"\"\""),
        ("bom.csv", "\u{feff}age,city\n39,Zürich\n50,\"a, b\"\n,\"say \"\"hi\"\"\"\n"),
        ("quoted.csv", "\"age\",\"city\"\n\"39\",\"Zürich\"\n\"50\",\"a, b\"\n\"\",\"say \"\"hi\"\"\"\n"),
        ("blank lines.csv", "\nage,city\n39,Zürich\n\n\r\n50,\"a, b\"\n,\"say \"\"hi\"\"\"\n\n"),
        ("tabs.tsv", "age\tcity\n39\tZürich\n50\ta, b\n\t\"say \"\"hi\"\"\"\n"),
        ("-", "age;city\n39;Zürich\n50;a, b\n;\"say \"\"hi\"\"\"\n"),
    ];
    for (name, content) in cases {
        assert_eq!(clean(name, content), table, "{name}");
    }
}

#[test]
fn newlines_in_quotes_belong_to_the_value() {
    let table = clean("a.csv", "a,b\n\"one\ntwo\r\nthree\",2\n");
    assert_eq!(table, Table::of(["a", "b"], &[["one\ntwo\r\nthree", "2"]]));
}

#[test]
fn utf_16_with_a_byte_order_mark_is_read() {
    let text = "a,b\n1,Zürich 🙂\n";
    let little: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for content in [&little, &big] {
        assert_eq!(clean("a.csv", content), Table::of(["a", "b"], &[["1", "Zürich 🙂"]]));
    }
    assert_eq!(
        bad("a.csv", &little[..little.len() - 1]),
        "a.csv: the byte order mark says UTF-16, but the text is not\n\
         hint: the file is cut off or damaged; save it again, best as UTF-8"
    );
}

#[test]
fn the_delimiter_is_told_from_the_first_records() {
    let cases = [
        ("comma", "a,b,c\n1,2,3\n"),
        ("semicolon and decimal commas", "a;b;c\n1,5;2,5;3,5\n"),
        ("tab", "a\tb\tc\n1,1\t2\t3\n"),
        ("bar", "a|b|c\n1|2|3\n"),
        ("delimiters in quotes", "\"a;1;2;3\",b,c\n\"x;y\",2,3\n"),
        ("a comma in the header", "a, of all;b;c\n1;2;3\n4;5;6\n"),
        ("one ragged row", "a,b,c\n1,2\n1,2,3\n1,2,3\n"),
    ];
    for (case, content) in cases {
        assert_eq!(good("a.csv", content).0.names.len(), 3, "{case}");
    }
    assert_eq!(clean("a.csv", "name\nx;y\nz\n"), Table::of(["name"], &[["x;y"], ["z"]]));
}

#[test]
fn a_given_delimiter_is_kept() {
    let options = ReadOptions { delimiter: Some(b':'), ..ReadOptions::default() };
    let (table, _) = read_table("a.csv", &b"a:b,c\n1:2,3\n"[..], &options).unwrap();
    assert_eq!(table, Table::of(["a", "b,c"], &[["1", "2,3"]]));
    let options = ReadOptions { delimiter: Some(b'"'), ..ReadOptions::default() };
    let error = read_table("a.csv", &b"a,b\n1,2\n"[..], &options).unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (ErrorKind::Delimiter, r#"a.csv: "\"" cannot be a delimiter"#)
    );
}

#[test]
fn ragged_rows_are_kept_and_counted() {
    let (table, findings) = good("a.csv", "a,b,c\n1,2,3\n1,2\n1,2,3\n1,2,3,4,5\n1\n1,2,3\n1,2,3\n");
    assert_eq!(table.rows[1], [Some("1".into()), Some("2".into()), None]);
    assert_eq!(table.rows[3], ["1", "2", "3"].map(|cell| Some(cell.to_owned())));
    assert_eq!(table.rows[4], [Some("1".into()), None, None]);
    assert_eq!(
        findings,
        [
            "a.csv: 2 rows have fewer fields than the 3 of the header; the first is row 2 (line 3) with 2 fields; \
             the cells that are not there count as missing",
            "a.csv: 1 row has more fields than the 3 of the header; the first is row 4 (line 5) with 5 fields; \
             the fields behind the last column were set aside",
        ]
    );
}

#[test]
fn names_are_made_unique() {
    let (table, findings) = good("a.csv", "age,age,,age (2),age,column 3\n1,2,3,4,5,6\n");
    assert_eq!(table.names, ["age", "age (3)", "column 3 (2)", "age (2)", "age (4)", "column 3"]);
    assert_eq!(
        findings,
        [
            r#"a.csv: the name "age" occurs again and is read as "age (3)""#,
            r#"a.csv: the name "age" occurs again and is read as "age (4)""#,
            r#"a.csv: 1 column has no name; the first is read as "column 3 (2)""#,
        ]
    );
}

#[test]
fn bytes_that_are_not_utf_8_are_windows_1252() {
    let (table, findings) = good("a.csv", b"id,city\n1,Z\xfcrich\n2,\xc3\xa9\n3,\x93x\x94\n4,\xc3\n");
    assert_eq!(table, Table::of(["id", "city"], &[["1", "Zürich"], ["2", "é"], ["3", "“x”"], ["4", "Ã"]]));
    assert_eq!(
        findings,
        [
            r#"a.csv, column "city": 3 cells not UTF-8 and read as windows-1252; the first is "Zürich" in row 1 (line 2)"#
        ]
    );
    let (table, findings) = good("a.csv", b"stra\xdfe\n\xc3\n");
    assert_eq!(table.names, ["straße"]);
    assert_eq!(findings[0], "a.csv: 1 name in the header is not UTF-8 and read as windows-1252");
    // Each field is wrong, though together they would be right.
    assert_eq!(good("a.csv", b"a,b\n\xc3,\xa9\n").0, Table::of(["a", "b"], &[["Ã", "©"]]));
}

#[test]
fn a_header_of_numbers_is_noticed() {
    let (_, findings) = good("a.csv", "39,77516,1e3\n50,83311,2\n");
    assert_eq!(
        findings,
        [
            r#"a.csv, line 1: every name in the header is a number ("39" is the first); if the file has no header, its first row was taken for one"#
        ]
    );
}

#[test]
fn blank_lines_matter_where_there_is_one_column() {
    let (table, findings) = good("a.csv", "a\r\n1\r\n\r\n\"\"\r\n2\r\n");
    assert_eq!(table, Table::of(["a"], &[["1"], [""], ["2"]]));
    assert_eq!(findings, ["a.csv: 1 blank line was passed over"]);
}

#[test]
fn errors_say_where_and_what_to_do() {
    let cases: [(&[u8], &str); 10] = [
        (b"", "a.csv: the file is empty\nhint: check that the whole file was written"),
        (b"\xef\xbb\xbf\n\n", "a.csv: the file is empty\nhint: check that the whole file was written"),
        (
            b"a,b\n",
            "a.csv: the file has a header and no rows\nhint: check that the whole file was written; drift needs rows on both sides",
        ),
        (
            b"a,b\n1,2\n\n3,\"4\n5,6\n",
            "a.csv, row 2 (line 4), column \"b\": a quote opens here and is never closed\nhint: close the quote; a quote within a quoted value is written twice (\"\")",
        ),
        (
            b"a,b\n1,\"",
            "a.csv, row 1 (line 2), column \"b\": a quote opens here and is never closed\nhint: close the quote; a quote within a quoted value is written twice (\"\")",
        ),
        (
            b"a,\"b\n1,2\n",
            "a.csv, line 1: a quote opens here and is never closed\nhint: close the quote; a quote within a quoted value is written twice (\"\")",
        ),
        (
            b"a,b\n1,2\n1\n3\n4\n",
            "a.csv, row 2 (line 3): 1 field, but 2 in the header; 3 of 4 rows do not have as many fields as the header\nhint: check the delimiter, and that the header names every column",
        ),
        (
            b"a,b\n\"1\n2\",3\n4,x\0y\n",
            "a.csv, row 2 (line 4), column \"b\": there is a NUL byte in \"x\\0y\", so the file is not text\nhint: check that it is a CSV, TSV, JSON or NDJSON file, and was not damaged on its way",
        ),
        (
            b"PK\x03\x04..........[Content_Types].xml",
            "a.csv: this is an Excel workbook (xlsx)\nhint: save it as CSV or NDJSON",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "a.csv: the content is not text\nhint: give a CSV, TSV, JSON or NDJSON file; UTF-16 is read only with a byte order mark",
        ),
    ];
    for (content, message) in cases {
        assert_eq!(bad("a.csv", content), message);
    }
}

#[test]
fn known_formats_are_named() {
    let cases: [(&[u8], &str); 7] = [
        (b"PK\x03\x04data.csv", "a zip archive"),
        (b"BZh91AY&SY....", "compressed with bzip2"),
        (b"\xfd7zXZ\0....", "compressed with xz"),
        (b"ARROW1\0\0", "an Arrow or Feather file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook or another Office file"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\n<!DOCTYPE html><html>", "an HTML or XML page"),
    ];
    for (content, what) in cases {
        let message = bad("data", content);
        assert!(message.starts_with(&format!("data: this is {what}\nhint: ")), "{message}");
    }
}

#[test]
fn messages_stay_on_one_line() {
    let message = bad("a\n.csv", "a,\"b\nc\"\n1,\0\n").replace("\nhint", "hint");
    assert!(!message.contains('\n'), "{message}");
}

#[test]
fn extremes_are_read() {
    let long = "x".repeat(10_000_000);
    let table = clean("a.csv", format!("a,b\n1,{long}\n2,y\n"));
    assert_eq!(table.rows[0][1].as_ref().map(String::len), Some(long.len()));
    assert_eq!(table.rows[1], [Some("2".into()), Some("y".into())]);

    let wide: Vec<String> = (0..10_000).map(|column| format!("c{column}")).collect();
    let table = clean("a.csv", format!("{}\n{}\n{}\n", wide.join(","), wide.join(","), wide.join(",")));
    assert_eq!((table.names.len(), table.rows.len()), (10_000, 2));
    assert_eq!(table.rows[1][9_999].as_deref(), Some("c9999"));
}

#[test]
fn the_summary_names_the_stored_input() {
    let (_, summary) = read_table("a.csv", &b"a,b\n1,2\n"[..], &ReadOptions::default()).unwrap();
    let source = summary.source;
    assert_eq!((source.name.as_str(), source.rows, source.columns, source.bytes), ("a.csv", 1, 2, Some(8)));
    assert_eq!(
        source.sha256.as_deref(),
        Some("492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470")
    );
}

#[test]
fn an_input_may_come_in_single_bytes() {
    let content = "\u{feff}id,text\r\n1,\"a\r\n\"\"b\"\"\"\r\n2,ü\r\n";
    let options = ReadOptions { format: Some(Format::Csv), ..ReadOptions::default() };
    let (table, _) = read_table("-", Trickle { content: content.as_bytes(), step: 1 }, &options).unwrap();
    assert_eq!(table, Table::of(["id", "text"], &[["1", "a\r\n\"b\""], ["2", "ü"]]));
}
