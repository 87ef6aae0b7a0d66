//! A small classifier: gradient-boosted tables of single columns and of pairs of columns.
//!
//! It is a generalised additive model with pairwise interactions (Lou, Caruana, Gehrke and Hooker 2013; "explainable boosting"): each round
//! adds the one step that the log loss gains most from (Chen and Guestrin 2016), either a cut of one column's bins in two or a table over the coarse bins
//! of two columns. Pairs are found before boosting by their interaction alone, so that a change which no single column
//! shows, such as a correlation that turned around, is found at once, where a tree must first make a cut that gains nothing.
//!
//! It is written here because nothing off the shelf fits: smartcore's trees take no weights and linfa's add up single floats in the
//! order of a randomly seeded hash map; forust needs threads; and all three compute with the standard library's `exp` or `log2`, so that the page and the
//! binary would differ.

use super::bins::{BINS, Binned, COARSE};

/// Rounds at the most.
const ROUNDS: usize = 40;

/// How much of a step is taken.
const RATE: f64 = 0.3;

/// Added to the curvature of every step, so that few rows make a small one.
const RIDGE: f64 = 1.0;

/// What a free number must gain to be worth it: Akaike's (1974) price on the scale of chi-square.
const PRICE: f64 = 2.0;

/// Pairs that take part in boosting.
const PAIRS: usize = 8;

const CELLS: usize = COARSE * COARSE;

/// Gradient and curvature of the log loss.
#[derive(Debug, Clone, Copy, Default)]
struct Slope {
    gradient: f64,
    curvature: f64,
}

impl Slope {
    fn add(&mut self, other: Self) {
        self.gradient += other.gradient;
        self.curvature += other.curvature;
    }

    fn less(self, other: Self) -> Self {
        Self { gradient: self.gradient - other.gradient, curvature: self.curvature - other.curvature }
    }

    fn gain(self) -> f64 {
        self.gradient * self.gradient / (self.curvature + RIDGE)
    }

    fn step(self) -> f64 {
        RATE * self.gradient / (self.curvature + RIDGE)
    }
}

/// Rows to learn from.
pub(super) struct Training<'a> {
    pub(super) columns: &'a [Binned],
    /// Which rows of the columns.
    pub(super) rows: &'a [usize],
    /// Whether each of them is current.
    pub(super) is_current: &'a [bool],
    /// What each of them counts.
    pub(super) counts: &'a [f64],
}

/// A fitted classifier.
pub(super) struct Model {
    singles: Vec<[f64; BINS]>,
    pairs: Vec<Pair>,
    /// What each column gained.
    pub(super) gains: Vec<f64>,
}

struct Pair {
    columns: [usize; 2],
    table: [f64; CELLS],
}

/// The best step of a round.
enum Step {
    Single { column: usize, table: [f64; BINS] },
    Pair { pair: usize, table: [f64; CELLS] },
}

impl Model {
    pub(super) fn fit(training: &Training<'_>) -> Self {
        let columns: Vec<Vec<u8>> =
            training.columns.iter().map(|column| picked(&column.fine, training.rows)).collect();
        let coarse: Vec<Vec<u8>> =
            training.columns.iter().map(|column| picked(&column.coarse, training.rows)).collect();
        let total: f64 = training.counts.iter().sum();
        let current: f64 =
            training.counts.iter().zip(training.is_current).filter(|row| *row.1).map(|row| row.0).sum();
        let mut scores = vec![libm::log(current / (total - current)); training.rows.len()];
        let mut slopes = slopes(training, &scores);
        let pairs = interactions(&coarse, &slopes);
        let cells: Vec<Vec<u8>> =
            pairs.iter().map(|&[left, right]| crossed(&coarse[left], &coarse[right])).collect();
        let mut model = Self {
            singles: vec![[0.0; BINS]; columns.len()],
            pairs: pairs.into_iter().map(|columns| Pair { columns, table: [0.0; CELLS] }).collect(),
            gains: vec![0.0; columns.len()],
        };
        for _ in 0..ROUNDS {
            let mut best = (0.0, None);
            for (column, bins) in columns.iter().enumerate() {
                let (gain, table) = cut(&sums::<BINS>(bins, &slopes), training.columns[column].is_ordered);
                if gain - PRICE > best.0 {
                    best = (gain - PRICE, Some(Step::Single { column, table }));
                }
            }
            for (pair, cells) in cells.iter().enumerate() {
                let (gain, table) = spread(&sums::<CELLS>(cells, &slopes));
                let price = PRICE * (CELLS - 1) as f64;
                if gain - price > best.0 {
                    best = (gain - price, Some(Step::Pair { pair, table }));
                }
            }
            let (gain, Some(step)) = best else { break };
            match step {
                Step::Single { column, table } => {
                    advance(&mut scores, &columns[column], &table);
                    plus(&mut model.singles[column], &table);
                    model.gains[column] += gain;
                }
                Step::Pair { pair, table } => {
                    advance(&mut scores, &cells[pair], &table);
                    plus(&mut model.pairs[pair].table, &table);
                    model.pairs[pair].columns.iter().for_each(|&column| model.gains[column] += gain / 2.0);
                }
            }
            slopes = self::slopes(training, &scores);
        }
        model
    }

