//! `cargo xtask semver`: whether what compiled with the last release still does.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{
    command::{at_root, output, run},
    say,
    steps::Steps,
    tool,
};

const PROGRAM: &str = "cargo-semver-checks";
/// The crates that others' programs name.
const CRATES: [&str; 4] = ["wharf", "wharf-client", "wharf-model", "wharf-webhook"];

/// What there is to do.
#[derive(Debug, PartialEq, Eq)]
enum Plan {
    /// Nothing, and why.
    Nothing(String),
    /// To compare with the release of this tag.
    Compare { program: PathBuf, tag: String },
}

/// Compares; says so when there is nothing to compare with. Fails when the program that compares is not installed.
pub(crate) fn run_alone() -> Result<()> {
    match plan()? {
        Plan::Compare { program, tag } => compare(&program, &tag),
        Plan::Nothing(why) if tool::find(PROGRAM).is_none() => bail!("{why}"),
        Plan::Nothing(why) => {
            say::line(why);
            Ok(())
        }
    }
}

/// The same as a step of several, which is left out when there is nothing to do.
pub(crate) fn step(steps: &mut Steps) {
    match plan() {
        Ok(Plan::Compare { program, tag }) => {
            steps.take("semver", || compare(&program, &tag));
        }
        Ok(Plan::Nothing(why)) => steps.skip(why),
        Err(error) => steps.skip(format_args!("semver: no tags can be read: {error:#}")),
    }
}

fn plan() -> Result<Plan> {
    let tags = ["tag", "--list", "v[0-9]*", "--merged", "HEAD", "--sort=-version:refname"];
    let tags = output(at_root("git").args(tags))?;
    Ok(planned(tool::find(PROGRAM), &tags))
}

/// `tags` are those of releases, the newest first.
fn planned(program: Option<PathBuf>, tags: &str) -> Plan {
    let Some(program) = program else {
        return Plan::Nothing(format!("{PROGRAM} is not installed (cargo install {PROGRAM})"));
    };
    // A release that is only tried out promises nothing.
    match tags.lines().map(str::trim).find(|tag| !tag.is_empty() && !tag.contains('-')) {
        Some(tag) => Plan::Compare { program, tag: tag.to_owned() },
        None => {
            Plan::Nothing("semver: no release yet, so there is nothing to compare with".to_owned())
        }
    }
}

fn compare(program: &Path, tag: &str) -> Result<()> {
    let mut command = at_root(program);
    command.args(["semver-checks", "--baseline-rev", tag]);
    for name in CRATES {
        command.args(["--package", name]);
    }
    run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::{Plan, planned};

    #[test]
    fn the_newest_release_is_compared_with_if_there_is_one() {
        let program = || Some("semver-checks".into());
        let why = |plan| match plan {
            Plan::Nothing(why) => why,
            Plan::Compare { tag, .. } => tag,
        };
        assert!(why(planned(None, "v1.0.0\n")).contains("not installed"));
        for none in ["", "\n", "v0.2.0-rc.1\n"] {
            assert!(why(planned(program(), none)).contains("no release yet"), "{none}");
        }
        for tags in ["v0.2.0\nv0.1.0\n", "v0.3.0-rc.1\nv0.2.0\nv0.1.0\n"] {
            assert_eq!(why(planned(program(), tags)), "v0.2.0");
        }
    }
}
