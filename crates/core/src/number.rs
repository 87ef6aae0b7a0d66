//! Numbers as the report carries them: finite or null, with 12 significant digits.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// A number rounded to 12 significant digits when it is made, so that the binary and the page write the
/// same bytes and a report that was saved and opened again is the same report. A non-finite one is null.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Number(Option<f64>);

impl Number {
    /// The number, unless it is null.
    pub fn get(self) -> Option<f64> {
        self.0
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        if !value.is_finite() {
            return Self(None);
        }
        // The decimal route rounds correctly and alike everywhere; adding 0.0 turns -0 into 0.
        let rounded: f64 = format!("{value:.11e}").parse().unwrap_or(value);
        Self(Some(rounded + 0.0))
    }
}

impl From<Option<f64>> for Number {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self(None), Self::from)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<f64>::deserialize(deserializer).map(Self::from)
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["number", "null"], "description": "Finite or null, rounded to 12 significant digits." })
    }
}
