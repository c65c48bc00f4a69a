//! What the platform has and the emulator has not: a file per family.

mod account;
mod app;
mod business;
mod messages;
mod numbers;
mod templates;

use super::Operation;

/// Operations that are answered with a loud error.
pub(super) fn missing() -> impl Iterator<Item = &'static Operation> {
    let families = [
        account::MISSING,
        app::MISSING,
        business::MISSING,
        messages::MISSING,
        numbers::MISSING,
        templates::MISSING,
    ];
    families.into_iter().flatten()
}
