//! `wharf completions`: what a shell completes.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;
use serde_json::json;

use crate::{args::Cli, exit::Failure, print::Printer};

/// Print the completions of a shell
#[derive(Debug, Args)]
#[command(after_help = "Where they go:\n  \
    bash        wharf completions bash > ~/.local/share/bash-completion/completions/wharf\n  \
    zsh         wharf completions zsh > ~/.zfunc/_wharf, with ~/.zfunc in fpath\n  \
    fish        wharf completions fish > ~/.config/fish/completions/wharf.fish\n  \
    powershell  wharf completions powershell >> $PROFILE")]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(completions: &Completions, printer: &mut Printer) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut Cli::command(), "wharf", &mut script);
    let script = String::from_utf8_lossy(&script);
    let script = script.trim_end();
    printer.either(&json!({"shell": completions.shell.to_string(), "script": script}), || {
        script.to_owned()
    })
}
