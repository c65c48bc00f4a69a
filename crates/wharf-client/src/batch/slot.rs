//! The place of a call in its batch.

use std::{fmt, marker::PhantomData};

/// What the answer of a call is taken with: from [`Batch::add`](super::Batch::add).
pub struct Slot<T> {
    index: usize,
    idempotent: bool,
    answer: PhantomData<fn() -> T>,
}

impl<T> Slot<T> {
    pub(super) fn new(index: usize, idempotent: bool) -> Self {
        Self { index, idempotent, answer: PhantomData }
    }

    /// Which call it is, and whether doing that twice does no harm.
    pub(super) fn spend(self) -> (usize, bool) {
        (self.index, self.idempotent)
    }
}

impl<T> fmt::Debug for Slot<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Slot({})", self.index)
    }
}
