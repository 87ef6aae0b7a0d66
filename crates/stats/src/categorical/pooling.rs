//! Rare levels counted as one, so that the number of levels fakes neither significance nor effect.

/// Which levels stand alone and which are pooled into one, with the counts that result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pooling {
    /// The positions of the levels that stand alone, ascending.
    pub kept: Vec<usize>,
    /// The positions of the levels that are pooled, ascending; levels that neither sample has are in neither list.
    pub pooled: Vec<usize>,
    /// The reference's counts of the kept levels, then, if any are pooled, their sum.
    pub reference: Vec<u64>,
    /// The current counts, likewise.
    pub current: Vec<u64>,
}

/// Pools the levels whose expected count in the smaller sample, were both samples alike, is below `least`; 5 is customary (Cochran 1954).
///
/// The rule looks at both samples together and never at how they differ, so it does not favour drift or its absence. A single rare level
/// stays what it is. A new level with a share worth noticing is expected often enough to stand alone.
pub fn pool_rare(reference: &[u64], current: &[u64], least: u64) -> Pooling {
    let count = |counts: &[u64], i: usize| counts.get(i).copied().unwrap_or(0);
    let (n, m): (u64, u64) = (reference.iter().sum(), current.iter().sum());
    let smaller = u128::from(n.min(m));
    let enough = u128::from(least) * u128::from(n + m);
    let present =
        (0..reference.len().max(current.len())).filter(|&i| count(reference, i) + count(current, i) > 0);
    let (kept, pooled): (Vec<usize>, Vec<usize>) =
        present.partition(|&i| u128::from(count(reference, i) + count(current, i)) * smaller >= enough);
    let gather = |counts: &[u64]| {
        let mut out: Vec<u64> = kept.iter().map(|&i| count(counts, i)).collect();
        if !pooled.is_empty() {
            out.push(pooled.iter().map(|&i| count(counts, i)).sum());
        }
        out
    };
    let (reference, current) = (gather(reference), gather(current));
    Pooling { kept, pooled, reference, current }
}
