//! Which byte separates fields.

use super::record::{RecordReader, line_ends};

/// What is tried, the more usual first.
const CANDIDATES: [u8; 4] = [b',', b'\t', b';', b'|'];
/// Records that are looked at.
const SAMPLE: usize = 100;

/// The delimiter under which most of the first records have as many fields as the header, and the header more than
/// one; of several, the one with most fields. A comma where there is none: the file has one column.
/// `complete` is whether `start` is the whole text.
pub(super) fn sniff(start: &[u8], complete: bool) -> u8 {
    let mut best = (b',', 0.0, 1);
    for delimiter in CANDIDATES {
        let widths = widths(start, complete, delimiter);
        let Some(&header) = widths.first().filter(|&&header| header > 1) else { continue };
        let alike = widths.iter().filter(|&&width| width == header).count() as f64 / widths.len() as f64;
        if alike > best.1 || (alike >= best.1 && header > best.2) {
            best = (delimiter, alike, header);
        }
    }
    best.0
}

/// How many fields each of the first whole records has.
fn widths(start: &[u8], complete: bool, delimiter: u8) -> Vec<usize> {
    let mut records = RecordReader::new(delimiter);
    let mut widths = Vec::new();
    // The last record of a file needs no line end.
    let text = [start, if complete { b"\n" } else { b"" }].concat();
    let mut rest = text.as_slice();
    while widths.len() < SAMPLE {
        rest = &rest[line_ends(rest)..];
        let Ok(length) = records.read(rest) else { break };
        widths.push(records.fields().count());
        rest = &rest[length..];
    }
    widths
}
