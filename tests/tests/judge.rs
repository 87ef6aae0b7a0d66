//! A report that is judged again says what a comparison under the new policy says.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use driftglass_core::policy::{Correction, Policy, PolicyError, Preset, Rule, Settings};
use driftglass_core::report::Status;
use driftglass_core::{Method, Profile, Report, choices, compare, judge};
use driftglass_tests::profile_of;
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use std::sync::LazyLock;

type Sides = [Profile; 2];

/// The bundled sample.
static ADULT: LazyLock<Sides> = LazyLock::new(|| {
    let read = |bytes: &[u8]| profile_of("adult.csv", bytes).unwrap();
    [
        read(include_bytes!("../../examples/adult/reference.csv")),
        read(include_bytes!("../../examples/adult/current.csv")),
    ]
});

/// Columns of every type, some that moved and some that did not; dates that overlap and dates that do not.
static EVERY_TYPE: LazyLock<Sides> = LazyLock::new(|| [every_type(300, 0), every_type(240, 1)]);

fn every_type(rows: usize, side: usize) -> Profile {
    let mut random = Pcg64::seed_from_u64(side as u64);
    let mut text = "moved,same,level,flag,note,same length,made,later,rare,constant,empty\n".to_owned();
    for row in 0..rows {
        let shift = if side == 1 { 0.4 } else { 0.0 };
        let words = 2 + random.random_range(0..4) + 2 * side;
        let note = (0..words).map(|_| ["red", "green", "blue", "grey"][random.random_range(0..4)]);
        let note = note.collect::<Vec<_>>().join(" ");
        let code = ["abcdef", "bcdefg", "cdefgh", "x-y-z-"][random.random_range(0..4 - side)];
        let missing = random.random_range(0..100) < 3 + 10 * side;
        let fields = [
            if missing { String::new() } else { format!("{:.3}", random.random::<f64>() + shift) },
            format!("{:.3}", random.random::<f64>()),
            ["a", "b", "c"][random.random_range(0..3 - side)].to_owned(),
            (random.random_range(0..10) < 4 + 2 * side).to_string(),
            note,
            format!("{code} {:04}", random.random_range(0..9999)),
            format!("2024-01-{:02}T{:02}:00:00", 1 + row % 28, random.random_range(8 * side..24)),
            format!("202{}-03-{:02}T{:02}:30:00", 4 + side, 1 + row % 28, random.random_range(0..24)),
            if random.random_range(0..100) < 2 { "rare".to_owned() } else { "usual".to_owned() },
            "one".to_owned(),
            String::new(),
        ];
        text.push_str(&fields.join(","));
        text.push('\n');
    }
    profile_of("data.csv", text.as_bytes()).unwrap()
}

fn compared(sides: &Sides, settings: &Settings) -> Result<Report, PolicyError> {
    // A report that was saved and opened again.
    let report = compare(&sides[0], &sides[1], &settings.policy()?)?;
    Ok(Report::from_json(&report.to_json()).unwrap())
}

/// What the report holds but pairs of columns, which it lists in part.
fn without_pairs(mut report: Report) -> Report {
    report.pairs = driftglass_core::report::PairCounts::default();
    report.associations.clear();
    report
}

fn alphas() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.05), Just(0.01), 1e-12..0.999, Just(0.1 + 0.2)]
}

fn limits() -> impl Strategy<Value = (Option<f64>, Option<f64>)> {
    let above = |moderate: f64| (Just(Some(moderate)), proptest::option::of(moderate..1.0));
    prop_oneof![Just((None, None)), (0.0..0.5).prop_flat_map(above)]
}

fn rule(names: Vec<String>) -> impl Strategy<Value = Rule> {
    let column = prop_oneof![8 => proptest::sample::select(names), 1 => Just("*".to_owned())];
    let method = proptest::option::weighted(0.25, proptest::sample::select(Method::ALL.to_vec()));
    let limits = prop_oneof![
        7 => Just((None, None, None)),
        3 => (0.0..0.5).prop_map(|threshold| (Some(threshold), None, None)),
        2 => (0.0..0.5, 0.0..=1.0).prop_map(|(fail, part)| (None, Some(fail), Some(fail * part))),
    ];
    (column, method, proptest::option::of(alphas()), limits).prop_map(
        |(column, method, alpha, (threshold, fail, warn))| {
            let mut rule = Rule::for_columns(column);
            (rule.method, rule.alpha) = (method, alpha);
            (rule.threshold, rule.fail, rule.warn) = (threshold, fail, warn);
            rule
        },
    )
}

/// Settings that need no data beyond a report of `preset`.
fn settings(preset: Preset, names: Vec<String>) -> impl Strategy<Value = Settings> {
    let correction = proptest::sample::select(vec![
        Correction::Bh,
        Correction::Holm,
        Correction::Bonferroni,
        Correction::None,
    ]);
    let rules = proptest::collection::vec(rule(names), 0..4);
    let correction = proptest::option::of(correction);
    let share = proptest::option::of(0.01..1.0);
    (proptest::option::of(alphas()), correction, share, limits(), rules).prop_map(
        move |(alpha, correction, drift_share, (moderate, severe), rules)| Settings {
            preset: Some(preset),
            alpha,
            correction,
            drift_share,
            moderate,
            severe: moderate.and(severe),
            rules,
            ..Settings::default()
        },
    )
}

