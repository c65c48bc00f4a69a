//! `cargo xtask test`: prepares what the tests need, then runs every test.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context as _, Result, anyhow};

use crate::{
    command::{cargo, output, root, run as run_command},
    packages::Packages,
    say,
    steps::Steps,
};

mod browser;
mod node;
pub(crate) mod python;
mod runner;
mod tally;

use tally::Tally;

/// What `test` is told.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    packages: Packages,
    /// For the test runner (nextest if it is installed, else cargo test); doctests are left out then.
    #[arg(last = true)]
    runner: Vec<String>,
}

/// What the tests are told, as environment variables: a name and an absolute path.
type Told = Vec<(&'static str, PathBuf)>;

/// `cargo xtask test`. Its last line counts the tests.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let strict = std::env::var_os("CI").is_some_and(|value| value == "true");
    let mut steps = Steps::default();
    let mut missing = Missing::default();
    let mut tally = Tally::default();
    let told = prepare(&mut steps, &mut missing);
    for phase in runner::phases(&arguments.packages.words(), &arguments.runner) {
        steps.take(phase.name, || phase.run(&told, &mut tally));
    }

    let ended = steps.end();
    missing.say(strict);
    if let Err(error) = &ended {
        say::line(error);
        // Something may have failed before a test could.
        tally.failed = tally.failed.max(1);
    }
    tally.add_missing(missing.pieces.len(), strict);
    say::line(tally);
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Builds, finds or installs what the tests use.
fn prepare(steps: &mut Steps, missing: &mut Missing) -> Told {
    let mut told = Told::new();
    let target = target_folder();
    let program = steps.take("build the program", || {
        run_command(&mut cargo(&["build", "--quiet", "--package", "wharf-cli"]))?;
        let folder = target.as_ref().map_err(|error| anyhow!("{error:#}"))?;
        Ok(folder.join("debug").join(format!("wharf{}", std::env::consts::EXE_SUFFIX)))
    });
    told.extend(program.map(|program| ("WHARF_TEST_BIN", program)));
    steps.take("look for a browser", || {
        missing.note(&mut told, browser::prepare());
        Ok(())
    });
    steps.take("prepare Python", || {
        let target = target.as_ref().map_err(|error| anyhow!("{error:#}"))?;
        missing.note(&mut told, vec![python::prepare(target)]);
        Ok(())
    });
    steps.take("prepare Node", || {
        let target = target.as_ref().map_err(|error| anyhow!("{error:#}"))?;
        missing.note(&mut told, node::prepare(target));
        Ok(())
    });
    told
}

/// A piece that tests use: the variable that tells where it is, and the place, or why there is none.
type Piece = (&'static str, Result<PathBuf>);

/// What could not be had.
#[derive(Debug, Default)]
struct Missing {
    pieces: Vec<String>,
}

impl Missing {
    /// Tells the tests of each piece, or notes why not.
    fn note(&mut self, told: &mut Told, pieces: Vec<Piece>) {
        for (variable, place) in pieces {
            match place {
                Ok(place) => {
                    say::line(format_args!("{variable}={}", place.display()));
                    told.push((variable, place));
                }
                Err(why) => self.pieces.push(format!("tests that use {variable}: {why:#}")),
            }
        }
    }

    fn say(&self, strict: bool) {
        let why = if strict { " (with CI=true each is a failure)" } else { "" };
        say::title(format_args!("skipped, and why{why}"));
        if self.pieces.is_empty() {
            say::line("nothing");
        }
        for piece in &self.pieces {
            say::line(piece);
        }
    }
}

/// Where cargo builds.
fn target_folder() -> Result<PathBuf> {
    let words = ["metadata", "--no-deps", "--format-version", "1"];
    let metadata = output(cargo(&words).current_dir(root()))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata.get("target_directory").and_then(serde_json::Value::as_str);
    folder.map(PathBuf::from).context("cargo metadata names no target directory")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::{Missing, Told};

    #[test]
    fn tests_are_told_what_is_there_and_people_what_is_not() {
        let (mut missing, mut told) = (Missing::default(), Told::new());
        missing.note(
            &mut told,
            vec![("THERE", Ok("/there".into())), ("GONE", Err(anyhow!("not installed")))],
        );
        assert_eq!(told, [("THERE", "/there".into())]);
        assert_eq!(missing.pieces, ["tests that use GONE: not installed"]);
    }
}
