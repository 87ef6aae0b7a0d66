//! What was read for the last comparison, so that other settings need no other reading.

use driftglass_core::Profile;
use driftglass_core::policy::Settings;
use driftglass_core::series::Cut;
use driftglass_core::windows::Plan;

use crate::over_time::Windowed;

/// What was read, and for what.
pub(crate) struct Kept {
    /// The files, by their number.
    pub(crate) id: u32,
    pub(crate) reading: Reading,
    pub(crate) data: Data,
}

/// What was read.
pub(crate) enum Data {
    /// Both sides, whole.
    Whole(Box<Sides>),
    /// Data that are cut into steps.
    Cut(Box<Windowed>),
}

/// The profiles of both sides.
pub(crate) struct Sides {
    pub(crate) reference: Profile,
    pub(crate) current: Profile,
    /// Bytes of the memories of those that helped to read.
    pub(crate) helped: u64,
}

/// What of the settings decides how files are read.
#[derive(Clone, PartialEq)]
pub(crate) struct Reading {
    missing: Option<Vec<String>>,
    columns: Vec<String>,
    exclude: Vec<String>,
    steps: Option<Steps>,
}

/// How data are cut, which is the same for many windows. Whether the reference file is cut too is for it to say.
#[derive(Clone, PartialEq)]
struct Steps {
    cut: Cut,
    needs_total: bool,
}

impl Reading {
    pub(crate) fn of(settings: &Settings, plan: Option<&Plan>) -> Self {
        let Settings { missing, columns, exclude, .. } = settings.clone();
        let steps = plan.map(|plan| Steps { cut: plan.cut(0), needs_total: plan.needs_total() });
        Self { missing, columns, exclude, steps }
    }
}
