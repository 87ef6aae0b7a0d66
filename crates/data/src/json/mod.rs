//! JSON.
use crate::error::{Error, ErrorKind};
use crate::table::Table;
use driftglass_core::report::Finding;
use std::io::Read;
pub(crate) fn looks_like_lines(_start: &[u8], _complete: bool) -> bool {
    false
}
pub(crate) fn read(file: &str, _input: impl Read, _table: &mut Table<'_>) -> Result<Vec<Finding>, Error> {
    Err(Error::new(ErrorKind::Json, file, "not yet"))
}
pub(crate) fn read_lines(
    file: &str,
    _input: impl Read,
    _table: &mut Table<'_>,
) -> Result<Vec<Finding>, Error> {
    Err(Error::new(ErrorKind::Json, file, "not yet"))
}
