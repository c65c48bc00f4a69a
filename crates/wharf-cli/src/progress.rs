//! How far a file has come, on stderr; nothing of it when nobody looks, or a script does.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar for a file of so many bytes. It is not there when stderr is no terminal, or JSON was asked for.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// A bar that has not moved yet; `verb` is what is done.
    pub(crate) fn new(json: bool, verb: &'static str, bytes: u64) -> Self {
        let shown = !json && std::io::stderr().is_terminal();
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(bytes), target);
        let style = "{msg} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec}";
        bar.set_style(
            ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        bar.set_message(verb);
        Self(bar)
    }

    /// What an upload or a download tells as it goes: bytes so far, bytes in all.
    pub(crate) fn watch(&self) -> impl Fn(u64, u64) + Send + Sync + 'static {
        let bar = self.0.clone();
        move |done, all| {
            if all > 0 {
                bar.set_length(all);
            }
            bar.set_position(done);
        }
    }
}

impl Drop for Progress {
    /// The line is free again, however it ended.
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
