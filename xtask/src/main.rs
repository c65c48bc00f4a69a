#![doc = include_str!("../README.md")]

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod bench;
mod command;
mod lint;
mod packages;
mod say;
mod semver;
mod steps;
mod test;
mod tidy;
mod tool;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "The shed: test, lint, tidy.")]
#[command(long_about = include_str!("../README.md"))]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Prepares what the tests need, then runs every test.
    Test(test::Arguments),
    /// Runs every check that needs no test.
    Lint(lint::Arguments),
    /// Checks the house itself: lengths, walls, fixtures, paths.
    Tidy,
    /// Compares what the libraries offer with the last release.
    Semver,
    /// Measures what is measured as a ratio.
    Bench(bench::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Test(arguments) => return test::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Tidy => tidy::run(),
        Command::Semver => semver::run_alone(),
        Command::Bench(arguments) => bench::run(&arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::line(format_args!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Arguments;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
