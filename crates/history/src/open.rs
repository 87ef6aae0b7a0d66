//! The file of a history: made, opened and recognized.

use crate::error::{Error, Result};
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What the file says it is, in the place that `SQLite` has for that: `drfg`.
const APPLICATION: i32 = 0x6472_6667;

/// The version of the tables.
const FORMAT: i32 = 1;

/// How long a process waits for others to finish their writing.
const PATIENCE: Duration = Duration::from_secs(30);

/// The record of comparisons.
#[derive(Debug)]
pub struct History {
    pub(crate) connection: Connection,
}

/// What is in a file.
enum Content {
    Nothing,
    Tables,
}

impl History {
    /// Opens a history, and makes it where there is none.
    pub fn create(path: &Path) -> Result<Self> {
        Self::prepare(Connection::open(path)?, true)
    }

    /// Opens a history that is there.
    pub fn open(path: &Path) -> Result<Self> {
        let flags = OpenFlags::default() - OpenFlags::SQLITE_OPEN_CREATE;
        Self::prepare(Connection::open_with_flags(path, flags)?, false)
    }

    fn prepare(mut connection: Connection, may_make: bool) -> Result<Self> {
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // One look at one moment: another process may be making the tables.
        let found = content(&*connection.transaction()?)?;
        match found {
            Content::Tables => {}
            Content::Nothing if may_make => make(&mut connection)?,
            Content::Nothing => return Err(Error::NotAHistory),
        }
        // In the log that WAL keeps, a run that was appended is on disk.
        connection.pragma_update(None, "synchronous", "FULL")?;
        Ok(Self { connection })
    }
}

fn content(connection: &Connection) -> Result<Content> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    match (number("application_id")?, number("user_version")?) {
        (APPLICATION, FORMAT) => Ok(Content::Tables),
        (APPLICATION, _) => Err(Error::Newer),
        (0, 0) => {
            let tables: i64 =
                connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
            if tables == 0 { Ok(Content::Nothing) } else { Err(Error::NotAHistory) }
        }
        _ => Err(Error::NotAHistory),
    }
}

/// Makes the tables, unless another process has made them meanwhile.
fn make(connection: &mut Connection) -> Result<()> {
    write_ahead(connection)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if let Content::Nothing = content(&transaction)? {
        transaction.execute_batch(include_str!("tables.sql"))?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", FORMAT)?;
    }
    Ok(transaction.commit()?)
}

/// Turns on write-ahead logging, which stays with the file. `SQLite` does not wait here for another process that does the
/// same, so this does.
fn write_ahead(connection: &Connection) -> Result<()> {
    let start = Instant::now();
    loop {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && start.elapsed() < PATIENCE =>
            {
                sleep(Duration::from_millis(10));
            }
            done => return Ok(done?),
        }
    }
}
