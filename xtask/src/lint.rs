//! `cargo xtask lint`: every check that needs no test.

use anyhow::Result;

use crate::{
    command::{self, at_root, cargo},
    packages::Packages,
    semver,
    steps::Steps,
    tidy, tool,
};

/// What `lint` is told.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    packages: Packages,
}

/// A check by a program that need not be installed.
struct Extra {
    program: &'static str,
    words: &'static [&'static str],
    /// What `cargo install` calls it.
    package: &'static str,
}

const EXTRAS: &[Extra] = &[
    // Advisories need the network; what is left is the same at any time.
    Extra {
        program: "cargo-deny",
        words: &["--all-features", "check", "bans", "licenses", "sources"],
        package: "cargo-deny",
    },
    Extra { program: "cargo-machete", words: &[], package: "cargo-machete" },
    Extra { program: "typos", words: &[], package: "typos-cli" },
];

/// Takes every step, also after a failure; an error names those that failed.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let packages = arguments.packages.words();
    let mut steps = Steps::default();
    steps.take("format", || command::run(&mut cargo(&["fmt", "--all", "--check"])));
    steps.take("clippy", || {
        let mut check = cargo(&["clippy", "--quiet", "--all-targets"]);
        command::run(check.args(&packages).args(["--", "-D", "warnings"]))
    });
    steps.take("tidy", tidy::run);
    steps.take("docs", || {
        // Libraries only: the program's docs would be written over those of the crate `wharf`.
        let mut check = cargo(&["doc", "--quiet", "--no-deps", "--lib"]);
        command::run(check.args(&packages).env("RUSTDOCFLAGS", "-D warnings"))
    });
    for extra in EXTRAS {
        let Some(program) = tool::find(extra.program) else {
            let (program, package) = (extra.program, extra.package);
            steps.skip(format_args!("{program} is not installed (cargo install {package})"));
            continue;
        };
        steps.take(extra.program, || command::run(at_root(program).args(extra.words)));
    }
    semver::step(&mut steps);
    steps.end()
}
