//! JSON and NDJSON: what is read, and what is said of it.

use crate::common::{Table, bad, clean, good, read_table};
use driftglass_data::{ErrorKind, Format, ReadOptions};

#[test]
fn spellings_of_one_table_read_the_same() {
    let table = Table::of(["age", "city"], &[["39", "Zürich"], ["-5", "a \"b\"\n🙂"]]);
    let cases = [
        ("records.json", r#"[{"age":39,"city":"Zürich"},{"city":"a \"b\"\n\ud83d\ude42","age":-5}]"#),
        ("columns.json", r#"{"age":[39,-5],"city":["Zürich","a \"b\"\n🙂"]}"#),
        ("pandas.json", r#"{"age":{"x":39,"7":-5},"city":{"x":"Zürich","7":"a \"b\"\n🙂"}}"#),
        (
            "lines.ndjson",
            "{\"age\":39,\"city\":\"Zürich\"}\n\n  {\"city\":\"a \\\"b\\\"\\n🙂\",\"age\":-5}\r\n",
        ),
        ("lines.jsonl", "{\"age\":39,\"city\":\"Zürich\"}\n{\"city\":\"a \\\"b\\\"\\n🙂\",\"age\":-5}"),
        ("lines.json", "{\"age\":39,\"city\":\"Zürich\"}\n{\"city\":\"a \\\"b\\\"\\n🙂\",\"age\":-5}\n"),
        (
            "bom.json",
            "\u{feff}[{\"age\":39,\"city\":\"Zürich\"},{\"age\":-5,\"city\":\"a \\\"b\\\"\\n🙂\"}]\n",
        ),
    ];
    for (name, content) in cases {
        assert_eq!(clean(name, content), table, "{name}");
        assert_eq!(clean("-", content), table, "{name} without its name");
    }
}

#[test]
fn values_are_spelled_out() {
    let cases = [
        ("18446744073709551615", "18446744073709551615"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("0.1", "0.1"),
        ("1.0", "1.0"),
        ("1E3", "1000.0"),
        ("1e300", "1e300"),
        // The nearest float, as CSV's text gives it; a quick parser misses it by one in the last place.
        ("5.0216813883093451685872615018317116712748411717802652598272e58", "5.021681388309345e58"),
        ("true", "true"),
        ("false", "false"),
        ("\"\"", ""),
        ("\"null\"", "null"),
    ];
    for (literal, text) in cases {
        assert_eq!(clean("a.json", format!("[{{\"a\":{literal}}}]")), Table::of(["a"], &[[text]]));
    }
}

#[test]
fn null_and_missing_keys_are_absent() {
    let table = clean("a.json", r#"[{"a":1},{},{"b":null,"a":"x"},{"b":2}]"#);
    assert_eq!(table.names, ["a", "b"]);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(table.rows, [[some("1"), None], [None, None], [some("x"), None], [None, some("2")]]);
}

#[test]
fn nested_values_are_set_aside_and_counted() {
    let (table, findings) = good("a.json", r#"[{"a":1,"b":2},{"a":[1,{"x":2}],"b":2},{"a":{"y":[]},"b":3}]"#);
    assert_eq!(table.rows[1], [None, Some("2".into())]);
    let message = r#"a.json, column "a": 2 cells with an array or object, which was set aside and counts as missing; the first is an array in row 2"#;
    assert_eq!(findings, [message]);
    let (_, findings) = good("a.json", r#"{"a":[1,[1],{"y":2}],"b":[1,2,3]}"#);
    assert_eq!(findings, [message]);
    let (_, findings) = good("a.ndjson", "\n{\"a\":1}\n{\"a\":{}}\n");
    assert_eq!(
        findings,
        [
            r#"a.ndjson, column "a": 1 cell with an array or object, which was set aside and counts as missing; the first is an object in row 2 (line 3)"#
        ]
    );
}

#[test]
fn the_last_of_repeated_keys_is_kept() {
    let (table, findings) = good("a.json", r#"[{"a":1,"b":2},{"a":1,"b":3,"a":null},{"a":5,"a":"x","b":4}]"#);
    assert_eq!(table.rows[1], [None, Some("3".into())]);
    assert_eq!(table.rows[2], [Some("x".into()), Some("4".into())]);
    assert_eq!(
        findings,
        [
            r#"a.json: 2 keys occur again within a record, and the last value was kept; the first is "a" in row 2"#
        ]
    );
    let (table, findings) = good("a.json", r#"{"a":[1],"a":[2]}"#);
    assert_eq!(table, Table::of(["a", "a (2)"], &[["1", "2"]]));
    assert_eq!(findings, [r#"a.json: the name "a" occurs again and is read as "a (2)""#]);
}

#[test]
fn errors_say_where_and_what_to_do() {
    const SHAPES: &str =
        r#"hint: give an array of records, [{"a": 1}, {"a": 2}], or an object of columns, {"a": [1, 2]}"#;
    const WHOLE: &str = "hint: check that the whole file was written";
    const LINES: &str =
        "hint: each line must be one whole record; if the file is one JSON value, name it .json";
    let cases = [
        ("a.json", "", format!("a.json: the file is empty\n{WHOLE}")),
        ("a.json", "[]", format!("a.json: the file has no rows\n{WHOLE}")),
        ("a.json", "{\"a\":[]}", format!("a.json: the file has no rows\n{WHOLE}")),
        ("a.json", "[{},{}]", format!("a.json: the records have no keys\n{WHOLE}")),
        ("a.json", "[{\"a\":1},\n{\"a\":2", "a.json, row 2: EOF while parsing an object at line 2, character 6\nhint: the JSON ends too early; check that the whole file was written".to_owned()),
        ("a.json", "[{\"a\":1}\n{\"a\":2}]", "a.json, row 2: expected `,` or `]` at line 2, character 1\nhint: correct the JSON there, or write the file again".to_owned()),
        ("a.json", "[{\"a\":NaN}]", "a.json, row 1: expected value at line 1, character 7\nhint: NaN, Infinity, None and single quotes are not JSON: write null, and double quotes".to_owned()),
        ("a.json", "[{\"a\":1e999}]", "a.json, row 1: number out of range at line 1, character 12\nhint: correct the JSON there, or write the file again".to_owned()),
        ("a.json", "[1,2]", format!("a.json, row 1: invalid type: integer `1`, expected a record (an object of names and values) at line 1, character 3\n{SHAPES}")),
        ("a.json", "3", format!("a.json: invalid type: integer `3`, expected an array of records or an object of columns at line 1, character 1\n{SHAPES}")),
        ("a.json", "{\"a\":[1],\n\"b\":2}", format!("a.json, column \"b\": invalid type: integer `2`, expected an array of values at line 2, character 6\n{SHAPES}")),
        ("a.json", "{\"a\":[1,2],\"b\":[1,2],\"c\":[1]}", "a.json, column \"c\": the columns differ in length: \"a\" has 2 values, \"c\" has 1 value\nhint: write null for values that are missing".to_owned()),
        ("a.json", "{\"a\":{\"x\":1,\"y\":2},\"b\":{\"y\":1,\"x\":2}}", "a.json, column \"b\": the index \"y\" is not that of the first column at line 1, character 28\nhint: give every column the same index in the same order".to_owned()),
        ("a.json", "{\"data\":[{\"a\":1}]}", "a.json, column \"data\": the columns hold objects or arrays and no values\nhint: if the records are further inside, give them as a file of their own".to_owned()),
        ("a.json", "[{\"a\":1}]\n[{\"a\":1}]", "a.json: trailing characters at line 2, character 1\nhint: if the file has one record a line, it is NDJSON: name it .ndjson".to_owned()),
        ("a.ndjson", "\n{\"a\":1}\n\n{\"a\":}\n", "a.ndjson, row 2: expected value at line 4, character 6\nhint: NaN, Infinity, None and single quotes are not JSON: write null, and double quotes".to_owned()),
        ("a.ndjson", "{\"a\":1}\n[1]\n", format!("a.ndjson, row 2: invalid type: sequence, expected a record (an object of names and values) at line 2, character 0\n{LINES}")),
        ("a.ndjson", "{\"a\":1} {\"a\":2}\n", format!("a.ndjson, row 1: trailing characters at line 1, character 9\n{LINES}")),
        ("a.ndjson", "\n\n", format!("a.ndjson: the file is empty\n{WHOLE}")),
    ];
    for (name, content, message) in cases {
        assert_eq!(bad(name, content), message, "{content}");
    }
}

#[test]
fn json_is_utf_8() {
    for (name, content) in
        [("a.json", &b"[{\"a\":\"\xfc\"}]"[..]), ("a.ndjson", b"{\"a\":\"\xfc\"}\n{\"a\":1}\n")]
    {
        let error = read_table(name, content, &ReadOptions::default()).unwrap_err();
        assert_eq!(
            (error.kind(), error.row(), error.hint()),
            (ErrorKind::Encoding, Some(1), Some("save the file as UTF-8"))
        );
    }
}

#[test]
fn a_given_format_is_kept() {
    let options = ReadOptions { format: Some(Format::Ndjson), ..ReadOptions::default() };
    let (table, _) = read_table("a.csv", &b"{\"a\":[1],\"b\":2}"[..], &options).unwrap();
    assert_eq!(table.rows, [[None, Some("2".into())]]);
    let options = ReadOptions { format: Some(Format::Csv), ..ReadOptions::default() };
    let (table, _) = read_table("a.json", &b"{a,b}\n1,2\n"[..], &options).unwrap();
    assert_eq!(table, Table::of(["{a", "b}"], &[["1", "2"]]));
}

#[test]
fn a_long_first_line_is_told_by_its_first_value() {
    let long = "x".repeat(100_000);
    let lines = format!("{{\"a\":\"{long}\"}}\n{{\"a\":\"y\"}}\n");
    assert_eq!(clean("-", lines).rows.len(), 2);
    let columns = format!("{{\"a\": [\"{long}\", \"y\"]}}");
    assert_eq!(clean("-", columns).rows.len(), 2);
}

#[test]
fn extremes_are_read() {
    let long = "x".repeat(10_000_000);
    let table = clean("a.json", format!("[{{\"a\":\"{long}\"}},{{\"a\":1}}]"));
    assert_eq!(table.rows[0][0].as_ref().map(String::len), Some(long.len()));

    let wide: Vec<String> = (0..10_000).map(|column| format!("\"c{column}\":{column}")).collect();
    let table = clean("a.json", format!("[{{{}}},{{\"c9999\":1}}]", wide.join(",")));
    assert_eq!((table.names.len(), table.rows.len()), (10_000, 2));

    let deep = "[".repeat(1_000_000);
    assert!(bad("a.json", format!("[{{\"a\":{deep}")).starts_with("a.json, row 1: "));
    assert!(bad("a.json", &deep).starts_with("a.json"));

    // Every record with a key of its own: the table grows with the square of the rows, its chunks must not.
    let records: Vec<String> = (0..3_000).map(|row| format!("{{\"k{row}\":{row}}}")).collect();
    assert_eq!(clean("a.json", format!("[{}]", records.join(","))).names.len(), 3_000);
}

#[test]
fn keys_that_are_data_are_refused() {
    let records = (0..=100_000).map(|key| format!("\"k{key}\":1,")).collect::<Vec<_>>().concat();
    let message = bad("a.ndjson", format!("{{\"id\":1,{records}\"z\":1}}"));
    assert!(message.starts_with("a.ndjson, row 1: more than 100000 different keys at line 1"), "{message}");
}
