//! `wharf man`: man pages.

use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory as _};
use serde_json::json;

use crate::{args::Cli, exit::Failure, print::Printer};

/// Print or write man pages
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    wharf man | man -l -\n  \
    wharf man --dir ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// Write a page for each command into this folder, instead of printing the first page
    #[arg(long, value_name = "FOLDER")]
    dir: Option<PathBuf>,
}

pub(crate) fn run(man: &Man, printer: &mut Printer) -> Result<(), Failure> {
    let mut program = Cli::command();
    program.build();
    if let Some(folder) = &man.dir {
        let count = write(&program, folder)?;
        return printer.either(&json!({"folder": folder, "pages": count}), || {
            format!("{count} pages are in {}", folder.display())
        });
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(program).render(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    let page = page.trim_end();
    printer.either(&json!({"page": page}), || page.to_owned())
}

/// Writes the page of a command and those of the commands under it; gives how many.
fn write(command: &clap::Command, folder: &Path) -> Result<usize, Failure> {
    let wrong =
        |error: std::io::Error| Failure::failed(format!("--dir: {}: {error}", folder.display()));
    std::fs::create_dir_all(folder).map_err(wrong)?;
    let mut count = 0;
    let mut waiting = vec![command.clone().disable_help_subcommand(true)];
    while let Some(command) = waiting.pop() {
        let below = command.get_subcommands().filter(|below| below.get_name() != "help");
        waiting.extend(below.cloned());
        clap_mangen::Man::new(command).generate_to(folder).map_err(wrong)?;
        count += 1;
    }
    Ok(count)
}
