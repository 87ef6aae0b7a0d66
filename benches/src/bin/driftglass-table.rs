//! Writes a generated table as two files, half of the rows each.
//!
//!     driftglass-table ROWS COLUMNS FOLDER

use driftglass_benches::{Side, Table};
use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [rows, columns, folder] = arguments.as_slice() else {
        return Err("driftglass-table ROWS COLUMNS FOLDER".into());
    };
    let table = Table::new(rows.parse::<u64>()? / 2, columns.parse()?);
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    for (side, name) in [(Side::Reference, "reference.csv"), (Side::Current, "current.csv")] {
        let mut file = BufWriter::with_capacity(1 << 20, File::create(folder.join(name))?);
        table.write(side, &mut file)?;
        file.flush()?;
    }
    Ok(())
}
