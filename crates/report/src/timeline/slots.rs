//! Where windows stand along the line of time.

use super::words::start;
use crate::format::number::count;
use driftglass_core::Report;
use driftglass_core::report::Window;

/// A chart has no more points than this.
const POINTS: usize = 100;

/// So many labels along the line.
const LABELS: usize = 7;
/// What a label needs of the line, and a date in full.
const ROOM: f64 = 0.13;
const ROOM_OF_DATE: f64 = 0.22;

/// The line as equal slots, one for each window.
pub(crate) struct Slots {
    /// All slots.
    pub(crate) count: usize,
}

impl Slots {
    /// The slots of the report's windows. Nothing where there are not several: one window has no course.
    pub(crate) fn of(report: &Report) -> Option<Self> {
        report.timeline.as_ref()?;
        let count = report.windows.len();
        (count > 1).then_some(Self { count })
    }

    /// How many slots a point of a chart stands for: one, unless a chart would have more points than can be told apart.
    pub(crate) fn a_point(&self) -> usize {
        self.count.div_ceil(POINTS)
    }

    /// How far along the line a window begins, 0 to 1.
    pub(crate) fn share(&self, window: usize) -> f64 {
        window as f64 / self.count as f64
    }

    /// Some of the windows, each with where it begins in words: years, months, days or hours, whatever makes a few of them that do
    /// not run into each other.
    pub(crate) fn labels(&self, windows: &[Window]) -> Vec<(f64, String)> {
        let mut free = 0.0;
        let mut labels = self.evenly(windows);
        labels.retain(|(share, label)| {
            let is_free = *share >= free;
            if is_free {
                free = share + if label.len() < 10 { ROOM } else { ROOM_OF_DATE };
            }
            is_free
        });
        labels
    }

    fn evenly(&self, windows: &[Window]) -> Vec<(f64, String)> {
        let starts: Vec<String> = windows.iter().map(|window| start(&window.span.label)).collect();
        let at = |place: usize, label: String| (self.share(place), label);
        if !starts.iter().all(|start| is_dated(start)) {
            let row = |place: usize| {
                windows[place].span.from.get().map(|from| count((from as u64).saturating_add(1)))
            };
            let few = (0..windows.len()).step_by(windows.len().div_ceil(LABELS).max(1));
            return few.filter_map(|place| Some(at(place, row(place)?))).collect();
        }
        // How much of a date is said: the year, the month, the day or the time.
        for end in [4, 7, 10, 16] {
            let said = |place: usize| starts[place].get(..end).unwrap_or(&starts[place]);
            let is_new = |&place: &usize| match place.checked_sub(1) {
                Some(last) => said(place) != said(last),
                None => end >= 10,
            };
            let new: Vec<usize> = (0..starts.len()).filter(is_new).collect();
            if new.len() >= 3 || end == 16 {
                let few = new.iter().step_by(new.len().div_ceil(LABELS).max(1));
                let mut last = "";
                let label = |&place: &usize| {
                    // What the label before has said already goes without saying.
                    let (said, before) = (said(place), std::mem::replace(&mut last, &starts[place]));
                    let from = match end {
                        16 if said.get(..10) == before.get(..10) => 11,
                        10 | 16 if said.get(..4) == before.get(..4) => 5,
                        _ => 0,
                    };
                    at(place, said.get(from..).unwrap_or_default().to_owned())
                };
                return few.map(label).collect();
            }
        }
        Vec::new()
    }
}

/// Whether the text begins with a date, as `2017-06-14`.
fn is_dated(text: &str) -> bool {
    let is_it =
        |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() >= 10 && text.bytes().take(10).enumerate().all(is_it)
}
