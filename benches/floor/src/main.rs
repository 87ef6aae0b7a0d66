//! Reads CSV files, splits every field and parses it as a number, on one thread, and where it is asked to, sorts the
//! numbers of each column: what no report of the same files can do without. It says how many numbers there were.
//!
//!     driftglass-floor parse|sort FILE...

use std::env;
use std::error::Error;
use std::fs::File;

use simd_csv::ZeroCopyReader;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (task, files) = arguments.split_first().ok_or("driftglass-floor parse|sort FILE...")?;
    let mut count = 0;
    for file in files {
        let mut columns = numbers(file)?;
        if task == "sort" {
            columns.iter_mut().for_each(|column| radsort::sort(column));
        }
        count += columns.iter().map(Vec::len).sum::<usize>();
    }
    println!("{count}");
    Ok(())
}

/// The numbers of each column of a file.
fn numbers(file: &str) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
    let mut reader = ZeroCopyReader::from_reader(File::open(file)?);
    let mut columns = vec![Vec::new(); reader.byte_headers()?.len()];
    while let Some(record) = reader.read_byte_record()? {
        for (column, field) in columns.iter_mut().zip(record.unquoted_iter()) {
            if let Ok(number) = fast_float2::parse(field) {
                column.push(number);
            }
        }
    }
    Ok(columns)
}
