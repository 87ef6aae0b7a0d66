//! What became of a claim.

use crate::action::{ActionState, Claim};
use crate::append::text_of;
use crate::error::Result;
use crate::open::History;
use jiff::Timestamp;
use rusqlite::params;

impl History {
    /// Writes down that an attempt begins, before it does.
    pub fn begin_attempt(&mut self, claim: &Claim, number: u32, at: Timestamp) -> Result<()> {
        self.connection.execute(
            "INSERT INTO attempts (action, number, began) VALUES (?, ?, ?)",
            params![claim.id, number, text_of(at)],
        )?;
        Ok(())
    }

    /// Writes down how an attempt ended, and what that makes of the action.
    pub fn end_attempt(
        &mut self,
        claim: &Claim,
        number: u32,
        at: Timestamp,
        result: &str,
        state: ActionState,
    ) -> Result<()> {
        let transaction = self.write()?;
        transaction.execute(
            "UPDATE attempts SET ended = ?, result = ? WHERE action = ? AND number = ?",
            params![text_of(at), result, claim.id, number],
        )?;
        transaction.execute("UPDATE actions SET state = ? WHERE id = ?", params![state.name(), claim.id])?;
        Ok(transaction.commit()?)
    }
}
