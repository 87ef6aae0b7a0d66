//! Options that hold for every column, or for some: `VALUE` or `COLUMN=VALUE`.

use std::str::FromStr;

/// `VALUE`, or `COLUMN=VALUE` where the column is a name or a pattern.
#[derive(Debug, Clone)]
pub(crate) struct Assignment<T> {
    pub(crate) columns: Option<String>,
    pub(crate) value: T,
}

/// An option whose value has its own way of being read and its own complaint.
pub(crate) trait Value: Sized {
    fn read(text: &str) -> Result<Self, String>;
}

impl<T: Value> FromStr for Assignment<T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // From the right, because a column's name may hold the sign and a value does not.
        match text.rsplit_once('=') {
            Some(("", _)) => Err("the column before = is empty".to_owned()),
            Some((columns, value)) => Ok(Self { columns: Some(columns.to_owned()), value: T::read(value)? }),
            None => Ok(Self { columns: None, value: T::read(text)? }),
        }
    }
}

impl Value for f64 {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("\"{text}\" is not a number"))
    }
}

impl Value for u32 {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("\"{text}\" is not a whole number"))
    }
}

impl Value for driftglass_core::policy::Binning {
    fn read(text: &str) -> Result<Self, String> {
        one_of("binning", text, &[Self::Quantile, Self::EqualWidth], |binning| match binning {
            Self::Quantile => "quantile",
            Self::EqualWidth => "equal_width",
        })
    }
}

impl Value for usize {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("\"{text}\" is not a whole number"))
    }
}

impl Value for driftglass_core::Method {
    fn read(text: &str) -> Result<Self, String> {
        one_of("method", text, Self::ALL, Self::id)
    }
}

impl Value for driftglass_core::ColumnType {
    fn read(text: &str) -> Result<Self, String> {
        one_of("type", text, &Self::ALL, Self::name)
    }
}

fn one_of<T: Copy>(what: &str, text: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Result<T, String> {
    all.iter().copied().find(|item| name(*item) == text).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|item| name(*item)).collect();
        format!("no {what} is called \"{text}\"; use one of {}", names.join(", "))
    })
}
