//! Saved profiles: whole, the same whatever the rows' way into them, and never a wrong result.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use ciborium::Value;
use driftglass_core::policy::Policy;
use driftglass_core::{Chunk, Memory, MissingTokens, Profile, Sequential, TextColumn, compare};
use driftglass_data::{Error, ErrorKind, Input, ReadOptions, profile, save};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::Arc;

const FIRST_LINE: usize = "driftglass.profile/2\n".len();
const DIGEST: usize = 32;

type Row = [String; 3];

/// Few levels, numbers and texts of all kinds, and more distinct numbers than are held as they are spelled.
fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    let level = prop::sample::select(vec!["a", "b", "b ", "", "NA", "7", "7.0", "2026-01-31"])
        .prop_map(str::to_owned);
    let mixed = prop_oneof![3 => (0..3000_i32).prop_map(|n| n.to_string()), 1 => "\\PC{0,5}"];
    let number = (0..1_000_000_i32).prop_map(|n| (f64::from(n) / 8.0).to_string());
    prop::collection::vec((level, mixed, number).prop_map(|(a, b, c)| [a, b, c]), 1..most)
}

fn observed(rows: &[Row]) -> Profile {
    let mut profile = Profile::new(MissingTokens::default());
    for rows in rows.chunks(97) {
        let columns = ["level", "mixed", "number"].iter().enumerate().map(|(index, name)| {
            let mut column = TextColumn::default();
            for row in rows {
                column.push(&row[index]);
            }
            (Arc::from(*name), column)
        });
        profile.observe(&Chunk::new(columns.collect()));
    }
    profile
}

fn read(name: &str, content: &[u8]) -> Result<Profile, Error> {
    profile(name, Input::stream(content), &ReadOptions::default(), MissingTokens::default(), &Sequential)
}

fn open(bytes: &[u8]) -> Result<Profile, Error> {
    read("base.profile", bytes)
}

/// A table with every kind of column, read as a file.
fn table() -> Profile {
    let mut text = "id,amount,when,city,note\n".to_owned();
    for i in 0..1500_u32 {
        let city = ["Rome", "Oslo", "NA"][i as usize % 3];
        let (amount, day) = (i * 7 % 1301, i % 28 + 1);
        writeln!(text, "r{i},{amount},2026-01-{day:02},{city},\"said, {}\"", i % 5).unwrap();
    }
    read("table.csv", text.as_bytes()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_bytes_depend_on_the_rows_alone(all in rows(4000), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..5), turn in any::<prop::sample::Index>()) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(all.len())).collect();
        cuts.sort_unstable();
        let ends = cuts.iter().copied().chain([all.len()]);
        let starts = [0].into_iter().chain(cuts.iter().copied());
        let mut parts: Vec<Profile> = starts.zip(ends).map(|(start, end)| observed(&all[start..end])).collect();
        let middle = turn.index(parts.len());
        parts.rotate_left(middle);
        // The last two first: another grouping beside another order.
        if let (Some(last), Some(before)) = (parts.pop(), parts.pop()) {
            parts.push(before.merge(last));
        } else {
            parts = vec![observed(&all)];
        }
        let merged = parts.into_iter().reduce(Profile::merge).unwrap();
        prop_assert!(save(&merged) == save(&observed(&all)));
    }

    #[test]
    fn a_saved_profile_is_the_profile(a in rows(2500), b in rows(300)) {
        let (a, b) = (observed(&a), observed(&b));
        let bytes = save(&a);
        let opened = open(&bytes).unwrap();
        prop_assert!(save(&opened) == bytes);
        let report = |reference: &Profile| compare(reference, &b, &Policy::default()).unwrap().to_json();
        prop_assert_eq!(report(&opened), report(&a));
    }
}

#[test]
fn a_baseline_gives_the_report_of_its_data() {
    let (reference, current) = (table(), observed(&[]));
    let report = |reference: &Profile| compare(reference, &current, &Policy::default()).unwrap().to_json();
    let opened = open(&save(&reference)).unwrap();
    assert_eq!(report(&opened), report(&reference));
    assert_eq!(opened.source.name, "table.csv");
    assert!(opened.source.sha256.is_some());
}

#[test]
fn more_rows_than_32_bits_count_are_saved_as_they_are() {
    let text: String =
        std::iter::once("number\n".to_owned()).chain((0..1100).map(|i| format!("{i}.5\n"))).collect();
    let once = read("many.csv", text.as_bytes()).unwrap();
    let often = (0..33).fold(once, |profile, _| profile.clone().merge(profile));
    assert!(often.rows() / 1100 > u64::from(u32::MAX));
    let bytes = save(&often);
    let opened = open(&bytes).unwrap();
    assert!(save(&opened) == bytes);
    let report = |reference: &Profile| compare(reference, &often, &Policy::default()).unwrap().to_json();
    assert_eq!(report(&opened), report(&often));
}

