//! Bins for numeric columns: what the methods on counts read.

use crate::{Distribution, quantiles};
use std::borrow::Cow;
use std::ops::Range;

/// The least share of either sample that makes a value an atom: a default, a sentinel, an integer.
const ATOM_SHARE: f64 = 0.02;

/// The least count that makes a value an atom: in a sample of 50, one value is 2 % by itself and means nothing.
const ATOM_COUNT: u64 = 5;

/// One bin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bin {
    /// One value that is frequent enough to stand alone.
    Exactly(f64),
    /// All values from `from` (inclusive) up to `to` (exclusive) that have no bin of their own; `None` is open.
    Range {
        /// The lower edge.
        from: Option<f64>,
        /// The upper edge.
        to: Option<f64>,
    },
}

/// Bins that cover every number: ranges side by side, open at both ends, and atoms taken out of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Bins {
    /// In the order of the real line.
    order: Vec<Bin>,
}

/// What a sample has in a bin.
struct Content {
    /// The places of its distinct values that lie between the ends of the bin.
    places: Range<usize>,
    /// Of those, the ones that have a bin of their own.
    atoms: Vec<usize>,
}

impl Bins {
    /// `count` quantile bins of the reference; 10 gives deciles, the default of the presets.
    ///
    /// A value that holds 2 % or more of either sample (and occurs at least 5 times there) is an atom with a bin of its own, unless so many do
    /// that the column is a lattice. The ranges are
    /// cut at `numpy.quantile` of the rest of the reference, as many as its share of the rows deserves, so that a range holds about 1 / `count`
    /// of the reference. Edges that coincide are one. No extreme value in either sample moves an inner edge far.
    pub fn quantile(reference: &Distribution, current: &Distribution, count: usize) -> Self {
        let atoms = atoms_of(reference, current, count);
        let is_atom = |value: f64| atoms.binary_search_by(|atom| atom.total_cmp(&value)).is_ok();
        let rest = if atoms.is_empty() {
            Cow::Borrowed(reference)
        } else {
            let others = reference.pairs().filter(|(value, _)| !is_atom(*value));
            Cow::Owned(Distribution::from_sorted_pairs(others))
        };
        let share = if reference.is_empty() { 0.0 } else { rest.total() as f64 / reference.total() as f64 };
        let ranges = (share * count as f64).ceil().max(1.0) as usize;
        let cuts: Vec<f64> = (1..ranges).map(|i| i as f64 / ranges as f64).collect();
        let edges = quantiles(&rest, &cuts).unwrap_or_default();
        let lowest = |sample: &Distribution| sample.values().iter().copied().find(|value| !is_atom(*value));
        let lowest = lowest(reference).into_iter().chain(lowest(current)).fold(f64::INFINITY, f64::min);
        Self::lay_out(&atoms, edges, lowest)
    }

    /// `count` bins of equal width between the least and the greatest value of the reference: `numpy.histogram_bin_edges(reference, count)`,
    /// with both ends open.
    ///
    /// For comparison with other tools: one extreme value in the reference leaves all others in one bin.
    pub fn equal_width(reference: &Distribution, count: usize) -> Self {
        let (Some(&min), Some(&max)) = (reference.values().first(), reference.values().last()) else {
            return Self::lay_out(&[], Vec::new(), f64::INFINITY);
        };
        // The width is taken in two parts, because the range of doubles is itself beyond a double.
        let width = max / count as f64 - min / count as f64;
        let edges = (1..count).map(|i| i as f64 * width + min).filter(|edge| *edge > min && *edge < max);
        Self::lay_out(&[], edges.collect(), min)
    }

