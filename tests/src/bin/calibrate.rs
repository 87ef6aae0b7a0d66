//! Simulates the calibration and writes its page: `calibrate docs/calibration.md`.

#![expect(clippy::print_stdout, reason = "a simulation of minutes says how far it is")]

use driftglass_tests::calibration::{
    CASES, Columns, DAYS, Design, FalseAlarms, OverTime, Page, Shape, TURNS, Unchanging, Windows, alarms,
    departures,
};
use std::process::ExitCode;
use std::time::Instant;

/// Rows of the reference, and how often the other presets are tried beside the default one.
const REFERENCES: [(usize, u64); 3] = [(5000, REPEATS), (1000, 200), (200, 200)];
const SIZES: [usize; 7] = [50, 100, 200, 500, 1000, 2000, 5000];
const REPEATS: u64 = 2000;

/// How often reports of windows are made, which take longer.
const REPEATS_OVER_TIME: u64 = 1000;
const KINDS: &[Shape] =
    &[Shape::Normal, Shape::Levels(20), Shape::Integers, Shape::Missing, Shape::RareBernoulli];
const COLUMNS: [Columns; 7] = [
    Columns { number: 1, shapes: &[Shape::Normal] },
    Columns { number: 1, shapes: &[Shape::Levels(20)] },
    Columns { number: 1, shapes: &[Shape::RareBernoulli] },
    Columns { number: 1, shapes: &[Shape::Missing] },
    Columns { number: 10, shapes: &[Shape::Normal] },
    Columns { number: 10, shapes: &[Shape::Levels(20)] },
    Columns { number: 30, shapes: KINDS },
];
const WINDOWS: [Windows; 5] = [
    Windows { number: 12, rows: 30 },
    Windows { number: 12, rows: 200 },
    Windows { number: 30, rows: 30 },
    Windows { number: 30, rows: 200 },
    Windows { number: 90, rows: 30 },
];

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("error: no file to write\nhint: calibrate docs/calibration.md");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let mut false_alarms = Vec::new();
    for (reference, repeats_of_others) in REFERENCES {
        // In the smallest samples 500 levels look like free text.
        let shapes = Shape::ALL.into_iter().filter(|shape| reference > 500 || *shape != Shape::Levels(500));
        let design = Design {
            shapes: shapes.collect(),
            reference,
            sizes: SIZES.to_vec(),
            repeats: REPEATS,
            repeats_of_others,
        };
        let counts = FalseAlarms::simulate(&design);
        println!("no drift, reference of {reference} rows: {:.0} s", start.elapsed().as_secs_f64());
        false_alarms.push((design, counts));
    }
    let power: Vec<_> = (0..).zip(CASES).map(|(number, case)| case.simulate(number, REPEATS)).collect();
    println!("drift: {:.0} s", start.elapsed().as_secs_f64());
    let over_time = over_time();
    println!("over time: {:.0} s", start.elapsed().as_secs_f64());
    let page = Page { false_alarms, power, over_time };
    if let Err(error) = std::fs::write(&path, page.to_string()) {
        eprintln!("error: {}: {error}", path.display());
        return ExitCode::from(2);
    }
    let mut found: Vec<_> =
        page.false_alarms.iter().flat_map(|(design, counts)| departures(design, counts)).collect();
    found.extend(alarms(&page.over_time.unchanging, &page.over_time.changed));
    for departure in &found {
        eprintln!("error: {departure}");
    }
    if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn over_time() -> OverTime {
    let unchanging =
        Unchanging { columns: COLUMNS.to_vec(), windows: WINDOWS.to_vec(), repeats: REPEATS_OVER_TIME };
    OverTime {
        changed: unchanging.simulate(),
        unchanging,
        dated: (0..).zip(TURNS).map(|(number, turn)| turn.simulate(number, REPEATS_OVER_TIME / 4)).collect(),
        days: DAYS
            .iter()
            .map(|days| (days.judge(REPEATS_OVER_TIME / 2), days.changes(REPEATS_OVER_TIME)))
            .collect(),
    }
}
