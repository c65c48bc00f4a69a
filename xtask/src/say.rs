//! The only place that prints: one stream, so that lines keep their order.
#![expect(clippy::print_stdout, reason = "what a command says is its product")]

use std::fmt::Display;

/// One line.
pub(crate) fn line(text: impl Display) {
    println!("{text}");
}

/// A line that begins something, set apart from what came before.
pub(crate) fn title(text: impl Display) {
    println!("\n── {text}");
}
