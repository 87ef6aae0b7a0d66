//! The comparison over time: windows of the data, one after the other.

use super::{Effect, LevelCount, Quantile, Status, Summary};
use crate::{Method, Number};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How the data were cut into windows, and when they changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Timeline {
    /// The column that says when a row was made; null where windows are so many rows each.
    pub column: Option<String>,
    /// The step from window to window as it was asked for: `1d`, `1000rows`.
    pub every: String,
    /// How much a window holds, as `every` where nobody asked for more.
    pub window: String,
    /// What windows are compared with, as it was asked for: `fixed`, `first:30`, `previous`, `rolling:30d` or `expanding`.
    pub reference: String,
    /// The time zone in which days begin; null is UTC.
    pub zone: Option<String>,
    /// What comes again and again, where windows were compared with their like: `day` or `week`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub season: Option<String>,
    /// How limits of effects were learned, where they were: `mean+3sd` or `q0.99`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learn: Option<String>,
    /// Rows that stand behind rows of a later window.
    pub late: u64,
    /// Rows without a time that can be read; they are in no window.
    pub undated: u64,
    /// The moments at which columns changed, the surest first.
    pub changes: Vec<ChangePoint>,
}

/// A moment at which a column changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChangePoint {
    /// The column.
    pub column: String,
    /// The first window after the change, by its place in the report's windows.
    pub window: u64,
    /// When the change was, as a window's `from`: where that window begins, or its last step where windows overlap.
    pub at: Number,
    /// The probability of a change as clear as this where windows have no order.
    pub p_value: Number,
    /// That p-value adjusted over the report's columns.
    pub q_value: Number,
}

/// A part of the data in time, or so many rows of it: from its lower bound up to its upper one, which it does not hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// The span in words: `2026-11-23`, `2026-11-23 06:00 to 07:00`, `rows 1 to 1000`.
    pub label: String,
    /// Seconds since 1970-01-01 UTC, or the place of the first row from 0.
    pub from: Number,
    /// Where the next span begins.
    pub to: Number,
    /// Rows.
    pub rows: u64,
}

/// One window and its comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Window {
    /// Where it is in the data.
    pub span: Span,
    /// What it was compared with; null where that is a file of its own, or nothing.
    pub reference: Option<Span>,
    /// Why the window was not compared.
    pub reason: Option<String>,
    /// The verdict on the window.
    pub summary: Summary,
    /// Its columns, in the order of the data.
    pub columns: Vec<WindowColumn>,
}

/// One column in one window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WindowColumn {
    /// The column's name.
    pub name: String,
    /// How much it changed.
    pub status: Status,
    /// Whether the policy calls it drifted.
    pub drifted: bool,
    /// The method that decided.
    pub primary: Option<Method>,
    /// That method's statistic.
    pub statistic: Number,
    /// The p-value that decided; null where a statistic did.
    pub p_value: Number,
    /// That p-value adjusted over the window.
    pub q_value: Number,
    /// What decided is held against: the p-value, the effect or the statistic.
    pub threshold: Number,
    /// Whether that is a limit of the effect which was learned from other windows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_learned: bool,
    /// How large the change is.
    pub effect: Option<Effect>,
    /// Rows without a value.
    pub missing: u64,
    /// Quantiles of the window's values, where they have an order.
    pub quantiles: Vec<Quantile>,
    /// The most frequent levels, most frequent first, where values have none.
    pub levels: Vec<LevelCount>,
}
