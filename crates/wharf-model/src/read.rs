//! Reading JSON that others wrote, however they wrote it.
