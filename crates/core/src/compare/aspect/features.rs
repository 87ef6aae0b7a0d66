//! Texts as sets of numbered features, for the classifier.

use super::words::words;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Features at the most, the ones that most texts have.
const MOST: usize = 4096;

/// Features of one text at the most, the first ones, so that no text costs more than its share.
const MOST_OF_A_TEXT: usize = 256;

/// Characters of a text that are read.
const READ: usize = 4000;

/// Where texts have fewer words than this on average (codes, or a script without spaces), runs of three characters are features too.
const FEW_WORDS: usize = 8;

/// A word, or three characters in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Feature<'a> {
    Word(&'a str),
    Letters(&'a str),
}

/// The features of all texts. Which there are does not depend on the side that a text is on.
pub(super) struct Features<'a> {
    /// The features, the most frequent first.
    pub(super) names: Vec<Feature<'a>>,
    /// The features of each text by their number, ascending.
    pub(super) texts: Vec<Vec<u32>>,
}

/// The part of each text that is read, in lower case.
pub(super) fn lower(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| text.chars().take(READ).collect::<String>().to_lowercase()).collect()
}

impl<'a> Features<'a> {
    /// The features of texts in lower case that at least two of them have.
    pub(super) fn of(texts: &'a [String]) -> Self {
        let counted: usize = texts.iter().map(|text| words(text).take(MOST_OF_A_TEXT).count()).sum();
        let with_letters = counted < FEW_WORDS * texts.len();
        let mut ids: HashMap<Feature<'a>, u32, FixedState> = HashMap::default();
        let mut counts: Vec<(u32, Feature<'a>)> = Vec::new();
        let mut raw: Vec<Vec<u32>> = Vec::with_capacity(texts.len());
        for text in texts {
            let letters = threes(text).take(if with_letters { MOST_OF_A_TEXT } else { 0 });
            let all =
                words(text).map(Feature::Word).take(MOST_OF_A_TEXT).chain(letters.map(Feature::Letters));
            let mut own: Vec<u32> = all
                .map(|feature| {
                    *ids.entry(feature).or_insert_with(|| {
                        counts.push((0, feature));
                        counts.len() as u32 - 1
                    })
                })
                .collect();
            own.sort_unstable();
            own.dedup();
            for &id in &own {
                counts[id as usize].0 += 1;
            }
            raw.push(own);
        }
        let mut order: Vec<usize> = (0..counts.len()).filter(|&id| counts[id].0 > 1).collect();
        // By frequency, then by the feature itself: numbers given in passing must not decide.
        order.sort_unstable_by_key(|&id| (std::cmp::Reverse(counts[id].0), counts[id].1));
        order.truncate(MOST);
        let mut number = vec![None; counts.len()];
        order.iter().zip(0_u32..).for_each(|(&id, rank)| number[id] = Some(rank));
        let renumber = |own: Vec<u32>| {
            let mut own: Vec<u32> = own.into_iter().filter_map(|id| number[id as usize]).collect();
            own.sort_unstable();
            own
        };
        Self {
            names: order.into_iter().map(|id| counts[id].1).collect(),
            texts: raw.into_iter().map(renumber).collect(),
        }
    }
}

/// Every three characters in a row.
fn threes(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.char_indices().map(|(start, _)| start);
    let ends = text.char_indices().map(|(start, c)| start + c.len_utf8()).skip(2);
    starts.zip(ends).map(|(start, end)| &text[start..end])
}
