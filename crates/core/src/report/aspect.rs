//! One aspect of a column whose values have several: a text has a length and words, an instant an hour and a weekday.

use super::{Effect, Histogram};
use crate::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! aspects {
    ($($variant:ident = $title:literal;)*) => {
        /// What of the values an aspect looks at.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum AspectName {
            $(#[doc = $title] $variant,)*
        }

        impl AspectName {
            /// What a reader calls it.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

aspects! {
    Time = "Distribution in time";
    Hour = "Hour of day (UTC)";
    Weekday = "Day of week (UTC)";
    Length = "Length in characters";
    Words = "Number of words";
    Letters = "Letters A to Z, % of characters";
    Digits = "Digits, % of characters";
    Spaces = "Spaces, % of characters";
    Punctuation = "Punctuation, % of characters";
    Other = "Other characters, % of characters";
    UnseenWords = "Words unseen in the reference, % of words";
    Classifier = "Told apart by a classifier";
}

/// The comparison of one aspect of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Aspect {
    /// What of the values it looks at.
    pub name: AspectName,
    /// The same in words.
    pub title: String,
    /// The id of the method, or `classifier`.
    pub method: String,
    /// The method's statistic; for a classifier its cross-validated area under the ROC curve. Null where it was not tested.
    pub statistic: Number,
    /// Its p-value.
    pub p_value: Number,
    /// That p-value adjusted over the column's aspects, and not under the column's own adjusted p-value.
    pub q_value: Number,
    /// How large the change is.
    pub effect: Option<Effect>,
    /// The change in words, be it real or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
    /// The change in words, where it is real: `mean length 44.1 -> 61 characters`.
    pub moved: Option<String>,
    /// Counts to draw.
    pub histogram: Option<Histogram>,
    /// Whether the change is real and matters.
    pub drifted: bool,
    /// Why it was not tested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
