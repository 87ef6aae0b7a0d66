//! The input as it is stored: gzip, zstd, failures, the digest.

use crate::common::{Table, Trickle, bad, clean, read_table};
use driftglass_data::{ErrorKind, ReadOptions};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Read, Write};

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn gzip_is_told_by_its_content() {
    let table = Table::of(["a", "b"], &[["1", "2"]]);
    for name in ["a.csv.gz", "a.csv", "a", "-"] {
        assert_eq!(clean(name, gzip(b"a,b\n1,2\n")), table, "{name}");
    }
    assert_eq!(clean("a.json.gz", gzip(b"[{\"a\":1,\"b\":2}]")), table);
    assert_eq!(clean("a.csv.gz", "a,b\n1,2\n"), table, "only the name says gzip");
}

#[test]
fn all_members_of_gzip_are_read() {
    let members = [gzip(b"a,b\n1,"), gzip(b""), gzip(b"2\n3,4\n")].concat();
    assert_eq!(clean("a.csv.gz", members), Table::of(["a", "b"], &[["1", "2"], ["3", "4"]]));
}

#[test]
fn damaged_gzip_is_an_error() {
    let rows = (0..2_000).map(|row| format!("{row},{}\n", row * 7919 % 1009)).collect::<Vec<_>>().concat();
    let whole = gzip(format!("a,b\n{rows}").as_bytes());
    let message = "a.csv.gz: the gzip stream is cut off or damaged\n\
                   hint: copy or download the file again; `gzip -t` checks it";
    for cut in [2, 9, 20, whole.len() / 2, whole.len() - 9, whole.len() - 1] {
        assert_eq!(bad("a.csv.gz", &whole[..cut]), message, "cut at {cut} of {}", whole.len());
    }
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 0xff;
    assert_eq!(bad("a.csv.gz", flipped), message);
    assert_eq!(bad("a.csv.gz", [&whole[..], b"rest"].concat()), message);
    assert_eq!(
        bad("a.csv.gz", gzip(b"")),
        "a.csv.gz: the file is empty\nhint: check that the whole file was written"
    );
    assert_eq!(
        bad("a.csv.gz", gzip(&whole)),
        "a.csv.gz: this is compressed twice\nhint: unpack it first; only gzip and zstd are unpacked here"
    );
}

/// As the crate's own encoder writes it, with a checksum.
fn zstd(content: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(content, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn zstd_is_told_by_its_content() {
    let table = Table::of(["a", "b"], &[["1", "2"], ["3", "4"]]);
    let skipped = [0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
    let frames = [&skipped[..], &zstd(b"a,b\n1,"), &skipped, &zstd(b""), &zstd(b"2\n3,4\n")].concat();
    for name in ["a.csv.zst", "a.csv", "a", "-"] {
        assert_eq!(clean(name, &frames), table, "{name}");
    }
    assert_eq!(clean("a.ndjson.zst", zstd(b"{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n")), table);
    // What the reference implementation writes: `printf 'a,b\n1,2\n3,4\n' | zstd -19 --check`
    let written = [
        0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x68, 0x61, 0x00, 0x00, 0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32, 0x0a,
        0x33, 0x2c, 0x34, 0x0a, 0xe1, 0xb3, 0xcb, 0x2e,
    ];
    assert_eq!(clean("a.csv", written), table);
}

#[test]
fn damaged_zstd_is_an_error() {
    let rows = (0..2_000).map(|row| format!("{row},{}\n", row * 7919 % 1009)).collect::<Vec<_>>().concat();
    let whole = zstd(format!("a,b\n{rows}").as_bytes());
    let message = "a.csv.zst: the zstd stream is cut off or damaged\n\
                   hint: copy or download the file again; `zstd -t` checks it";
    for cut in [4, 9, whole.len() / 2, whole.len() - 9, whole.len() - 1] {
        assert_eq!(bad("a.csv.zst", &whole[..cut]), message, "cut at {cut} of {}", whole.len());
    }
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 0xff;
    assert_eq!(bad("a.csv.zst", flipped), message, "the checksum is the last");
    assert_eq!(bad("a.csv.zst", [&whole[..], b"rest"].concat()), message);
    assert!(bad("a.csv.zst", zstd(&whole)).starts_with("a.csv.zst: this is compressed twice"));
}

#[test]
fn size_and_digest_are_of_the_stored_bytes() {
    let content = gzip(b"a,b\n1,2\n");
    let digest = |content: &[u8]| {
        let options = ReadOptions::default();
        read_table("a.csv", Trickle { content, step: 1 }, &options).unwrap().1.source
    };
    let source = digest(&content);
    assert_eq!(source.bytes, Some(content.len() as u64));
    assert_ne!(source.sha256, digest(b"a,b\n1,2\n").sha256);
    // sha256sum of the same bytes
    let plain = digest(b"a,b\n1,2\n").sha256;
    assert_eq!(plain.as_deref(), Some("492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470"));
}

/// An input that breaks off with an error.
struct Broken<'a>(&'a [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the disk is gone")),
            length => Ok(length),
        }
    }
}

#[test]
fn a_failing_input_is_an_error_of_its_own() {
    let compressed = gzip(b"a,b\n1,2\n");
    let cases: [(&str, &[u8]); 5] = [
        ("a.csv", b"a,b\n1,2\n"),
        ("a.csv", b""),
        ("a.json", b"[{\"a\":1}"),
        ("a.ndjson", b"{\"a\":1}\n"),
        ("a.csv.gz", &compressed[..compressed.len() - 4]),
    ];
    for (name, content) in cases {
        let error = read_table(name, Broken(content), &ReadOptions::default()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Io, "{error}");
        assert_eq!(error.to_string(), format!("{name}: the input failed: the disk is gone"));
    }
}
