//! How one file alone becomes reference and current data, while that is written.

/// What tells the rows of the two sides apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    #[default]
    None,
    Share,
    From,
    Value,
    Rule,
}

/// A rule in the fields of a form; their texts stay when another kind is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct SplitDraft {
    pub(crate) kind: Kind,
    pub(crate) share: String,
    pub(crate) column: String,
    pub(crate) bound: String,
    pub(crate) reference: String,
    pub(crate) current: String,
    /// The rule as the binary takes it.
    pub(crate) rule: String,
}

impl SplitDraft {
    /// A rule that was given as the binary takes it.
    pub(crate) fn of(rule: String) -> Self {
        Self { kind: Kind::Rule, rule, ..Self::default() }
    }

    /// The rule as the binary takes it, once the fields make one.
    pub(crate) fn rule(&self) -> Option<String> {
        let Self { share, column, bound, reference, current, rule, .. } = self;
        let is_empty = |text: &str| text.trim().is_empty();
        match self.kind {
            Kind::Share if is_empty(share) => Some("70%".to_owned()),
            Kind::Share => Some(format!("{share}%")),
            Kind::From if !is_empty(column) && !is_empty(bound) => Some(format!("{column}>={bound}")),
            Kind::Value if is_empty(column) || is_empty(reference) => None,
            Kind::Value if is_empty(current) => Some(format!("{column}={reference}")),
            Kind::Value => Some(format!("{column}={reference}|{current}")),
            Kind::Rule if !is_empty(rule) => Some(rule.clone()),
            Kind::None | Kind::From | Kind::Rule => None,
        }
    }
}