    /// How much a row looks like a current one; only the order of scores has a meaning.
    pub(super) fn score(&self, columns: &[Binned], row: usize) -> f64 {
        let singles: f64 = self
            .singles
            .iter()
            .zip(columns)
            .map(|(table, column)| table[usize::from(column.fine[row])])
            .sum();
        let pair = |pair: &Pair| {
            let [left, right] = pair.columns.map(|column| usize::from(columns[column].coarse[row]));
            pair.table[left * COARSE + right]
        };
        singles + self.pairs.iter().map(pair).sum::<f64>()
    }
}

fn picked(bins: &[u8], rows: &[usize]) -> Vec<u8> {
    rows.iter().map(|&row| bins[row]).collect()
}

fn crossed(left: &[u8], right: &[u8]) -> Vec<u8> {
    left.iter().zip(right).map(|(left, right)| left * COARSE as u8 + right).collect()
}

fn slopes(training: &Training<'_>, scores: &[f64]) -> Vec<Slope> {
    let slope = |((&score, &is_current), &count): ((&f64, &bool), &f64)| {
        let probability = 1.0 / (1.0 + libm::exp(-score));
        Slope {
            gradient: count * (f64::from(u8::from(is_current)) - probability),
            curvature: count * probability * (1.0 - probability),
        }
    };
    scores.iter().zip(training.is_current).zip(training.counts).map(slope).collect()
}

fn sums<const N: usize>(bins: &[u8], slopes: &[Slope]) -> [Slope; N] {
    let mut sums = [Slope::default(); N];
    for (&bin, &slope) in bins.iter().zip(slopes) {
        sums[usize::from(bin)].add(slope);
    }
    sums
}

fn all(sums: &[Slope]) -> Slope {
    let mut all = Slope::default();
    for slope in sums {
        all.add(*slope);
    }
    all
}

/// The best cut of a column's bins in two; levels are first put in the order of their steps, among which the best cut is (Fisher 1958).
fn cut(sums: &[Slope; BINS], is_ordered: bool) -> (f64, [f64; BINS]) {
    let mut order: [usize; BINS] = std::array::from_fn(|bin| bin);
    if !is_ordered {
        order.sort_by(|a, b| sums[*a].step().total_cmp(&sums[*b].step()));
    }
    let all = all(sums);
    let (mut below, mut best) = (Slope::default(), (0.0, 0));
    for (place, &bin) in order.iter().enumerate().take(BINS - 1) {
        below.add(sums[bin]);
        let gain = below.gain() + all.less(below).gain() - all.gain();
        if gain > best.0 {
            best = (gain, place + 1);
        }
    }
    let mut below = Slope::default();
    order[..best.1].iter().for_each(|&bin| below.add(sums[bin]));
    let mut table = [all.less(below).step(); BINS];
    order[..best.1].iter().for_each(|&bin| table[bin] = below.step());
    (best.0, table)
}

/// A step of its own for every cell.
fn spread(sums: &[Slope; CELLS]) -> (f64, [f64; CELLS]) {
    (sums.iter().map(|slope| slope.gain()).sum::<f64>() - all(sums).gain(), sums.map(Slope::step))
}

fn advance(scores: &mut [f64], bins: &[u8], table: &[f64]) {
    scores.iter_mut().zip(bins).for_each(|(score, &bin)| *score += table[usize::from(bin)]);
}

fn plus(own: &mut [f64], table: &[f64]) {
    own.iter_mut().zip(table).for_each(|(own, step)| *own += step);
}

/// The pairs of columns that say most together beyond what each says alone.
fn interactions(coarse: &[Vec<u8>], slopes: &[Slope]) -> Vec<[usize; 2]> {
    let mut found = Vec::new();
    for left in 0..coarse.len() {
        for right in left + 1..coarse.len() {
            let mut cells = [Slope::default(); CELLS];
            for ((&left, &right), &slope) in coarse[left].iter().zip(&coarse[right]).zip(slopes) {
                cells[usize::from(left) * COARSE + usize::from(right)].add(slope);
            }
            let gain = interaction(&cells);
            if gain > PRICE * ((COARSE - 1) * (COARSE - 1)) as f64 {
                found.push((gain, [left, right]));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().take(PAIRS).map(|(_, pair)| pair).collect()
}

/// What the cells gain beyond their rows and columns.
fn interaction(cells: &[Slope; CELLS]) -> f64 {
    let mut rows = [Slope::default(); COARSE];
    let mut columns = [Slope::default(); COARSE];
    for (place, &slope) in cells.iter().enumerate() {
        rows[place / COARSE].add(slope);
        columns[place % COARSE].add(slope);
    }
    let height = |slope: Slope| slope.gradient / (slope.curvature + RIDGE);
    let level = height(all(cells));
    let beyond = |(place, slope): (usize, &Slope)| {
        let expected = height(rows[place / COARSE]) + height(columns[place % COARSE]) - level;
        let gradient = slope.gradient - slope.curvature * expected;
        Slope { gradient, ..*slope }.gain()
    };
    cells.iter().enumerate().map(beyond).sum()
}