fn presets() -> impl Strategy<Value = Preset> {
    proptest::sample::select(vec![Preset::Calibrated, Preset::Classic, Preset::Evidently])
}

fn pair(names: Vec<String>) -> impl Strategy<Value = (Settings, Settings)> {
    presets().prop_flat_map(move |preset| (settings(preset, names.clone()), settings(preset, names.clone())))
}

fn names(sides: &Sides) -> Vec<String> {
    sides[0].columns().map(|(name, _)| name.to_owned()).collect()
}

/// `None` where the first policy is no policy for the data, or the second asks for what only the data can say.
fn both_ways(sides: &Sides, before: &Settings, after: &Settings) -> Option<[Report; 2]> {
    let report = compared(sides, before).ok()?;
    let compared_anew = compared(sides, after);
    let judged = match after.policy().map(|policy| judge(&report, &policy)) {
        Ok(Err(PolicyError::NeedsData { .. })) | Err(_) => return None,
        Ok(judged) => judged,
    };
    match (judged, compared_anew) {
        (Ok(judged), Ok(anew)) => Some([without_pairs(judged), without_pairs(anew)]),
        (Err(judged), Err(anew)) => {
            assert_eq!(judged, anew);
            None
        }
        (judged, anew) => panic!("judged again: {:?}, compared anew: {:?}", judged.err(), anew.err()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn judging_again_is_comparing_again((before, after) in pair(names(&EVERY_TYPE))) {
        if let Some([judged, anew]) = both_ways(&EVERY_TYPE, &before, &after) {
            prop_assert_eq!(judged, anew);
        }
    }

    /// As the report itself offers it: a report without rules, and any of the methods that it can do without the data.
    #[test]
    fn whatever_is_offered_is_within_reach(
        preset in presets(),
        after in settings(Preset::Calibrated, Vec::from(["age".to_owned()])),
        picks in proptest::collection::vec((any::<proptest::sample::Index>(), any::<proptest::sample::Index>()), 0..3),
    ) {
        for sides in [&*ADULT, &*EVERY_TYPE] {
            let before = Settings { preset: Some(preset), ..Settings::default() };
            let report = compared(sides, &before).unwrap();
            let rules = picks.iter().filter_map(|(column, method)| {
                let column = column.get(&report.columns);
                let offered = choices(&report, column);
                let method = if offered.is_empty() { None } else { Some(*method.get(&offered)) };
                let mut rule = Rule::for_columns(&column.name);
                rule.method = Some(method?);
                Some(rule)
            });
            let after = Settings { preset: Some(preset), rules: rules.collect(), ..after.clone() };
            let [judged, anew] = both_ways(sides, &before, &after).expect("what is offered is within reach");
            prop_assert_eq!(judged, anew);
        }
    }
}

#[test]
fn a_report_under_its_own_policy_is_the_same_report() {
    for preset in [Preset::Calibrated, Preset::Classic, Preset::Evidently] {
        for sides in [&*ADULT, &*EVERY_TYPE] {
            let settings = Settings { preset: Some(preset), ..Settings::default() };
            let report = compared(sides, &settings).unwrap();
            assert_eq!(judge(&report, &settings.policy().unwrap()).unwrap(), report);
        }
    }
}

#[test]
fn a_threshold_and_a_method_change_the_verdict_on_a_text_and_back() {
    let report = compared(&EVERY_TYPE, &Settings::default()).unwrap();
    let column =
        |report: &Report| report.columns.iter().find(|column| column.name == "note").unwrap().clone();
    assert!(!column(&report).aspects.is_empty());
    let mut rule = Rule::for_columns("note");
    rule.threshold = Some(1000.0);
    let lenient = Settings { rules: vec![rule], ..Settings::default() }.policy().unwrap();
    let judged = judge(&report, &lenient).unwrap();
    assert_eq!((column(&judged).status, column(&judged).aspects.len()), (Status::Stable, 0));
    // What was left out cannot be had back from the report alone.
    let error = judge(&judged, &Policy::default()).unwrap_err();
    assert!(matches!(error, PolicyError::NeedsData { column: Some(_), .. }), "{error}");
    assert_eq!(judge(&report, &Policy::default()).unwrap(), report);
}

#[test]
fn what_needs_the_data_is_refused() {
    let report = compared(&ADULT, &Settings::default()).unwrap();
    let refused = |settings: Settings| judge(&report, &settings.policy().unwrap()).unwrap_err().to_string();
    let ruled = |set: &dyn Fn(&mut Rule)| {
        let mut rule = Rule::for_columns("age");
        set(&mut rule);
        refused(Settings { rules: vec![rule], ..Settings::default() })
    };
    assert!(refused(Settings { preset: Some(Preset::Classic), ..Settings::default() }).contains("preset"));
    assert!(refused(Settings { seed: Some(1), ..Settings::default() }).contains("seed"));
    assert!(refused(Settings { exclude: vec!["age".to_owned()], ..Settings::default() }).contains("columns"));
    assert!(ruled(&|rule| rule.bins = Some(5)).contains("\"age\""));
    assert!(ruled(&|rule| rule.method = Some(Method::ChiSquare)).contains("chi_square does not apply"));
    assert!(ruled(&|rule| rule.method = Some(Method::WassersteinFloored)).contains("needs the data"));
}
