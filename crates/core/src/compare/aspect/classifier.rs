//! A classifier that tries to tell the texts of one side from those of the other (Lopez-Paz and Oquab 2017).
//!
//! Naive Bayes on the presence of words (Wang and Manning 2012 on why presence beats frequency for short texts), learned on four fifths of up to 1000 texts a
//! side and asked about the last fifth, each in turn. Its statistic is the area under the ROC curve, the mean over the fifths: the probability that a
//! current text looks more current than one of the reference; 0.5 is chance. The p-value is that of the labels dealt anew among
//! the texts of each fifth and everything learned anew, so it needs no assumption beyond that of no drift.

use super::described;
use super::features::{Feature, Features, lower};
use super::sample::sample;
use crate::compare::table::Table;
use crate::compare::values::Values;
use crate::policy::{ColumnRules, Policy};
use crate::profile::Line;
use crate::report::{Aspect, AspectName};
use crate::{ColumnType, label};
use driftglass_stats::{Distribution, Outcome};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};
use std::collections::BTreeMap;

/// Texts of a side at the most.
const MOST: usize = 1000;
/// Texts that each side needs.
const LEAST: usize = 20;
/// Parts that are each asked about once.
const FOLDS: usize = 5;
const SALTS: [u64; 2] = [3, 4];

/// Dealings at the most.
const DRAWS: u32 = 199;
/// As many at least as good as the real one settle the matter (Besag and Clifford 1991).
const ENOUGH: u32 = 20;
/// With fewer than these the tail is estimated rather than counted: by counting it could not go under 1/200, too coarse for a report of many columns.
const FEW: u32 = 10;
/// Two areas that differ by less are equal: rounding must not decide.
const EQUAL: f64 = 1e-12;

pub(super) fn aspect(sides: &[BTreeMap<String, u64>; 2], policy: &Policy, seed: u64) -> Option<Aspect> {
    let samples = [sample(&sides[0], SALTS[0], MOST), sample(&sides[1], SALTS[1], MOST)];
    if samples.iter().any(|texts| texts.len() < LEAST) {
        return None;
    }
    let texts = lower(&samples.concat());
    let features = Features::of(&texts);
    if features.names.is_empty() {
        return None;
    }
    let mut labels: Vec<bool> = (0..texts.len()).map(|text| text >= samples[0].len()).collect();
    let mut model = Model::new(&features);
    let scores = model.scores(&labels);
    let area = mean_area(&scores, &labels);
    let change = if area > 0.5 { most_telling(&features, &labels) } else { None };
    let ranks = ranks(&scores, &labels);
    let p = p_value(&mut model, &mut labels, area, seed);
    let values = Values::Line(ranks.map(Line::from));
    let table = Table::of(&values, ColumnType::Numeric, &ColumnRules::default());
    let outcome = Outcome { statistic: area, p_value: Some(p) };
    Some(Aspect {
        change,
        ..described(AspectName::Classifier, "classifier", outcome, &values, &table, policy)
    })
}

/// Which fold a text is in: the texts of both sides come in random order, so they are dealt out in turn.
fn fold(text: usize) -> usize {
    text % FOLDS
}

/// Counts of texts with each feature, by fold and side.
struct Model<'a> {
    features: &'a Features<'a>,
    counts: Vec<[[u32; 2]; FOLDS]>,
    weights: Vec<[f64; FOLDS]>,
    /// ln(k + 1/2).
    logs: Vec<f64>,
}

impl<'a> Model<'a> {
    fn new(features: &'a Features<'a>) -> Self {
        Self {
            features,
            counts: Vec::new(),
            weights: Vec::new(),
            logs: (0..=features.texts.len()).map(|k| libm::log(k as f64 + 0.5)).collect(),
        }
    }

    /// The score of each text by what was learned from the other folds: the sum, over its features, of the log odds of the feature under current
    /// against reference, with half a text added to every count.
    fn scores(&mut self, labels: &[bool]) -> Vec<f64> {
        self.learn(labels);
        let score = |(text, features): (usize, &Vec<u32>)| {
            features.iter().map(|&feature| self.weights[feature as usize][fold(text)]).sum()
        };
        self.features.texts.iter().enumerate().map(score).collect()
    }

    fn learn(&mut self, labels: &[bool]) {
        self.counts.clear();
        self.counts.resize(self.features.names.len(), [[0; 2]; FOLDS]);
        let mut sizes = [[0; 2]; FOLDS];
        for (text, features) in self.features.texts.iter().enumerate() {
            let (fold, side) = (fold(text), usize::from(labels[text]));
            sizes[fold][side] += 1;
            for &feature in features {
                self.counts[feature as usize][fold][side] += 1;
            }
        }
        let outside = |counts: &[[u32; 2]; FOLDS], fold: usize, side: usize| -> usize {
            counts.iter().enumerate().filter(|(other, _)| *other != fold).map(|(_, c)| c[side] as usize).sum()
        };
        let log_odds = |counts: &[[u32; 2]; FOLDS], fold| {
            self.logs[outside(counts, fold, 1)] - self.logs[outside(counts, fold, 0)]
        };
        let mut base = [0.0; FOLDS];
        (0..FOLDS).for_each(|fold| base[fold] = log_odds(&sizes, fold));
        self.weights.clear();
        self.weights.extend(self.counts.iter().map(|counts| {
            let mut weights = [0.0; FOLDS];
            (0..FOLDS).for_each(|fold| weights[fold] = log_odds(counts, fold) - base[fold]);
            weights
        }));
    }
}

