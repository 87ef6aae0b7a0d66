//! Where a sequence of counts changed.

use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// The clearest change of a sequence, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangePoint {
    /// The first item after the change.
    pub at: usize,
    /// The greatest chi-square statistic over all places.
    pub statistic: f64,
    /// The probability of one as great where the items have no order.
    pub p_value: f64,
}

/// Items that each side of a change has at least: one odd item is no change.
const LEAST: usize = 2;

/// Orders that are as extreme as the data, after which a p-value is known well enough.
const HITS: u32 = 20;

/// Two statistics that differ by less than this part are equal: rounding must not decide.
const EQUAL: f64 = 1e-12;

/// The place at which the counts of some levels changed most, over items in the order of time; `phases` says where in a season each item
/// is, or is empty.
///
/// At every place the counts before and after it make a 2 x k table, and the greatest of their Pearson statistics tells the place (maximally
/// selected chi-square: Miller and Siegmund 1982, Horváth and Serbin 1995). Its p-value is the share of orders of the items in which the greatest
/// statistic is as great (Antoch and Hušková 2001). So items may differ by more than sampling, as days do, as long as their order says
/// nothing. With phases, an item's counts are held against the shares of its phase over all items, and items change places with items of the
/// same phase alone. At most `draws` orders are drawn, and fewer where 20 of them have
/// been as extreme (Besag and Clifford 1991): p is then 20 over their number, and otherwise (hits + 1) / (draws + 1). The same seed gives
/// the same p-value.
///
/// All items have equally many levels. `None` where there are fewer than four items, or one level alone has counts.
pub fn change_point(items: &[&[u64]], phases: &[usize], draws: u32, seed: u64) -> Option<ChangePoint> {
    let mut scan = Scan::new(items, phases);
    let (at, statistic) = scan.greatest()?;
    let mut random = Pcg64::seed_from_u64(seed);
    let limit = statistic - statistic.abs() * EQUAL;
    let (mut hits, mut drawn) = (0, 0);
    while drawn < draws && hits < HITS {
        scan.shuffle(&mut random);
        drawn += 1;
        hits += u32::from(scan.greatest().is_some_and(|(_, other)| other >= limit));
    }
    let p_value = if hits == HITS {
        f64::from(hits) / f64::from(drawn)
    } else {
        f64::from(hits + 1) / f64::from(draws + 1)
    };
    Some(ChangePoint { at, statistic, p_value })
}

/// Items in an order that can be changed.
struct Scan {
    order: Vec<usize>,
    /// The places of the items of each phase.
    phases: Vec<Vec<usize>>,
    levels: usize,
    /// Counts above what the phase's shares would have, item after item.
    excess: Vec<f64>,
    rows: Vec<f64>,
    totals: Vec<f64>,
    all: f64,
    /// The excess before a place, which is made anew at each scan.
    before: Vec<f64>,
}

impl Scan {
    fn new(items: &[&[u64]], phases: &[usize]) -> Self {
        let levels = items.first().map_or(0, |first| first.len());
        let total = |level: usize| items.iter().map(|item| item[level] as f64).sum::<f64>();
        // A level without counts says nothing.
        let kept: Vec<usize> = (0..levels).filter(|&level| total(level) > 0.0).collect();
        let totals: Vec<f64> = kept.iter().map(|&level| total(level)).collect();
        let mut groups = vec![Vec::new(); phases.iter().max().map_or(1, |most| most + 1)];
        for place in 0..items.len() {
            groups[phases.get(place).copied().unwrap_or(0)].push(place);
        }
        let rows: Vec<f64> = items.iter().map(|item| item.iter().sum::<u64>() as f64).collect();
        let mut excess = vec![0.0; items.len() * kept.len()];
        for group in &groups {
            let all: f64 = group.iter().map(|&item| rows[item]).sum();
            for (place, &level) in kept.iter().enumerate() {
                let total: f64 = group.iter().map(|&item| items[item][level] as f64).sum();
                for &item in group {
                    excess[item * kept.len() + place] = items[item][level] as f64 - rows[item] * total / all;
                }
            }
        }
        Self {
            order: (0..items.len()).collect(),
            phases: groups,
            levels: kept.len(),
            excess,
            rows,
            all: totals.iter().sum(),
            before: vec![0.0; kept.len()],
            totals,
        }
    }

    /// The number of items before the clearest change in the present order, and its statistic.
    fn greatest(&mut self) -> Option<(usize, f64)> {
        let items = self.order.len();
        if items < 2 * LEAST || self.levels < 2 {
            return None;
        }
        self.before.fill(0.0);
        let mut rows = 0.0;
        let mut best: Option<(usize, f64)> = None;
        for (place, &item) in self.order.iter().enumerate().take(items - LEAST) {
            rows += self.rows[item];
            let share = rows / self.all;
            let excess = &self.excess[item * self.levels..(item + 1) * self.levels];
            let mut off = 0.0;
            for ((sum, own), total) in self.before.iter_mut().zip(excess).zip(&self.totals) {
                *sum += own;
                off += *sum * *sum / total;
            }
            let statistic = off / (share * (1.0 - share));
            if place + 1 >= LEAST && best.is_none_or(|(_, greatest)| statistic > greatest) {
                best = Some((place + 1, statistic));
            }
        }
        best
    }

    /// Fisher and Yates (1938), within each phase.
    fn shuffle(&mut self, random: &mut Pcg64) {
        for places in &self.phases {
            for last in (1..places.len()).rev() {
                let other = (u128::from(random.next_u64()) * (last as u128 + 1)) >> 64;
                self.order.swap(places[last], places[other as usize]);
            }
        }
    }
}
