//! A command line that cannot be read, said for people or for scripts.

use std::{ffi::OsString, process::ExitCode};

use clap::error::ErrorKind;

use crate::{exit::Failure, print::Printer};

/// Says what is wrong with the command line; help and version are no mistakes. Gives the exit code.
pub(crate) fn wrong(error: &clap::Error, words: impl Iterator<Item = OsString>) -> ExitCode {
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if asked || !wants_json(words) {
        // Nobody is left to tell when the output is gone.
        let _unheard = error.print();
        return u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from);
    }
    Printer::new(true).failure(&Failure::usage(message(error)))
}

/// Whether the words ask for JSON: the command line itself could not be read.
fn wants_json(words: impl Iterator<Item = OsString>) -> bool {
    words.take_while(|word| word != "--").any(|word| word == "--json")
}

/// What is wrong, and how it is meant, on one line.
fn message(error: &clap::Error) -> String {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return "the command is not complete: --help says what it takes".to_owned();
    }
    let text = error.to_string();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut said = String::new();
    for line in lines.take_while(|line| !line.starts_with("For more information")) {
        let goes_on = said.is_empty() || said.ends_with(':') || line.starts_with('[');
        said.push_str(if goes_on { " " } else { "; " });
        said.push_str(line);
    }
    let said = said.trim_start();
    said.strip_prefix("error: ").unwrap_or(said).to_owned()
}

#[cfg(test)]
mod tests {
    use super::wants_json;

    #[test]
    fn json_is_wanted_wherever_it_stands_before_the_values() {
        let check = |line: &str, wanted: bool| {
            assert_eq!(wants_json(line.split(' ').map(Into::into)), wanted, "{line}");
        };
        check("--json send txt", true);
        check("send txt --json", true);
        check("send text -- --json", false);
        check("send text --json5", false);
    }
}
