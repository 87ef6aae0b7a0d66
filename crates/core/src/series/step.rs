//! The profile of a step.

use crate::profile::PackedProfile;
use crate::{Memory, Profile};

/// The profile of a step, which is packed while no rows come.
#[derive(Debug, Clone)]
pub(crate) enum StepProfile {
    Open(Profile),
    Packed(PackedProfile),
}

impl StepProfile {
    /// The profile, to add to.
    pub(super) fn open(&mut self) -> &mut Profile {
        if let Self::Packed(_) = self {
            *self = Self::Open(std::mem::take(self).into_profile());
        }
        match self {
            Self::Open(profile) => profile,
            Self::Packed(_) => unreachable!("it was opened"),
        }
    }

    pub(super) fn into_profile(self) -> Profile {
        match self {
            Self::Open(profile) => profile,
            Self::Packed(packed) => packed.unpacked(),
        }
    }

    #[must_use]
    pub(super) fn packed(self) -> Self {
        match self {
            Self::Open(profile) => Self::Packed(PackedProfile::of(profile)),
            packed @ Self::Packed(_) => packed,
        }
    }

    /// The profile of the rows of both, packed where one was.
    #[must_use]
    pub(super) fn merge(self, other: Self) -> Self {
        let is_open = matches!((&self, &other), (Self::Open(_), Self::Open(_)));
        let both = Self::Open(self.into_profile().merge(other.into_profile()));
        if is_open { both } else { both.packed() }
    }

    /// The same in so much memory.
    #[must_use]
    pub(super) fn within(self, memory: Memory) -> Self {
        match self {
            Self::Open(profile) => Self::Open(profile.within(memory)),
            Self::Packed(packed) => Self::Packed(packed.within(memory)),
        }
    }

    pub(crate) fn rows(&self) -> u64 {
        match self {
            Self::Open(profile) => profile.rows(),
            Self::Packed(packed) => packed.rows(),
        }
    }

    /// About the memory that the values take.
    pub(super) fn bytes(&self) -> u64 {
        match self {
            Self::Open(profile) => profile.bytes(),
            Self::Packed(packed) => packed.bytes(),
        }
    }

    /// Of one column alone, what there is.
    pub(crate) fn of_column(&self, name: &str) -> Profile {
        match self {
            Self::Open(profile) => profile.of_column(name),
            Self::Packed(packed) => packed.of_column(name),
        }
    }
}

impl Default for StepProfile {
    fn default() -> Self {
        Self::Open(Profile::default())
    }
}
