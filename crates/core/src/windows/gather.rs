//! The profiles that windows are compared by: one column at a time, so that columns are the pieces of work, and a reference that grows is
//! added to and not made anew.

use super::frame::Choice;
use crate::series::{Series, Step, merged};
use crate::{Memory, Profile};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The memory of one column on either side of a window: some 16 000 distinct numbers, so that a window takes about as long against a year
/// as against a day. Of more, a reference is rounded, which moves a share of rows by less than one in 10 000.
const COMPARED: Memory = Memory::bytes(1 << 19);

/// One column of all steps of a series, or of several: each is unpacked once.
pub(super) struct ColumnSteps(BTreeMap<Step, Vec<Arc<Profile>>>);

impl ColumnSteps {
    pub(super) fn of(name: &str, series: &Series) -> Self {
        let steps = series.steps().iter();
        Self(steps.map(|(&step, profile)| (step, vec![Arc::new(profile.of_column(name))])).collect())
    }

    /// The steps of both.
    pub(super) fn and(mut self, other: &Self) -> Self {
        for (step, parts) in &other.0 {
            self.0.entry(*step).or_default().extend_from_slice(parts);
        }
        self
    }

    /// Each part with its step.
    pub(super) fn parts(&self) -> impl Iterator<Item = (Step, &Profile)> {
        self.0.iter().flat_map(|(&step, parts)| parts.iter().map(move |part| (step, &**part)))
    }

    /// The profile of the steps of a range that a choice holds.
    fn profile(&self, range: Range<Step>, holds: impl Fn(Step) -> bool) -> Profile {
        let steps = self.0.range(range.start..range.end.max(range.start)).filter(|(step, _)| holds(**step));
        merged(steps.flat_map(|(_, parts)| parts).map(|part| Profile::clone(part))).within(COMPARED)
    }

    /// The profile of a range of steps.
    pub(super) fn range(&self, steps: &Range<Step>) -> Profile {
        self.profile(steps.clone(), |_| true)
    }
}

/// A data set's one column as windows are compared with it.
pub(super) fn column_of(profile: &Profile, name: &str) -> Profile {
    profile.of_column(name).within(COMPARED)
}

/// References that move, by the season's places that they hold.
#[derive(Default)]
pub(super) struct Moving(BTreeMap<Vec<i64>, (Choice, Profile)>);

impl Moving {
    /// The profile of a choice, from the last one of its kind where that is its beginning.
    pub(super) fn profile(&mut self, choice: &Choice, steps: &ColumnSteps) -> &Profile {
        let key: Vec<i64> = choice.phases.iter().copied().collect();
        let held = self
            .0
            .remove(&key)
            .filter(|(held, _)| held.steps.start == choice.steps.start && held.steps.end <= choice.steps.end);
        let profile = match held {
            Some((held, profile)) if held.steps.end == choice.steps.end => profile,
            Some((held, profile)) => {
                let more = steps.profile(held.steps.end..choice.steps.end, |step| choice.holds(step));
                profile.merge(more)
            }
            None => steps.profile(choice.steps.clone(), |step| choice.holds(step)),
        };
        &self.0.entry(key).or_insert((choice.clone(), profile)).1
    }
}