#[test]
fn a_profile_that_was_cut_off_or_changed_is_an_error() {
    let bytes = save(&table());
    for length in (0..bytes.len()).step_by(101).chain([FIRST_LINE, FIRST_LINE + DIGEST, bytes.len() - 1]) {
        assert!(open(&bytes[..length]).is_err(), "the first {length} bytes");
    }
    for place in (0..bytes.len()).step_by(89) {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert!(open(&changed).is_err(), "byte {place}");
    }
    let error = open(&bytes[..bytes.len() - 1]).unwrap_err();
    assert_eq!(error.to_string(), "base.profile: the profile is cut off or damaged");
}

#[test]
fn a_profile_of_another_version_says_so() {
    let mut bytes = save(&table());
    bytes[FIRST_LINE - 2] = b'9';
    let error = open(&bytes).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(error.hint().unwrap().contains("make it again"));
}

#[test]
fn other_spellings_of_missing_values_do_not_fit() {
    let tokens = MissingTokens::new(["-".to_owned()]);
    let bytes = save(&table());
    let error = profile(
        "base.profile",
        Input::stream(bytes.as_slice()),
        &ReadOptions::default(),
        tokens,
        &Sequential,
    )
    .unwrap_err();
    assert!(error.to_string().contains("other spellings of missing values"), "{error}");
}

/// More distinct numbers and texts than are held in the least memory: numbers are rounded, and texts counted in groups.
fn condensed() -> Profile {
    let row = |i: u32| format!("{},text {}\n", f64::from(i * 7919 % 1_000_003) / 8.0, i % 20_000);
    let text: String = std::iter::once("number,text\n".to_owned()).chain((0..30_000).map(row)).collect();
    let options = ReadOptions { memory: Memory::bytes(0), ..ReadOptions::default() };
    profile("numbers.csv", Input::stream(text.as_bytes()), &options, MissingTokens::default(), &Sequential)
        .unwrap()
}

#[test]
fn a_profile_that_is_not_whole_is_saved_as_it_is() {
    let profile = condensed();
    let bytes = save(&profile);
    let opened = open(&bytes).unwrap();
    assert!(save(&opened) == bytes);
    let report = |reference: &Profile| compare(reference, &profile, &Policy::default()).unwrap().to_json();
    assert_eq!(report(&opened), report(&profile));
    assert!(report(&opened).contains("\"sketch\""));
}

/// The saved profile of the table with its content changed and its digest right again.
fn made_up(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    made_up_of(&table(), change)
}

fn made_up_of(profile: &Profile, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let bytes = save(profile);
    let mut content: Value = ciborium::from_reader(GzDecoder::new(&bytes[FIRST_LINE + DIGEST..])).unwrap();
    change(&mut content);
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    ciborium::into_writer(&content, &mut packed).unwrap();
    let packed = packed.finish().unwrap();
    [&bytes[..FIRST_LINE], Sha256::digest(&packed).as_slice(), &packed].concat()
}

fn field<'a>(value: &'a mut Value, path: &[&str]) -> &'a mut Value {
    path.iter().fold(value, |value, step| {
        if let Ok(index) = step.parse::<usize>() {
            return &mut value.as_array_mut().unwrap()[index];
        }
        let entries = value.as_map_mut().unwrap();
        &mut entries.iter_mut().find(|(key, _)| key.as_text() == Some(*step)).unwrap().1
    })
}

/// Sets a field, or one of the numbers that stand in bytes.
fn set(content: &mut Value, path: &[&str], value: Value) {
    let (last, before) = path.split_last().unwrap();
    if let (Ok(place), Value::Bytes(bytes)) = (last.parse::<usize>(), field(content, before)) {
        let word = match value {
            Value::Float(number) => number.to_le_bytes().to_vec(),
            Value::Integer(count) => u32::try_from(count).unwrap().to_le_bytes().to_vec(),
            other => panic!("{other:?} is no number"),
        };
        bytes[place * word.len()..][..word.len()].copy_from_slice(&word);
        return;
    }
    *field(content, path) = value;
}

