//! The two files that are chosen.

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use crate::message::Side;

/// The two files that are chosen.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Inputs {
    pub(crate) reference: Option<File>,
    pub(crate) current: Option<File>,
}

impl Inputs {
    /// The file of a side.
    pub(crate) fn get(&self, side: Side) -> Option<&File> {
        match side {
            Side::Reference => self.reference.as_ref(),
            Side::Current => self.current.as_ref(),
        }
    }

    /// Both files, once both are chosen.
    pub(crate) fn both(&self) -> Option<(File, File)> {
        self.reference.clone().zip(self.current.clone())
    }
}

/// What happens to it.
pub(crate) enum Action {
    Choose(Side, File),
    Put(Vec<File>),
    Swap,
}

impl Reducible for Inputs {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut inputs = (*self).clone();
        match action {
            Action::Choose(Side::Reference, file) => inputs.reference = Some(file),
            Action::Choose(Side::Current, file) => inputs.current = Some(file),
            Action::Put(files) => {
                let mut files = files.into_iter();
                match (files.next(), files.next()) {
                    (Some(one), None) if inputs.reference.is_none() => inputs.reference = Some(one),
                    (Some(one), None) => inputs.current = Some(one),
                    (reference, current) => inputs = Self { reference, current },
                }
            }
            Action::Swap => std::mem::swap(&mut inputs.reference, &mut inputs.current),
        }
        inputs.into()
    }
}

/// The two files, and the verbs that change them.
#[derive(Clone, PartialEq)]
pub(crate) struct UseInputs(UseReducerHandle<Inputs>);

impl UseInputs {
    /// The files.
    pub(crate) fn get(&self) -> &Inputs {
        &self.0
    }

    /// Takes a file for a side.
    pub(crate) fn choose(&self, side: Side, file: File) {
        self.0.dispatch(Action::Choose(side, file));
    }

    /// Takes files for no side in particular: one fills the first free side, two are reference and current.
    pub(crate) fn put(&self, files: Vec<File>) {
        self.0.dispatch(Action::Put(files));
    }

    /// Lets the files change sides.
    pub(crate) fn swap(&self) {
        self.0.dispatch(Action::Swap);
    }
}

#[hook]
pub(crate) fn use_inputs() -> UseInputs {
    UseInputs(use_reducer(Inputs::default))
}
