//! Simulates the calibration and writes its page: `calibrate docs/calibration.md`.

#![expect(clippy::print_stdout, reason = "a simulation of minutes says how far it is")]

use driftglass_tests::calibration::{CASES, Design, FalseAlarms, Page, Shape, departures};
use std::process::ExitCode;
use std::time::Instant;

/// Rows of the reference, and how often the other presets are tried beside the default one.
const REFERENCES: [(usize, u64); 3] = [(5000, REPEATS), (1000, 200), (200, 200)];
const SIZES: [usize; 7] = [50, 100, 200, 500, 1000, 2000, 5000];
const REPEATS: u64 = 2000;

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
    let page = Page { false_alarms, power };
    if let Err(error) = std::fs::write(&path, page.to_string()) {
        eprintln!("error: {}: {error}", path.display());
        return ExitCode::from(2);
    }
    let found: Vec<_> =
        page.false_alarms.iter().flat_map(|(design, counts)| departures(design, counts)).collect();
    for departure in &found {
        eprintln!("error: {departure}");
    }
    if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
