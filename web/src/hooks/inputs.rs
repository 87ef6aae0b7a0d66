//! The two files that are chosen.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use crate::message::{Files, Inputs, Side};
use crate::split::SplitDraft;

/// The files that are chosen.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Chosen {
    pub(crate) reference: Option<File>,
    pub(crate) current: Option<File>,
    /// How one file alone is split.
    split: SplitDraft,
    /// New with every change.
    id: u32,
}

impl Chosen {
    /// The file of a side.
    pub(crate) fn get(&self, side: Side) -> Option<&File> {
        match side {
            Side::Reference => self.reference.as_ref(),
            Side::Current => self.current.as_ref(),
        }
    }

    /// Whether there is any file.
    pub(crate) fn any(&self) -> bool {
        self.reference.is_some() || self.current.is_some()
    }

    /// The file that is chosen alone.
    pub(crate) fn only(&self) -> Option<&File> {
        match (&self.reference, &self.current) {
            (Some(file), None) | (None, Some(file)) => Some(file),
            _ => None,
        }
    }

    /// How a file alone is split, as it is written.
    pub(crate) fn draft(&self) -> &SplitDraft {
        &self.split
    }

    /// How the only file is split, where it is.
    pub(crate) fn split(&self) -> Option<String> {
        self.only().and_then(|_| self.split.rule())
    }

    /// What can be compared, once both are chosen, or one that is split or cut into windows.
    pub(crate) fn inputs(&self, is_cut: bool) -> Option<Inputs> {
        let files = match (self.reference.clone(), self.current.clone()) {
            (Some(reference), Some(current)) => Files::Two { reference, current },
            _ => Files::One { file: self.only()?.clone(), split: self.split() },
        };
        let is_comparable = is_cut || !matches!(files, Files::One { split: None, .. });
        is_comparable.then_some(Inputs { id: self.id, files })
    }
}

/// What happens to them, and the number of what comes of it.
pub(crate) struct Change {
    id: u32,
    action: Action,
}

enum Action {
    Choose(Side, File),
    Put(Vec<File>),
    Swap,
    Split(SplitDraft),
}

impl Reducible for Chosen {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut chosen = Self { id: change.id, ..(*self).clone() };
        match change.action {
            Action::Choose(Side::Reference, file) => chosen.reference = Some(file),
            Action::Choose(Side::Current, file) => chosen.current = Some(file),
            Action::Put(files) => {
                let mut files = files.into_iter();
                match (files.next(), files.next()) {
                    (Some(one), None) if chosen.reference.is_none() => chosen.reference = Some(one),
                    (Some(one), None) => chosen.current = Some(one),
                    (reference, current) => (chosen.reference, chosen.current) = (reference, current),
                }
            }
            Action::Split(split) => chosen.split = split,
            Action::Swap => std::mem::swap(&mut chosen.reference, &mut chosen.current),
        }
        chosen.into()
    }
}

thread_local! {
    static CHANGES: Cell<u32> = const { Cell::new(0) };
}

/// The files, and the verbs that change them.
#[derive(Clone, PartialEq)]
pub(crate) struct UseInputs(UseReducerHandle<Chosen>);

impl UseInputs {
    /// The files.
    pub(crate) fn get(&self) -> &Chosen {
        &self.0
    }

    /// Takes a file for a side.
    pub(crate) fn choose(&self, side: Side, file: File) {
        self.change(Action::Choose(side, file));
    }

    /// Takes files for no side in particular: one fills the first free side, two are reference and current.
    pub(crate) fn put(&self, files: Vec<File>) {
        self.change(Action::Put(files));
    }

    /// Takes files for both sides, and returns what can be compared now.
    pub(crate) fn put_both(&self, reference: File, current: File) -> Inputs {
        let id = self.change(Action::Put(vec![reference.clone(), current.clone()]));
        Inputs { id, files: Files::Two { reference, current } }
    }

    /// Lets the files change sides.
    pub(crate) fn swap(&self) {
        self.change(Action::Swap);
    }

    /// Takes a rule for one file alone.
    pub(crate) fn split(&self, draft: SplitDraft) {
        self.change(Action::Split(draft));
    }

    /// Takes one file and the rule that splits it, if one does, and returns what can be compared now.
    pub(crate) fn put_one(&self, file: File, split: Option<String>) -> Inputs {
        self.change(Action::Put(vec![file.clone()]));
        let id = self.change(Action::Split(split.clone().map(SplitDraft::of).unwrap_or_default()));
        Inputs { id, files: Files::One { file, split } }
    }

    fn change(&self, action: Action) -> u32 {
        let id = CHANGES.with(|changes| {
            changes.set(changes.get() + 1);
            changes.get()
        });
        self.0.dispatch(Change { id, action });
        id
    }
}

#[hook]
pub(crate) fn use_inputs() -> UseInputs {
    UseInputs(use_reducer(Chosen::default))
}
