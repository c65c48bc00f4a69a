//! Helps, completions, man pages; and command lines that cannot be read.

use serde_json::Value;

use super::fits;
use crate::program::{run, wharf};

const COMMANDS: [&[&str]; 17] = [
    &["completions"],
    &["man"],
    &["send"],
    &["template"],
    &["template", "list"],
    &["template", "show"],
    &["template", "create"],
    &["template", "edit"],
    &["template", "delete"],
    &["template", "library"],
    &["template", "upsert"],
    &["template", "compare"],
    &["template", "migrate"],
    &["template", "unpause"],
    &["template", "pull"],
    &["template", "check"],
    &["template", "codegen"],
];

#[test]
fn every_help_fits_a_terminal() {
    for command in COMMANDS {
        let (stdout, _, code) = run(wharf().env("COLUMNS", "80").args(command).arg("--help"));
        assert_eq!(code, 0);
        fits(&stdout);
    }
}

#[test]
fn each_shell_has_its_completions() {
    for (shell, has) in [
        ("bash", "complete -F _wharf"),
        ("zsh", "#compdef wharf"),
        ("fish", "complete -c wharf"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let (stdout, _, code) = run(wharf().args(["completions", shell]));
        assert_eq!(code, 0);
        assert!(stdout.contains(has) && stdout.contains("codegen"), "{shell}");
    }
    assert_eq!(run(wharf().args(["completions", "basic"])).2, 2);
}

#[test]
fn each_command_has_a_man_page() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("man1");
    let (stdout, stderr, code) = run(wharf().args(["man", "--json", "--dir"]).arg(&dir));
    assert_eq!(code, 0, "{stderr}");
    let said: Value = serde_json::from_str(&stdout).unwrap();
    let pages = std::fs::read_dir(&dir).unwrap().count();
    assert_eq!(said["pages"], pages);
    for page in ["wharf.1", "wharf-template.1", "wharf-template-check.1", "wharf-send-text.1"] {
        let text = std::fs::read_to_string(dir.join(page)).unwrap();
        assert!(text.contains(".TH"), "{page}");
    }
    let (stdout, _, code) = run(wharf().arg("man"));
    assert_eq!(code, 0);
    assert!(stdout.contains(".TH wharf 1"), "{stdout}");
}

#[test]
fn a_wrong_command_line_is_json_where_json_is_wanted() {
    for args in [
        &["--json", "template", "lst"][..],
        &["template", "list", "--json", "--nope"],
        &["--json", "send"],
        &["--json"],
        &["template", "compare", "a", "b", "--days", "8", "--json"],
    ] {
        let (stdout, stderr, code) = run(wharf().args(args));
        assert_eq!((code, stdout.as_str()), (2, ""), "{args:?}");
        let said: Value = serde_json::from_str(&stderr).unwrap();
        assert_eq!(said["error"]["exit_code"], 2);
        let message = said["error"]["message"].as_str().unwrap();
        assert!(!message.contains('\n') && !message.starts_with("error"), "{message}");
    }
    let (_, stderr, _) = run(wharf().args(["--json", "template", "lst"]));
    assert!(stderr.contains("lst") && stderr.contains("list"), "{stderr}");
    let (stdout, _, code) = run(wharf().args(["--json", "--version"]));
    assert_eq!(code, 0);
    assert!(stdout.starts_with("wharf "), "{stdout}");
    let (_, stderr, code) = run(wharf().args(["template", "lst"]));
    assert_eq!(code, 2);
    assert!(stderr.starts_with("error: "), "{stderr}");
}
