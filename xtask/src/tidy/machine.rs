//! No path of the machine that someone happens to work on.

use super::Finding;

/// Folders at the top of a machine where people keep their own copy.
const FOLDERS: &[&str] = &["work", "root"];

pub(super) fn check(path: &str, text: &str) -> Option<Finding> {
    let (line, folder) = text.lines().enumerate().find_map(|(index, line)| {
        let folder = FOLDERS.iter().find(|folder| names(line, &format!("/{folder}/")))?;
        Some((index + 1, folder))
    })?;
    let what = format!("a path of one machine (/{folder}…)");
    Some(Finding::new(path, line, what, "Make it relative, or take it from an argument"))
}

/// Whether the path begins anywhere in the line: not as a part of a longer path or a word.
fn names(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || "_-.~})*".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::check;

    /// Spelled in two halves: this file is checked too.
    fn path(folder: &str) -> String {
        format!("/{folder}/") + "main/Cargo.toml"
    }

    #[test]
    fn a_path_of_a_machine_is_found_wherever_it_begins() {
        for before in ["", "see ", "(", "\"", "`", "dir=", "file://"] {
            for folder in ["work", "root"] {
                let text = format!("first\n{before}{} last", path(folder));
                assert_eq!(check("a.md", &text).unwrap().line, 2, "{text}");
            }
        }
    }

    #[test]
    fn a_folder_of_that_name_inside_another_is_fine() {
        for before in [".", "target", "~", "$HOME}", "crates/x"] {
            let text = format!("{before}{}", path("work"));
            assert_eq!(check("a.md", &text), None, "{text}");
        }
    }
}
