//! The file of a history: made, opened and recognized.

use crate::error::{Error, Result};
use rusqlite::backup::Progress;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What the file says it is, in the place that `SQLite` has for that: `drfg`.
const APPLICATION: i32 = 0x6472_6667;

/// What each version of the tables adds to the one before it, from version 1 on.
const FORMATS: [&str; 2] = [include_str!("tables/1.sql"), include_str!("tables/2.sql")];

/// How long a process waits for others to finish their writing.
const PATIENCE: Duration = Duration::from_secs(30);

/// The record of comparisons.
#[derive(Debug)]
pub struct History {
    pub(crate) connection: Connection,
}

impl History {
    /// Opens a history, and makes it where there is none. One of an earlier version is brought up to this one.
    pub fn create(path: &Path) -> Result<Self> {
        Self::prepare(Connection::open(path)?, true)
    }

    /// Opens a history that is there.
    pub fn open(path: &Path) -> Result<Self> {
        let flags = OpenFlags::default() - OpenFlags::SQLITE_OPEN_CREATE;
        Self::prepare(Connection::open_with_flags(path, flags)?, false)
    }

    /// What a file holds, where it is there, in memory: what is written to it is gone with it.
    pub fn copy(path: &Path) -> Result<Self> {
        let mut copy = Connection::open_in_memory()?;
        if path.exists() {
            copy.restore("main", path, None::<fn(Progress)>)?;
        }
        Self::prepare(copy, true)
    }

    fn prepare(mut connection: Connection, may_make: bool) -> Result<Self> {
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // One look at one moment: another process may be making the tables.
        let found = version(&*connection.transaction()?)?;
        if found == 0 && !may_make {
            return Err(Error::NotAHistory);
        }
        if found < FORMATS.len() {
            upgrade(&mut connection)?;
        }
        // In the log that WAL keeps, a run that was appended is on disk.
        connection.pragma_update(None, "synchronous", "FULL")?;
        Ok(Self { connection })
    }
}

/// The version of the tables in a file; 0 where there is nothing in it.
fn version(connection: &Connection) -> Result<usize> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    match (number("application_id")?, usize::try_from(number("user_version")?)) {
        (APPLICATION, Ok(version)) if (1..=FORMATS.len()).contains(&version) => Ok(version),
        (APPLICATION, _) => Err(Error::Newer),
        (0, Ok(0)) => {
            let tables: i64 =
                connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
            if tables == 0 { Ok(0) } else { Err(Error::NotAHistory) }
        }
        _ => Err(Error::NotAHistory),
    }
}

/// Makes the tables, or what they lack, unless another process has done so meanwhile: all of it or nothing.
fn upgrade(connection: &mut Connection) -> Result<()> {
    write_ahead(connection)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in &FORMATS[version(&transaction)?..] {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", FORMATS.len().to_string())?;
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
