//! `driftglass demo`: the report of bundled real data, without any file at hand.

use crate::args::DemoArguments;
use crate::error::Result;
use crate::sources::Sources;
use driftglass_core::policy::Policy;
use driftglass_core::{MissingTokens, Sequential, compare};
use driftglass_data::{Input, ReadOptions, profile};
use std::process::ExitCode;

/// 1000 rows of the UCI Adult data (CC BY 4.0), and 500 others with every age multiplied by 1.2.
const REFERENCE: &[u8] = include_bytes!("../../../../examples/adult/reference.csv");
const CURRENT: &[u8] = include_bytes!("../../../../examples/adult/current.csv");

pub(super) fn run(arguments: &DemoArguments) -> Result<ExitCode> {
    let outputs = super::open(&arguments.outputs, &Sources::default())?;
    let read = |name, bytes: &'static [u8]| {
        profile(name, Input::stream(bytes), &ReadOptions::default(), MissingTokens::default(), &Sequential)
    };
    let report =
        compare(&read("reference.csv", REFERENCE)?, &read("current.csv", CURRENT)?, &Policy::default())?;
    super::write(outputs, &report, &[], arguments.is_static, false, &Sequential)?;
    Ok(ExitCode::SUCCESS)
}
