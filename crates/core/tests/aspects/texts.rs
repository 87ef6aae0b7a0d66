//! What changes in texts is found, and named.

use crate::data::{Random, aspect, compared, compared_under, english, german, names};
use driftglass_core::ColumnType;
use driftglass_core::policy::{Policy, Preset, Settings};
use driftglass_core::report::{AspectName, ColumnReport, Status};

fn remarks(seed: u64, count: usize) -> Vec<String> {
    let mut random = Random::new(seed);
    (0..count).map(|_| random.remark()).collect()
}

fn texts(seed: u64, count: usize, make: impl Fn(&mut Random) -> String) -> Vec<String> {
    let mut random = Random::new(seed);
    (0..count).map(|_| make(&mut random)).collect()
}

fn status(column: &ColumnReport) -> Status {
    assert_eq!(column.kind, ColumnType::Text);
    column.status
}

#[test]
fn the_same_language_is_stable() {
    let column = compared(&remarks(1, 600), &remarks(2, 400));
    assert_eq!(status(&column), Status::Stable);
    assert!(column.aspects.iter().all(|aspect| !aspect.drifted && aspect.moved.is_none()));
}

#[test]
fn another_language_is_severe() {
    let other = texts(2, 400, |random| {
        let words = 4 + random.below(9);
        random.text(words, german)
    });
    let column = compared(&remarks(1, 600), &other);
    assert_eq!(status(&column), Status::Severe);
    for name in [AspectName::Other, AspectName::UnseenWords, AspectName::Classifier] {
        assert!(aspect(&column, name).drifted, "{name:?}");
    }
    assert!(aspect(&column, AspectName::Classifier).statistic.get() > Some(0.99));
}

#[test]
fn longer_texts_are_severe() {
    let longer = texts(2, 400, |random| {
        let words = 8 + random.below(12);
        random.text(words, english)
    });
    let column = compared(&remarks(1, 600), &longer);
    assert_eq!(status(&column), Status::Severe);
    assert!(aspect(&column, AspectName::Length).drifted);
    let words = aspect(&column, AspectName::Words).moved.as_deref();
    assert_eq!(words, Some("words: mean 8.1 -> 13.4"));
}

/// A quarter of the texts mentions a word that the reference does not know; nothing else changed.
#[test]
fn a_new_topic_is_found_and_named() {
    let topic = texts(2, 400, |random| {
        let remark = random.remark();
        if random.below(4) == 0 { format!("{remark} chargeback") } else { remark }
    });
    let column = compared(&remarks(1, 600), &topic);
    assert!(status(&column) >= Status::Moderate && column.drifted);
    let classifier = aspect(&column, AspectName::Classifier);
    assert!(classifier.drifted);
    let moved = classifier.moved.as_deref().unwrap();
    assert!(moved.starts_with("the word \"chargeback\" in 0 % -> 2"), "{moved}");
}

#[test]
fn new_vocabulary_of_the_same_look_is_found() {
    let other = texts(2, 400, |random| {
        let words = 4 + random.below(9);
        random.text(words, |number| english(number + 7_000))
    });
    let column = compared(&remarks(1, 600), &other);
    assert_eq!(status(&column), Status::Severe);
    assert!(aspect(&column, AspectName::UnseenWords).drifted);
    assert!(column.moved.is_some());
}

/// Codes of one length: nothing to measure but how they are written.
#[test]
fn codes_of_another_make_are_found() {
    let codes = |seed, prefix: &'static str| {
        texts(seed, 300, move |random| {
            format!("{prefix} {:05} {:03}", random.below(100_000), random.below(1000))
        })
    };
    let policy = Settings { rules: vec![text_rule()], ..Settings::default() }.policy().unwrap();
    let same = compared_under(&policy, &codes(1, "AB"), &codes(2, "AB"));
    assert_eq!(status(&same), Status::Stable);
    assert!(!names(&same).contains(&AspectName::Length), "all are equally long");
    let other = compared_under(&policy, &codes(1, "AB"), &codes(2, "XY"));
    assert_eq!(status(&other), Status::Severe);
}

fn text_rule() -> driftglass_core::policy::Rule {
    let mut rule = driftglass_core::policy::Rule::for_columns("column");
    rule.kind = Some(ColumnType::Text);
    rule
}

#[test]
fn a_script_without_spaces_has_words() {
    let written = |seed, first: u32| {
        texts(seed, 200, move |random| {
            let letter = |k: usize| char::from_u32(first + k as u32).unwrap();
            let length = 10 + random.below(20);
            (0..length).map(|_| letter(random.below(300))).collect()
        })
    };
    assert_eq!(status(&compared(&written(1, 0x4e00), &written(2, 0x4e00))), Status::Stable);
    let other = compared(&written(1, 0x4e00), &written(2, 0x5e00));
    assert_eq!(status(&other), Status::Severe);
    assert!(aspect(&other, AspectName::UnseenWords).drifted);
}

#[test]
fn rows_in_another_order_and_another_run_give_the_same() {
    let (reference, current) = (remarks(1, 1500), remarks(2, 1200));
    let backwards: Vec<String> = reference.iter().rev().cloned().collect();
    assert_eq!(compared(&reference, &current), compared(&backwards, &current));
}

#[test]
fn the_textbook_preset_asks_of_length_alone() {
    let classic = Policy::of_preset(Preset::Classic);
    assert!(compared_under(&classic, &remarks(1, 300), &remarks(2, 300)).aspects.is_empty());
}