/// The texts of a fold by score, ascending, each with its midrank from 1.
fn midranks(scores: &[f64], fold_number: usize) -> Vec<(usize, f64)> {
    let mut order: Vec<usize> = (fold_number..scores.len()).step_by(FOLDS).collect();
    order.sort_unstable_by(|a, b| scores[*a].total_cmp(&scores[*b]));
    let mut ranked = Vec::with_capacity(order.len());
    #[expect(clippy::float_cmp, reason = "only equal scores are tied")]
    for tied in order.chunk_by(|a, b| scores[*a] == scores[*b]) {
        let midrank = ranked.len() as f64 + f64::midpoint(1.0, tied.len() as f64);
        ranked.extend(tied.iter().map(|&text| (text, midrank)));
    }
    ranked
}

/// The area under the ROC curve of each fold, averaged.
fn mean_area(scores: &[f64], labels: &[bool]) -> f64 {
    let area = |fold: usize| {
        let ranked = midranks(scores, fold);
        let current: Vec<f64> =
            ranked.iter().filter(|(text, _)| labels[*text]).map(|(_, rank)| *rank).collect();
        let (m, n) = (current.len() as f64, (ranked.len() - current.len()) as f64);
        (current.iter().sum::<f64>() - m * (m + 1.0) / 2.0) / (m * n)
    };
    (0..FOLDS).map(area).sum::<f64>() / FOLDS as f64
}

/// The scores of each side as percentages of their fold, because each fold's model has a scale of its own.
fn ranks(scores: &[f64], labels: &[bool]) -> [Distribution; 2] {
    let mut sides = [Vec::new(), Vec::new()];
    for fold in 0..FOLDS {
        let ranked = midranks(scores, fold);
        let all = ranked.len() as f64;
        for (text, rank) in ranked {
            sides[usize::from(labels[text])].push(100.0 * (rank - 0.5) / all);
        }
    }
    sides.map(Distribution::from_values)
}

/// The share of dealings at least as good as the real one, or its estimate where they are few. The labels are left in disorder.
fn p_value(model: &mut Model<'_>, labels: &mut [bool], area: f64, seed: u64) -> f64 {
    let mut random = Pcg32::seed_from_u64(seed);
    let mut drawn = Vec::with_capacity(DRAWS as usize);
    let mut hits = 0;
    while drawn.len() < DRAWS as usize {
        (0..FOLDS).for_each(|fold| shuffle(labels, fold, &mut random));
        let value = mean_area(&model.scores(labels), labels);
        drawn.push(value);
        hits += u32::from(value >= area - EQUAL);
        if hits == ENOUGH {
            return f64::from(ENOUGH) / drawn.len() as f64;
        }
    }
    let counted = f64::from(hits + 1) / f64::from(DRAWS + 1);
    if hits < FEW { normal_tail(&drawn, area).unwrap_or(counted) } else { counted }
}

/// The normal distribution of the drawn areas beyond the real one: they are means of many ranks.
fn normal_tail(drawn: &[f64], area: f64) -> Option<f64> {
    let count = drawn.len() as f64;
    let mean = drawn.iter().sum::<f64>() / count;
    let variance = drawn.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
    (variance > 0.0).then(|| libm::erfc((area - mean) / (2.0 * variance).sqrt()) / 2.0)
}

/// Fisher and Yates' shuffle within a fold, so that its balance of sides stays.
fn shuffle(labels: &mut [bool], fold: usize, random: &mut Pcg32) {
    let size = (labels.len() - fold).div_ceil(FOLDS);
    for last in (1..size).rev() {
        let other = ((u64::from(random.next_u32()) * (last as u64 + 1)) >> 32) as usize;
        labels.swap(fold + last * FOLDS, fold + other * FOLDS);
    }
}

/// The feature whose presence separates the sides best by the PSI: `"refund" in 2.1 % -> 14.3 % of texts`.
fn most_telling(features: &Features<'_>, labels: &[bool]) -> Option<String> {
    let mut counts = vec![[0_u32; 2]; features.names.len()];
    let mut sizes = [0_u32; 2];
    for (own, label) in features.texts.iter().zip(labels) {
        sizes[usize::from(*label)] += 1;
        for &feature in own {
            counts[feature as usize][usize::from(*label)] += 1;
        }
    }
    let share =
        |counts: [u32; 2], side: usize| (f64::from(counts[side]) + 0.5) / (f64::from(sizes[side]) + 1.0);
    let index = |counts: [u32; 2]| {
        let (p, q) = (share(counts, 0), share(counts, 1));
        (p - q) * (libm::log(p / q) - libm::log((1.0 - p) / (1.0 - q)))
    };
    let strongest = (0..counts.len())
        .reduce(|best, feature| if index(counts[feature]) > index(counts[best]) { feature } else { best })?;
    let percent = |side: usize| label::percent(f64::from(counts[strongest][side]) / f64::from(sizes[side]));
    let (kind, text) = match features.names[strongest] {
        Feature::Word(word) => ("the word ", word),
        Feature::Letters(letters) => ("", letters),
    };
    Some(format!("{kind}\"{text}\" in {} -> {} of texts", percent(0), percent(1)))
}
