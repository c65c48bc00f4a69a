//! Lines as the formatter leaves them by default.

/// The widest a line may be.
const LINE: usize = 100;
/// The widest that arguments, arrays and tuples may be on one line.
const ITEMS: usize = 60;

/// `before` + `(` + items + `)` + `after`, on one line or one item a line.
pub(super) fn call(indent: usize, before: &str, items: &[String], after: &str) -> String {
    bracketed(indent, &format!("{before}("), items, &format!("){after}"))
}

/// `before` + `([` + items + `])` + `after`, on one line or one item a line.
pub(super) fn list(indent: usize, before: &str, items: &[String], after: &str) -> String {
    let all = items.join(", ");
    // The brackets of the array are among the call's arguments.
    let fits = all.chars().count() + 2 <= ITEMS;
    if fits {
        return call(indent, before, &[format!("[{all}]")], after);
    }
    broken(indent, &format!("{before}(["), items, &format!("]){after}"))
}

/// `(a, b)`, or one a line where that is too wide; without what stands before it on its first line.
pub(super) fn pair(indent: usize, one: &str, other: &str) -> String {
    let items = [one.to_owned(), other.to_owned()];
    let line = bracketed(indent, "(", &items, ")");
    line.trim_start().trim_end().to_owned()
}

fn bracketed(indent: usize, before: &str, items: &[String], after: &str) -> String {
    let all = items.join(", ");
    let width = indent
        + [before, all.as_str(), after].map(|text| text.chars().count()).iter().sum::<usize>();
    if all.chars().count() <= ITEMS && width <= LINE {
        return format!("{}{before}{all}{after}\n", " ".repeat(indent));
    }
    broken(indent, before, items, after)
}

fn broken(indent: usize, before: &str, items: &[String], after: &str) -> String {
    let space = " ".repeat(indent);
    let lines: Vec<_> = items.iter().map(|item| format!("{space}    {item},\n")).collect();
    let lines = lines.concat();
    format!("{space}{before}\n{lines}{space}{after}\n")
}
