//! Which byte separates fields.

use super::records::Records;

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

/// How many fields each of the first records has.
fn widths(start: &[u8], complete: bool, delimiter: u8) -> Vec<usize> {
    let mut records = Records::new(start, delimiter);
    let mut widths = Vec::new();
    while widths.len() < SAMPLE && matches!(records.advance(), Ok(true)) {
        widths.push(records.ends().len());
    }
    // The last record may be cut where the sample ends.
    if !complete && widths.len() > 1 && widths.len() < SAMPLE {
        widths.pop();
    }
    widths
}