    /// Orders atoms and ranges by their lower ends. The first range begins at `lowest`, the least value that is no atom.
    fn lay_out(atoms: &[f64], mut edges: Vec<f64>, lowest: f64) -> Self {
        edges.dedup();
        let from = |range: usize| range.checked_sub(1).map(|edge| edges[edge]);
        let range = |i: usize| Bin::Range { from: from(i), to: edges.get(i).copied() };
        let ranges = (0..=edges.len()).map(|i| (from(i).unwrap_or(lowest), range(i)));
        let mut placed: Vec<(f64, Bin)> =
            atoms.iter().map(|v| (*v, Bin::Exactly(*v))).chain(ranges).collect();
        placed.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self { order: placed.into_iter().map(|(_, bin)| bin).collect() }
    }

    /// The bins, ascending by lower end.
    pub fn bins(&self) -> &[Bin] {
        &self.order
    }

    /// How many values of the sample fall into each bin, in the order of [`Bins::bins`]; every value falls into one.
    pub fn counts(&self, sample: &Distribution) -> Vec<u64> {
        let count = |Content { places, atoms }: Content| {
            let all = sample.before(places.end) - sample.before(places.start);
            all - atoms.into_iter().map(|place| sample.count(place)).sum::<u64>()
        };
        self.contents(sample).map(count).collect()
    }

    /// The least and the greatest value of the sample in each bin, if there is any.
    pub fn extents(&self, sample: &Distribution) -> Vec<Option<(f64, f64)>> {
        let extent = |Content { mut places, atoms }: Content| {
            let is_in = |place: &usize| !atoms.contains(place);
            let least = places.find(is_in)?;
            let greatest = places.rfind(is_in).unwrap_or(least);
            Some((sample.values()[least], sample.values()[greatest]))
        };
        self.contents(sample).map(extent).collect()
    }

    fn contents<'a>(&'a self, sample: &'a Distribution) -> impl Iterator<Item = Content> + 'a {
        let values = sample.values();
        let place_of = move |atom: f64| values.binary_search_by(|value| value.total_cmp(&atom)).ok();
        let atoms: Vec<usize> = self
            .order
            .iter()
            .filter_map(|bin| match bin {
                Bin::Exactly(value) => place_of(*value),
                Bin::Range { .. } => None,
            })
            .collect();
        let place_from = move |edge: f64| values.partition_point(|value| *value < edge);
        self.order.iter().map(move |bin| match *bin {
            Bin::Exactly(value) => {
                let places = place_of(value).map_or(0..0, |place| place..place + 1);
                Content { places, atoms: Vec::new() }
            }
            Bin::Range { from, to } => {
                let places = from.map_or(0, place_from)..to.map_or(values.len(), place_from);
                let atoms = atoms.iter().copied().filter(|atom| places.contains(atom)).collect();
                Content { places, atoms }
            }
        })
    }
}

/// The values that stand alone, ascending.
///
/// Where more than two values a bin would (ages, or prices in whole units), the column is a lattice and no value on it is special for holding
/// 2 %: then those stand alone that fill a whole bin, and those outside the reference's range, where sentinels are.
fn atoms_of(reference: &Distribution, current: &Distribution, count: usize) -> Vec<f64> {
    let samples = [reference, current];
    let frequent = |share: f64| {
        let mut values: Vec<f64> = samples.iter().flat_map(|sample| holding(sample, share)).collect();
        values.sort_unstable_by(f64::total_cmp);
        values.dedup();
        values
    };
    let atoms = frequent(ATOM_SHARE);
    if atoms.len() <= 2 * count {
        return atoms;
    }
    let fill_a_bin = frequent(1.0 / count as f64);
    let beyond = |value: f64| match (reference.values().first(), reference.values().last()) {
        (Some(&least), Some(&greatest)) => value < least || value > greatest,
        _ => false,
    };
    atoms.into_iter().filter(|value| fill_a_bin.contains(value) || beyond(*value)).collect()
}

/// The values that hold at least a share of one sample.
fn holding(sample: &Distribution, share: f64) -> impl Iterator<Item = f64> + '_ {
    let least = (sample.total() as f64 * share).max(ATOM_COUNT as f64);
    sample.pairs().filter(move |(_, count)| *count as f64 >= least).map(|(value, _)| value)
}
