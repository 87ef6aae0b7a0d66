//! A seed for each column.

/// The seed of a column's random numbers, from the report's seed and the column's name: columns are independent of each other, and a column's
/// p-value does not depend on which others are there. FNV-1a, started from the seed.
pub(crate) fn of_column(seed: u64, name: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    name.bytes().fold(OFFSET ^ seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
