//! Which columns are seen, and in which order.

use driftglass_core::report::{ColumnReport, Report, Status};
use driftglass_core::{ColumnType, Number, order};
use std::cmp::Ordering;

/// The order of the columns.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Sort {
    #[default]
    Strength,
    Name,
    Type,
    PValue,
    Effect,
    Missing,
    Data,
}

impl Sort {
    pub(crate) const ALL: [Self; 7] =
        [Self::Strength, Self::Name, Self::Type, Self::PValue, Self::Effect, Self::Missing, Self::Data];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Strength => "strength of change",
            Self::Name => "name",
            Self::Type => "type",
            Self::PValue => "p-value",
            Self::Effect => "effect",
            Self::Missing => "missing values",
            Self::Data => "order in the data",
        }
    }

    /// The order of this title; that of the report where there is none.
    pub(crate) fn titled(title: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.title() == title).unwrap_or_default()
    }

    fn compare(self, a: &ColumnReport, b: &ColumnReport) -> Ordering {
        let largest = |of: fn(&ColumnReport) -> f64| of(b).total_cmp(&of(a));
        match self {
            // The report's own order.
            Self::Strength => Ordering::Equal,
            Self::Name => a.name.cmp(&b.name),
            Self::Type => a.kind.cmp(&b.kind),
            Self::PValue => known(a.p_value, 2.0).total_cmp(&known(b.p_value, 2.0)),
            Self::Effect => {
                largest(|column| column.effect.as_ref().map_or(-1.0, |effect| known(effect.value, -1.0)))
            }
            Self::Missing => largest(|column| column.missing.current as f64)
                .then_with(|| largest(|column| column.missing.reference as f64)),
            Self::Data => a.position.cmp(&b.position),
        }
    }
}

fn known(number: Number, unknown: f64) -> f64 {
    number.get().unwrap_or(unknown)
}

/// What the reader wants to see.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Selection {
    pub(crate) sort: Sort,
    pub(crate) name: String,
    /// These types alone; all where none is chosen.
    pub(crate) kinds: Vec<ColumnType>,
    /// These statuses alone; all where none is chosen.
    pub(crate) statuses: Vec<Status>,
}

impl Selection {
    /// Places in the report, in the order to show, and whether each is seen.
    pub(crate) fn of(&self, report: &Report) -> Vec<(usize, bool)> {
        let needle = lower(self.name.trim());
        let is_seen = |column: &ColumnReport| {
            (self.kinds.is_empty() || self.kinds.contains(&column.kind))
                && (self.statuses.is_empty() || self.statuses.contains(&column.status))
                && (needle.is_empty() || lower(&column.name).contains(&needle))
        };
        let columns = &report.columns;
        let order = order(columns.len(), &|a, b| self.sort.compare(&columns[a], &columns[b]));
        order.into_iter().map(|index| (index, is_seen(&report.columns[index]))).collect()
    }

    /// Chooses the status of this name, or lets it go.
    pub(crate) fn toggle_status(&mut self, name: &str) {
        toggle(&mut self.statuses, Status::ALL.into_iter().find(|status| status.name() == name));
    }

    /// Chooses the type of this name, or lets it go.
    pub(crate) fn toggle_kind(&mut self, name: &str) {
        toggle(&mut self.kinds, ColumnType::ALL.into_iter().find(|kind| kind.name() == name));
    }

    /// Whether nothing is filtered.
    pub(crate) fn is_everything(&self) -> bool {
        self.kinds.is_empty() && self.statuses.is_empty() && self.name.trim().is_empty()
    }
}

/// The text in lower case, by the browser: the tables for it would make the viewer larger.
fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// Puts the item into the list, or takes it out where it was there.
fn toggle<T: Copy + PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    let Some(item) = item else { return };
    match list.iter().position(|own| *own == item) {
        Some(place) => drop(list.remove(place)),
        None => list.push(item),
    }
}