#[test]
fn a_profile_that_was_made_up_is_an_error() {
    type Change = (&'static str, Box<dyn FnOnce(&mut Value)>);
    let set = |path: &'static [&'static str], value: Value| -> Box<dyn FnOnce(&mut Value)> {
        Box::new(move |content| set(content, path, value))
    };
    let changes: [Change; 12] = [
        ("fewer rows than values", set(&["rows"], 10.into())),
        ("rows beyond counting", set(&["rows"], u64::MAX.into())),
        ("a count of 0", set(&["columns", "3", "held", "few", "counts", "0"], 0.into())),
        ("a count that is too large", set(&["columns", "3", "held", "few", "counts", "0"], u64::MAX.into())),
        ("a level twice", set(&["columns", "3", "held", "few", "texts", "0"], "Rome".into())),
        (
            "a number that is none",
            set(&["columns", "1", "held", "many", "numbers", "values", "0"], f64::NAN.into()),
        ),
        (
            "numbers out of order",
            set(&["columns", "1", "held", "many", "numbers", "values", "0"], 1e9.into()),
        ),
        ("a number's count of 0", set(&["columns", "1", "held", "many", "numbers", "counts", "0"], 0.into())),
        (
            "half a number",
            set(&["columns", "1", "held", "many", "numbers", "values"], Value::Bytes(vec![0; 12])),
        ),
        (
            "numbers without counts",
            set(&["columns", "1", "held", "many", "numbers", "counts"], Value::Bytes(Vec::new())),
        ),
        ("a column twice", set(&["columns", "1", "name"], "id".into())),
        ("rows of the sample out of order", set(&["sample", "hashes", "0"], u64::MAX.into())),
    ];
    for (what, change) in changes {
        let error = open(&made_up(change)).err().unwrap_or_else(|| panic!("{what} is taken"));
        assert!(error.to_string().contains("makes no sense"), "{what}: {error}");
    }
    assert!(open(&made_up(|_| {})).is_ok());
}

#[test]
fn a_sample_of_more_rows_than_one_holds_is_an_error() {
    let sampled = |rows: u64| {
        made_up(|content| {
            let all = |value: fn(u64) -> Value| Value::Array((0..rows).map(value).collect());
            set(content, &["rows"], 10_000.into());
            set(content, &["sample", "hashes"], all(Value::from));
            set(content, &["sample", "counts"], all(|_| 1.into()));
            set(content, &["sample", "cells"], Value::Array(vec![all(|_| Value::Null); 5]));
        })
    };
    assert!(open(&sampled(2500)).is_ok());
    assert!(open(&sampled(2501)).is_err());
}

#[test]
fn a_profile_that_is_not_whole_and_was_made_up_is_an_error() {
    let profile = condensed();
    let refused_in = |what: &str, column: &str, part: &str, path: &[&str], value: Value| {
        let path = [&["columns", column, "held", "many", part], path].concat();
        let bytes = made_up_of(&profile, |content| set(content, &path, value));
        let error = open(&bytes).err().unwrap_or_else(|| panic!("{what} is taken"));
        assert!(error.to_string().contains("makes no sense"), "{what}: {error}");
    };
    let refused = |what: &str, path: &[&str], value| refused_in(what, "0", "numbers", path, value);
    let rounded = |name| ["rounded", name];
    refused("more bits than there are", &rounded("bits"), 52.into());
    refused("bits beyond all counting", &rounded("bits"), 255.into());
    refused("fewer bits than the numbers have", &rounded("bits"), 3.into());
    refused("a number that is not in the middle", &["rounded", "values", "9"], 17.3.into());
    refused("a count of 0", &["rounded", "counts", "9"], 0.into());
    refused("a least number above others", &rounded("least"), 900.0.into());
    refused("a greatest number that is none", &rounded("greatest"), f64::INFINITY.into());
    refused("fewer hashes than numbers", &rounded("distinct"), Value::Array(vec![1.into()]));
    refused("hashes out of order", &["rounded", "distinct", "0"], u64::MAX.into());
    refused("more integers than numbers", &["rounded", "census", "integers"], u64::MAX.into());
    refused("texts among numbers", &["rounded", "census", "answers"], 1.into());
    let refused = |what: &str, path: &[&str], value| {
        refused_in(what, "1", "texts", &[&["grouped"], path].concat(), value);
    };
    refused("no hash has so many zeros", &["zeros"], 64.into());
    refused("texts that are not to be held", &["zeros"], 30.into());
    refused("groups of nothing", &["zeros"], 0.into());
    refused("no groups", &["counts"], Value::Array(Vec::new()));
    refused("a group beyond counting", &["counts", "7"], u64::MAX.into());
    refused("a group of more", &["counts", "7"], 1_000_000.into());
    refused("lengths of fewer texts", &["lengths"], Value::Map(Vec::new()));
    refused("more answers than texts", &["census", "answers"], 1_000_000.into());
}
