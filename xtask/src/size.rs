//! What a first visit loads, and how much that may be.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::error::{Error, Result};
use crate::service_worker;

/// What the page may weigh until it can be used, in bytes of gzip: its HTML, its style and its program. The worker and
/// the viewer load beside it.
const FIRST_LOAD: usize = 200_000;

/// Prints what each file weighs, and fails where the first load weighs too much.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let mut files = Vec::new();
    service_worker::list(dist, &mut files).map_err(|error| Error::at(dist, &error))?;
    files.sort();
    let mut first = 0;
    println!("\n{:>9} {:>9}  file", "bytes", "gzip");
    for file in &files {
        let content = fs::read(file).map_err(|error| Error::at(file, &error))?;
        let gzip = gzip(&content).map_err(|error| Error::at(file, &error))?;
        let name = file.strip_prefix(dist).unwrap_or(file);
        // Folders hold what the page loads by itself.
        let is_first = name.components().count() == 1 && name.to_str() != Some("service-worker.js");
        if is_first {
            first += gzip;
        }
        let mark = if is_first { "  first load" } else { "" };
        println!("{:>9} {gzip:>9}  {}{mark}", content.len(), name.display());
    }
    println!("first load: {first} bytes of gzip, at most {FIRST_LOAD}\n");
    if first > FIRST_LOAD {
        return Err(Error::new(format!("the first load is {first} bytes of gzip, and may be {FIRST_LOAD}"))
            .hint("keep what only the worker or the report needs out of the page's program"));
    }
    Ok(())
}

fn gzip(content: &[u8]) -> std::io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}
