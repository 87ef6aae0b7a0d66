//! What the columns of a Parquet file hold.

use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type as Physical};
use parquet::schema::types::{ColumnDescriptor, Type};

/// How the stored values of a column become cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Boolean,
    /// Whole numbers with a sign, of 8 to 64 bits.
    Signed,
    /// Whole numbers without one.
    Unsigned,
    Float,
    Double,
    /// A float in two bytes.
    Half,
    /// A whole number of that many decimals.
    Decimal {
        scale: i32,
    },
    /// Days since 1970.
    Date,
    /// A time of day in so many parts of a second.
    Clock {
        parts: i64,
    },
    /// Parts of a second since 1970 UTC.
    Instant {
        parts: i64,
    },
    /// Nanoseconds of a Julian day.
    Int96,
    Text,
    /// Sixteen bytes, written as hexadecimal digits.
    Uuid,
}

/// What a top-level field of the file is.
pub(super) enum Field {
    /// A column of values.
    Column(Kind),
    /// Something that is no column of a table, in words.
    SetAside(&'static str),
}

/// What a field is; `leaf` is its only column where it is no group.
pub(super) fn field(root: &Type, leaf: &ColumnDescriptor) -> Field {
    if root.is_group() {
        return Field::SetAside(match root.get_basic_info().converted_type() {
            ConvertedType::LIST => "lists",
            ConvertedType::MAP | ConvertedType::MAP_KEY_VALUE => "maps",
            _ => "structs",
        });
    }
    if leaf.max_rep_level() > 0 {
        return Field::SetAside("lists");
    }
    kind(leaf).map_or(Field::SetAside("binary values"), Field::Column)
}

fn kind(leaf: &ColumnDescriptor) -> Option<Kind> {
    let (logical, converted) = (leaf.logical_type_ref(), leaf.converted_type());
    if let Some(decimal) = decimal(leaf) {
        return Some(decimal);
    }
    Some(match leaf.physical_type() {
        Physical::BOOLEAN => Kind::Boolean,
        Physical::FLOAT => Kind::Float,
        Physical::DOUBLE => Kind::Double,
        Physical::INT96 => Kind::Int96,
        Physical::INT32 | Physical::INT64 => whole(logical, converted),
        // Without a mark they may still be strings: so say older writers.
        Physical::BYTE_ARRAY => match logical {
            None if converted == ConvertedType::BSON => return None,
            None
            | Some(LogicalType::String | LogicalType::Enum | LogicalType::Json | LogicalType::Unknown) => {
                Kind::Text
            }
            Some(_) => return None,
        },
        Physical::FIXED_LEN_BYTE_ARRAY => match logical {
            Some(LogicalType::Uuid) if leaf.type_length() == 16 => Kind::Uuid,
            Some(LogicalType::Float16) if leaf.type_length() == 2 => Kind::Half,
            _ => return None,
        },
    })
}

fn decimal(leaf: &ColumnDescriptor) -> Option<Kind> {
    let scale = match leaf.logical_type_ref() {
        Some(LogicalType::Decimal(decimal)) => decimal.scale,
        None if leaf.converted_type() == ConvertedType::DECIMAL => leaf.type_scale(),
        _ => return None,
    };
    let stored = leaf.physical_type();
    let fits = matches!(
        stored,
        Physical::INT32 | Physical::INT64 | Physical::BYTE_ARRAY | Physical::FIXED_LEN_BYTE_ARRAY
    );
    fits.then_some(Kind::Decimal { scale })
}

/// What a whole number means.
fn whole(logical: Option<&LogicalType>, converted: ConvertedType) -> Kind {
    match (logical, converted) {
        (Some(LogicalType::Integer(integer)), _) if !integer.is_signed => Kind::Unsigned,
        (Some(LogicalType::Date), _) | (None, ConvertedType::DATE) => Kind::Date,
        (Some(LogicalType::Time(time)), _) => Kind::Clock { parts: parts(time.unit) },
        (Some(LogicalType::Timestamp(time)), _) => Kind::Instant { parts: parts(time.unit) },
        (None, ConvertedType::TIME_MILLIS) => Kind::Clock { parts: 1_000 },
        (None, ConvertedType::TIME_MICROS) => Kind::Clock { parts: 1_000_000 },
        (None, ConvertedType::TIMESTAMP_MILLIS) => Kind::Instant { parts: 1_000 },
        (None, ConvertedType::TIMESTAMP_MICROS) => Kind::Instant { parts: 1_000_000 },
        (
            None,
            ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64,
        ) => Kind::Unsigned,
        _ => Kind::Signed,
    }
}

/// Parts of a second.
fn parts(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::MILLIS => 1_000,
        TimeUnit::MICROS => 1_000_000,
        TimeUnit::NANOS => 1_000_000_000,
    }
}
