//! Pieces of a file give the profile of the whole, or none.

use driftglass_core::{Memory, MissingTokens, Profile, Sequential};
use driftglass_data::{Input, Piece, ReadOptions, WholeFile, decode, encode, profile, save};
use proptest::prelude::*;
use std::fmt::Write;
use std::io::{self, Read};

const NAME: &str = "a.csv";

fn options() -> ReadOptions {
    ReadOptions { memory: Memory::bytes(1 << 30), ..ReadOptions::default() }
}

fn cut(text: &str, size: u64) -> Option<(Vec<Piece>, WholeFile)> {
    let mut pieces = Vec::new();
    let whole = Piece::cut(NAME, text.as_bytes(), &options(), size, |piece| pieces.push(piece)).unwrap()?;
    Some((pieces, whole))
}

/// The profile of all pieces, each of which travels as bytes.
fn of_pieces(text: &str, (pieces, whole): (Vec<Piece>, WholeFile)) -> Option<Profile> {
    let bytes = |range: &std::ops::Range<u64>| &text.as_bytes()[range.start as usize..range.end as usize];
    let piece = |piece: &Piece| {
        let input = bytes(&piece.header).chain(bytes(&piece.rows));
        let profile = piece.profile(NAME, input, &options(), MissingTokens::default())?;
        decode(&encode(&profile)).map(|profile| profile.within(options().memory))
    };
    let parts = pieces.iter().map(piece).collect::<Option<Vec<_>>>()?;
    Some(whole.profile(NAME, parts.into_iter().reduce(Profile::merge)?))
}

fn whole(text: &str) -> Profile {
    let input = Input::stream(text.as_bytes());
    profile(NAME, input, &options(), MissingTokens::default(), &Sequential).unwrap()
}

/// Rows with quoted line ends, so many that the text is of many blocks.
fn text(seed: u32, end: &str) -> String {
    let mut text = "\"the\nid\",city,amount\n".to_owned();
    for row in 0..20_000_u32 {
        let mixed = row.wrapping_add(seed).wrapping_mul(2_654_435_761);
        let city =
            ["Rome", "\"Saint, Louis\"", "\"two\nlines\"", "\"\"\"Big\"\" Apple\"", "NA"][mixed as usize % 5];
        writeln!(text, "{row},{city},{}", f64::from(mixed % 100_000) / 8.0).unwrap();
    }
    text.truncate(text.trim_end().len());
    text + end
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]
    #[test]
    fn pieces_of_any_size_give_the_whole(seed in any::<u32>(), size in 1_u64..600_000, end in prop::sample::select(vec!["", "\n"])) {
        let text = text(seed, end);
        let (pieces, of_whole) = cut(&text, size).unwrap();
        prop_assert_eq!(pieces.last().map(|piece| piece.rows.end), Some(text.len() as u64));
        prop_assert!(pieces.len() > 1 || size > 200_000);
        prop_assert_eq!(pieces.len(), of_whole.pieces);
        prop_assert_eq!(save(&of_pieces(&text, (pieces, of_whole)).unwrap()), save(&whole(&text)));
    }
}

#[test]
fn what_is_odd_is_left_to_the_whole_file() {
    for text in ["a,b\n1,2\n3\n4,5\n", "a,a\n1,2\n", "a,b\n", "a,b\n1,\"2\n"] {
        assert!(cut(text, 1).is_none_or(|cut| of_pieces(text, cut).is_none()), "{text:?}");
    }
}

/// Fails at once.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is gone"))
    }
}

#[test]
fn an_input_that_fails_behind_its_first_pieces_is_an_error() {
    let text = text(1, "");
    let mut pieces = 0;
    let input = text.as_bytes().chain(Broken);
    let error = Piece::cut(NAME, input, &options(), 1, |_| pieces += 1).unwrap_err();
    assert!(pieces > 1);
    assert!(error.to_string().contains("the disk is gone"), "{error}");
}

#[test]
fn what_is_no_plain_csv_is_not_cut() {
    let texts = [
        "",
        "\n\n",
        "a,b",
        "[{\"a\":1}]",
        "{\"a\":1}\n{\"a\":2}\n",
        "\u{feff}a,b\n1,2\n",
        "PAR1",
        "driftglass.profile/2\n",
    ];
    let gzip: &[u8] = b"\x1f\x8b\x08\0";
    for bytes in texts.map(str::as_bytes).into_iter().chain([gzip]) {
        let nothing = |piece| panic!("{piece:?} of {bytes:?}");
        assert_eq!(
            Piece::cut("data", bytes, &ReadOptions::default(), 1, nothing).unwrap(),
            None,
            "{bytes:?}"
        );
    }
}
