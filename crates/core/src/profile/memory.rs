//! How much memory a profile may take.

/// The memory that the values of a profile may take. By default there is no limit, and every value is held. What is known of values that are
/// not held comes on top: 128 kB of a column's numbers, with which its distinct ones are counted, and 8 kB of its texts.
///
/// Every column may take the same part, so whether it is held whole depends on its own values and on the number of columns,
/// and on nothing else: not on the order of the rows, on parts or on threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Memory {
    bytes: Option<u64>,
    /// How many other profiles share it.
    others: u64,
}

/// Bytes that a column may take however little memory there is.
const LEAST: u64 = 1 << 18;

/// The same where many profiles share the memory.
const LEAST_SHARED: u64 = 1 << 14;

impl Memory {
    /// No limit.
    pub const UNBOUNDED: Self = Self { bytes: None, others: 0 };

    /// At most about so many bytes.
    pub const fn bytes(bytes: u64) -> Self {
        Self { bytes: Some(bytes), others: 0 }
    }

    /// The part of each of so many profiles.
    #[must_use]
    pub(crate) fn among(self, profiles: usize) -> Self {
        Self { others: (profiles as u64).saturating_sub(1), ..self }
    }

    /// Whether so many bytes are half of it, or more.
    pub fn is_half_full(self, bytes: u64) -> bool {
        self.bytes.is_some_and(|all| 2 * bytes >= all)
    }

    /// The lesser of both.
    #[must_use]
    pub(super) fn and(self, other: Self) -> Self {
        let bytes = match (self.bytes, other.bytes) {
            (Some(own), Some(other)) => Some(own.min(other)),
            (own, other) => own.or(other),
        };
        Self { bytes, others: self.others.max(other.others) }
    }

    /// The bytes that each of so many columns may take.
    pub(super) fn of_column(self, columns: usize) -> Option<usize> {
        let bytes = (self.bytes? / columns.max(1) as u64).max(LEAST);
        let bytes = if self.others > 0 { (bytes / (self.others + 1)).max(LEAST_SHARED) } else { bytes };
        Some(usize::try_from(bytes).unwrap_or(usize::MAX))
    }
}
