//! Change points against an enumeration of all orders, and what they must and must not see.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use driftglass_stats::change_point;

fn slices(items: &[Vec<u64>]) -> Vec<&[u64]> {
    items.iter().map(Vec::as_slice).collect()
}

/// The chi-square statistic of a 2 x k table.
fn chi_square(before: &[u64], after: &[u64]) -> f64 {
    driftglass_stats::chi_square(before, after).unwrap().statistic
}

fn sums(items: &[Vec<u64>]) -> Vec<u64> {
    (0..items[0].len()).map(|level| items.iter().map(|item| item[level]).sum()).collect()
}

fn greatest(items: &[Vec<u64>]) -> (usize, f64) {
    let at = |place: usize| (place, chi_square(&sums(&items[..place]), &sums(&items[place..])));
    (2..=items.len() - 2).map(at).reduce(|best, next| if next.1 > best.1 { next } else { best }).unwrap()
}

/// Every order of the items (Heap 1963).
fn orders(items: &mut Vec<Vec<u64>>, length: usize, visit: &mut impl FnMut(&[Vec<u64>])) {
    if length <= 1 {
        return visit(items);
    }
    for place in 0..length {
        orders(items, length - 1, visit);
        items.swap(if length.is_multiple_of(2) { place } else { 0 }, length - 1);
    }
}

#[test]
fn the_statistic_is_the_greatest_chi_square_and_p_is_that_of_all_orders() {
    let items: Vec<Vec<u64>> =
        [[30, 10, 4], [25, 12, 6], [28, 9, 1], [22, 17, 5], [19, 20, 7], [21, 15, 2], [24, 18, 9]]
            .map(|item| item.to_vec())
            .to_vec();
    let found = change_point(&slices(&items), &[], 19_999, 1).unwrap();
    let (at, statistic) = greatest(&items);
    assert_eq!(found.at, at);
    assert!((found.statistic / statistic - 1.0).abs() < 1e-9, "{found:?} {statistic}");
    let (mut hits, mut all) = (0_u32, 0_u32);
    orders(&mut items.clone(), items.len(), &mut |order| {
        all += 1;
        hits += u32::from(greatest(order).1 >= statistic * (1.0 - 1e-12));
    });
    let exact = f64::from(hits) / f64::from(all);
    // Twenty hits know a p-value to a good fifth.
    assert!((found.p_value / exact - 1.0).abs() < 0.6, "{} {exact}", found.p_value);
}

#[test]
fn a_clear_change_is_dated_and_sure() {
    let items: Vec<Vec<u64>> =
        (0..40).map(|day| if day < 23 { vec![50 + day % 3, 50] } else { vec![35 + day % 3, 65] }).collect();
    let found = change_point(&slices(&items), &[], 999, 0).unwrap();
    assert_eq!((found.at, found.p_value), (23, 0.001));
}

#[test]
fn a_season_is_no_change_where_items_are_exchanged_within_it() {
    // Four days like the first and three like the second, week after week: the order within a week is all there is.
    let items: Vec<Vec<u64>> =
        (0..70).map(|day| if day % 7 < 5 { vec![80, 20] } else { vec![20, 80] }).collect();
    let phases: Vec<usize> = (0..70).map(|day| day % 7).collect();
    let found = change_point(&slices(&items), &phases, 999, 0).unwrap();
    assert!(found.p_value > 0.99 && found.statistic < 1e-9, "{found:?}");
    // A level that rises on weekends alone is seen all the same.
    let rising: Vec<Vec<u64>> = (0..70)
        .map(|day| match (day % 7 < 5, day < 35) {
            (true, _) => vec![80, 20],
            (false, true) => vec![20, 80],
            (false, false) => vec![40, 60],
        })
        .collect();
    let found = change_point(&slices(&rising), &phases, 999, 0).unwrap();
    assert_eq!((found.at / 7, found.p_value), (5, 0.001), "{found:?}");
}

#[test]
fn what_cannot_be_asked_has_no_answer() {
    let few = [vec![1, 2], vec![3, 4], vec![5, 6]];
    assert_eq!(change_point(&slices(&few), &[], 99, 0), None);
    let one_level = vec![vec![5, 0]; 9];
    assert_eq!(change_point(&slices(&one_level), &[], 99, 0), None);
    assert_eq!(change_point(&[], &[], 99, 0), None);
    let alike = vec![vec![5, 5]; 9];
    assert_eq!(change_point(&slices(&alike), &[], 99, 0).unwrap().p_value.to_bits(), 1.0_f64.to_bits());
}

/// A small seeded generator: Steele, Lea and Flood (2014).
fn uniform(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let first = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let second = (first ^ (first >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((second ^ (second >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// The share of sequences without a change in which p is under 0.05: `restless` items differ among themselves by more than sampling, and in a `week`
/// the last two of seven have other shares.
fn false_alarms(items: usize, restless: bool, week: bool) -> f64 {
    const REPEATS: u64 = 1000;
    let alarm = |repeat: u64| {
        let mut state = repeat << 20 | items as u64;
        let counts: Vec<Vec<u64>> = (0..items)
            .map(|item| {
                let moved = if restless { 0.3 * uniform(&mut state) } else { 0.0 };
                let weekend = if week && item % 7 >= 5 { 0.3 } else { 0.0 };
                let mut counts = vec![0; 4];
                for _ in 0..60 {
                    let level = if uniform(&mut state) < 0.2 + moved + weekend {
                        0
                    } else {
                        1 + (3.0 * uniform(&mut state)) as usize
                    };
                    counts[level] += 1;
                }
                counts
            })
            .collect();
        let phases: Vec<usize> = if week { (0..items).map(|item| item % 7).collect() } else { Vec::new() };
        change_point(&slices(&counts), &phases, 999, repeat).unwrap().p_value < 0.05
    };
    (0..REPEATS).filter(|&repeat| alarm(repeat)).count() as f64 / REPEATS as f64
}

#[test]
fn where_nothing_changes_the_rate_of_alarms_is_held() {
    for (items, restless, week) in [
        (10, false, false),
        (30, false, false),
        (100, false, false),
        (10, true, false),
        (30, true, false),
        (100, true, false),
        (28, false, true),
        (84, true, true),
    ] {
        let rate = false_alarms(items, restless, week);
        eprintln!("{items} items, restless {restless}, week {week}: {:.1} %", 100.0 * rate);
        // Three standard errors of a rate of 0.05.
        assert!(rate < 0.05 + 3.0 * (0.05_f64 * 0.95 / 1000.0).sqrt(), "{items} {restless} {week}: {rate}");
    }
}
