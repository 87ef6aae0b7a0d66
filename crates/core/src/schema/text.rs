//! A schema as a person would write it.

use super::{ColumnSchema, Schema};
use crate::ColumnType;
use crate::policy::TomlText;

const HEADER: &str = "\
# What data must be like before drift is judged: `driftglass check … --schema` stops where it is not.
# Learned from data; edit it to what you know of them. Each line may be left out.
#
# [rows]         min and max: how many rows
# other_columns  whether columns that are not listed may be there
# [[column]]     name, and of it
#   required     whether it must be there
#   type         numeric, datetime, boolean: every value is one; categorical, text: any value is one
#   min, max     the least and greatest number
#   levels       the values that are allowed
#   missing      the greatest share of rows without a value, 0 to 1
#   unique       whether no value may occur twice

";

impl Schema {
    /// The schema as a file to edit.
    pub fn to_toml(&self) -> String {
        let mut file = TomlText::after(HEADER);
        file.field("other_columns", Some(self.other_columns));
        file.line("\n[rows]");
        file.field("min", self.rows.min);
        file.field("max", self.rows.max);
        for column in &self.columns {
            file.line("\n[[column]]");
            column.write(&mut file);
        }
        file.finish()
    }
}

impl ColumnSchema {
    fn write(&self, file: &mut TomlText) {
        file.field("name", Some(self.name.as_str()));
        file.field("required", (!self.required).then_some(false));
        file.field("type", self.kind.map(ColumnType::name));
        file.field("min", self.min);
        file.field("max", self.max);
        file.field("levels", self.levels.as_ref());
        file.field("missing", self.missing);
        file.field("unique", self.unique.then_some(true));
    }
}
