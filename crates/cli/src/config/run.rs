//! What a run does beside comparing.

use crate::gate::FailOn;
use driftglass_core::series::Length;
use driftglass_core::windows::{Learn, Reference, Season, WindowSettings};
use serde::Deserialize;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// What a run does beside comparing.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Run {
    /// How much drift stops a check: any, dataset, severe, share>=X or columns>=N.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(crate) fail_on: Option<FailOn>,
    /// List so many columns and no more, the first ones.
    pub(crate) top: Option<NonZeroUsize>,
    /// Where to write the report; the end of a name picks the format.
    pub(crate) outputs: Vec<PathBuf>,
    /// The history that a run is appended to.
    pub(crate) history: Option<PathBuf>,
    /// What the current data must be like.
    pub(crate) schema: Option<PathBuf>,
    /// How much each column matters to the model.
    pub(crate) importance: Option<PathBuf>,
    /// The step from window to window: 1h, 1d, 7d, 1000rows.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(crate) every: Option<Length>,
    /// How much a window holds; without every the last window alone is compared.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(crate) window: Option<Length>,
    /// What windows are compared with: fixed, first:N, previous, rolling:30d or expanding.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(crate) reference: Option<Reference>,
    /// Compare like with like: day or week.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(crate) season: Option<Season>,
    /// How the effect from which a change matters is learned: mean+3sd or q0.99.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(crate) learn: Option<Learn>,
    /// The zone in which days begin: Europe/Berlin, or +01:00.
    pub(crate) zone: Option<String>,
}

impl Run {
    /// The same, with paths that start from a folder.
    pub(super) fn within(self, folder: &Path) -> Self {
        let place = |path: PathBuf| if path == Path::new("-") { path } else { folder.join(path) };
        Self {
            outputs: self.outputs.into_iter().map(place).collect(),
            history: self.history.map(place),
            schema: self.schema.map(place),
            importance: self.importance.map(place),
            ..self
        }
    }

    /// What it says of windows.
    pub(crate) fn windows(&self) -> WindowSettings {
        let Self { every, window, reference, season, learn, .. } = *self;
        WindowSettings { every, window, reference, season, learn, zone: self.zone.clone() }
    }

    /// What this says, and what the other says where this says nothing.
    pub(crate) fn over(self, under: Self) -> Self {
        let WindowSettings { every, window, reference, season, learn, zone } =
            self.windows().over(under.windows());
        Self {
            fail_on: self.fail_on.or(under.fail_on),
            top: self.top.or(under.top),
            outputs: if self.outputs.is_empty() { under.outputs } else { self.outputs },
            history: self.history.or(under.history),
            schema: self.schema.or(under.schema),
            importance: self.importance.or(under.importance),
            every,
            window,
            reference,
            season,
            learn,
            zone,
        }
    }
}
