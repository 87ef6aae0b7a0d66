//! Which columns are read.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

/// Which columns somebody wants; all of them by default. Of the others only the names are known, and a format that
/// stores columns apart does not read them.
#[derive(Clone, Default)]
pub struct Selection(Option<Wanted>);

type Wanted = Arc<dyn Fn(&str) -> bool + Send + Sync>;

impl Selection {
    /// The columns whose names `wanted` is true of.
    pub fn of(wanted: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(wanted)))
    }

    /// Whether a column is read.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.0.as_ref().is_none_or(|wanted| wanted(name))
    }
}

impl Debug for Selection {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_none() { "Selection(all)" } else { "Selection(some)" })
    }
}
