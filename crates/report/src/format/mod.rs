//! How numbers, dates and foreign text are written, the same on every surface.

pub(crate) mod effect;
pub(crate) mod method;
pub(crate) mod number;
pub(crate) mod text;
pub(crate) mod time;
pub(crate) mod value;
