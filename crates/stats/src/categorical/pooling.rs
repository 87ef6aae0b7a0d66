//! Rare levels counted together, so that the number of levels fakes neither significance nor effect.

use std::cmp::Reverse;

/// Which levels stand alone and which are pooled, with the counts that result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pooling {
    /// The positions of the levels that stand alone, ascending.
    pub kept: Vec<usize>,
    /// The positions of the levels of each pool, the most frequent levels first; levels that neither sample has are in neither list.
    pub pools: Vec<Vec<usize>>,
    /// The reference's counts of the kept levels, then those of the pools.
    pub reference: Vec<u64>,
    /// The current counts, likewise.
    pub current: Vec<u64>,
}

/// Pools the levels whose expected count in the smaller sample, were both samples alike, is below `least` (5 is customary, Cochran 1954), each with
/// those about as rare: the counts of both samples together in a pool differ by less than a factor of 2.
///
/// One pool for all rare levels would hide a new level among them wherever the reference is much the larger sample, as the new level is then
/// rare over both. Pools of fewer than `least` rows are counted with the next more frequent levels, so that a single row of a new level
/// says nothing by itself. The most frequent level always stands alone. The rule looks at both samples together and never at how they differ, so
/// it favours neither drift nor its absence, and a permutation test given the pools is exact.
pub fn pool_rare(reference: &[u64], current: &[u64], least: u64) -> Pooling {
    let count = |counts: &[u64], i: usize| counts.get(i).copied().unwrap_or(0);
    let both = |i: usize| count(reference, i) + count(current, i);
    let (n, m): (u64, u64) = (reference.iter().sum(), current.iter().sum());
    let is_frequent =
        |i: usize| u128::from(both(i)) * u128::from(n.min(m)) >= u128::from(least) * u128::from(n + m);
    let mut levels: Vec<usize> = (0..reference.len().max(current.len())).filter(|&i| both(i) > 0).collect();
    levels.sort_by_key(|&i| Reverse(both(i)));
    let alone = levels.iter().take_while(|&&i| is_frequent(i)).count().max(1).min(levels.len());
    let (kept, rare) = levels.split_at(alone);
    let mut kept = kept.to_vec();
    let mut pools: Vec<Vec<usize>> =
        rare.chunk_by(|&a, &b| both(a).ilog2() == both(b).ilog2()).map(<[usize]>::to_vec).collect();
    let rows = |pool: &[usize]| pool.iter().map(|&i| both(i)).sum::<u64>();
    while let Some(scant) = pools.pop_if(|pool| rows(pool) < least) {
        // Counted with the pool before it, or else with the least frequent level but the first.
        let next = pools.pop().or_else(|| (kept.len() > 1).then(|| kept.pop().into_iter().collect()));
        let Some(next) = next else {
            pools.push(scant);
            break;
        };
        pools.push([next, scant].concat());
    }
    kept.sort_unstable();
    let gather = |counts: &[u64]| {
        let pooled = pools.iter().map(|pool| pool.iter().map(|&i| count(counts, i)).sum());
        kept.iter().map(|&i| count(counts, i)).chain(pooled).collect()
    };
    let (reference, current) = (gather(reference), gather(current));
    Pooling { kept, pools, reference, current }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_levels_are_pooled_with_those_about_as_rare() {
        let pooling = pool_rare(&[6000, 4000, 40, 35, 9, 8], &[60, 40, 0, 0, 0, 1], 5);
        assert_eq!(pooling.kept, [0, 1]);
        assert_eq!(pooling.pools, [vec![2, 3], vec![4, 5]]);
        assert_eq!(pooling.reference, [6000, 4000, 75, 17]);
        assert_eq!(pooling.current, [60, 40, 0, 1]);
    }

    #[test]
    fn a_new_level_beside_a_large_reference_is_not_lost_among_old_rare_ones() {
        let pooling = pool_rare(&[60_000, 40_000, 400, 400, 0], &[590, 400, 0, 0, 10], 5);
        assert_eq!(pooling.pools, [vec![2, 3], vec![4]]);
        assert_eq!(pooling.current.last(), Some(&10));
    }

    #[test]
    fn a_single_row_is_counted_with_the_next_more_frequent_levels() {
        let pooling = pool_rare(&[600, 300, 100, 0], &[600, 300, 99, 1], 5);
        assert_eq!((pooling.kept, pooling.pools), (vec![0, 1], vec![vec![2, 3]]));
    }

    #[test]
    fn the_most_frequent_level_always_stands_alone() {
        let pooling = pool_rare(&[3, 1], &[1, 0], 5);
        assert_eq!((pooling.kept, pooling.pools), (vec![0], vec![vec![1]]));
        assert_eq!(pool_rare(&[], &[], 5).kept, [0; 0]);
    }
}
