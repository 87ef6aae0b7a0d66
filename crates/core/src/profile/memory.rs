//! How much memory a profile may take.

/// The memory that the values of a profile may take. By default there is no limit, and every value is held.
///
/// Every column may take the same part, so whether it is held whole depends on its own values and on the number of columns,
/// and on nothing else: not on the order of the rows, on parts or on threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Memory(Option<u64>);

/// Bytes that a column may take however little memory there is.
const LEAST: u64 = 1 << 18;

impl Memory {
    /// No limit.
    pub const UNBOUNDED: Self = Self(None);

    /// At most about so many bytes.
    pub const fn bytes(bytes: u64) -> Self {
        Self(Some(bytes))
    }

    /// Whether so many bytes are half of it, or more.
    pub fn is_half_full(self, bytes: u64) -> bool {
        self.0.is_some_and(|all| 2 * bytes >= all)
    }

    /// The lesser of both.
    #[must_use]
    pub(super) fn and(self, other: Self) -> Self {
        Self(match (self.0, other.0) {
            (Some(own), Some(other)) => Some(own.min(other)),
            (own, other) => own.or(other),
        })
    }

    /// The bytes that each of so many columns may take.
    pub(super) fn of_column(self, columns: usize) -> Option<usize> {
        let bytes = (self.0? / columns.max(1) as u64).max(LEAST);
        Some(usize::try_from(bytes).unwrap_or(usize::MAX))
    }
}
