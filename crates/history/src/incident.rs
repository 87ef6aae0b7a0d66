//! Incidents: when drift was seen, and when it was over.

use crate::run::{Outcome, Run};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// A stretch of drifted runs. It opens with the first of them and is resolved by the first run after them that passed. A run without
/// a verdict, or of data that were not what their schema says, neither opens nor resolves one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Incident {
    /// The first drifted run.
    pub run: i64,
    /// When it began.
    pub detected_at: Timestamp,
    /// How many runs drifted.
    pub runs: u64,
    /// The least time in the data of the first drifted run, where that is known.
    pub data_from: Option<Timestamp>,
    /// The run that passed; none while the incident lasts.
    pub resolved: Option<Ending>,
}

/// The run that ended an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ending {
    /// Its number.
    pub run: i64,
    /// When it began.
    pub at: Timestamp,
}

impl Incident {
    /// Whether it began before a moment and was not over before it.
    pub(crate) fn lasts_at(&self, moment: Timestamp) -> bool {
        self.detected_at < moment && self.resolved.as_ref().is_none_or(|end| end.at >= moment)
    }

    /// From the least time in the first data that drifted to the run that said so.
    pub fn detection(&self) -> Option<SignedDuration> {
        Some(self.detected_at.duration_since(self.data_from?))
    }

    /// From the run that said so to the run that passed.
    pub fn resolution(&self) -> Option<SignedDuration> {
        Some(self.resolved.as_ref()?.at.duration_since(self.detected_at))
    }
}

/// The incidents of runs that are in the order in which they began.
pub fn incidents(runs: &[Run]) -> Vec<Incident> {
    let mut incidents: Vec<Incident> = Vec::new();
    for run in runs {
        let open = incidents.last_mut().filter(|incident| incident.resolved.is_none());
        match (run.outcome, open) {
            (Outcome::Drifted, Some(incident)) => incident.runs += 1,
            (Outcome::Drifted, None) => incidents.push(Incident {
                run: run.id,
                detected_at: run.at,
                runs: 1,
                data_from: run.data_from,
                resolved: None,
            }),
            (Outcome::Passed, Some(incident)) => {
                incident.resolved = Some(Ending { run: run.id, at: run.at });
            }
            (Outcome::Passed, None) | (Outcome::Invalid | Outcome::Untested, _) => {}
        }
    }
    incidents
}

/// Means over the incidents of which the time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Means {
    /// Mean time to detection.
    pub detection: Option<SignedDuration>,
    /// Mean time to resolution.
    pub resolution: Option<SignedDuration>,
}

impl Means {
    /// The means of some incidents.
    pub fn of(incidents: &[Incident]) -> Self {
        Self {
            detection: mean(incidents.iter().filter_map(Incident::detection)),
            resolution: mean(incidents.iter().filter_map(Incident::resolution)),
        }
    }
}

fn mean(durations: impl Iterator<Item = SignedDuration>) -> Option<SignedDuration> {
    let (count, sum) = durations
        .fold((0, SignedDuration::ZERO), |(count, sum), duration| (count + 1, sum.saturating_add(duration)));
    sum.checked_div(count)
}
