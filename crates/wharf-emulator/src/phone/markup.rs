//! Text as WhatsApp shows it: `*bold*`, `_italic_`, `~strike~`, mono by three backticks or one, and links.

use maud::{Markup, html};

use super::{join, link, look::View};

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Plain(String),
    Marked(Mark, Vec<Self>),
    Code(String),
    Link(String),
}

/// What a pair of markers does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Bold,
    Italic,
    Strike,
}

impl Mark {
    fn of(char: char) -> Option<Self> {
        Some(match char {
            '*' => Self::Bold,
            '_' => Self::Italic,
            '~' => Self::Strike,
            _ => return None,
        })
    }
}

/// Where on the phone a link leads, if it leads there.
type Own<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Emoji that are shown large when they stand alone.
const LARGE_MOST: usize = 3;

/// The text as HTML.
pub(super) fn text(text: &str) -> Markup {
    all(text, &|_| None)
}

/// The text of a message as HTML: the link into a group can be tapped on this phone.
pub(super) fn message(view: &View<'_>, text: &str) -> Markup {
    all(text, &|url| join::opened(view, url))
}

/// The text as HTML; `own` says which of its links lead elsewhere on the phone.
fn all(text: &str, own: Own<'_>) -> Markup {
    let chars: Vec<char> = text.chars().collect();
    let pieces = pieces(&chars, &mut Vec::new());
    html! { @for piece in &pieces { (show(piece, own)) } }
}

/// The first link of a text.
pub(super) fn first_link(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let starts = (0..chars.len()).filter(|&at| at == 0 || !chars[at - 1].is_alphanumeric());
    starts.filter_map(|at| link(&chars, at)).find_map(|(piece, _)| match piece {
        Piece::Link(url) => Some(url),
        _ => None,
    })
}

/// The text without its markers, on one line.
pub(super) fn plain(text: &str) -> String {
    fn add(pieces: &[Piece], into: &mut String) {
        for piece in pieces {
            match piece {
                Piece::Plain(text) | Piece::Code(text) | Piece::Link(text) => into.push_str(text),
                Piece::Marked(_, inner) => add(inner, into),
            }
        }
    }
    let chars: Vec<char> = text.chars().collect();
    let mut line = String::new();
    add(&pieces(&chars, &mut Vec::new()), &mut line);
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether it is an emoji or a few, and nothing else.
pub(super) fn is_large(text: &str) -> bool {
    let joins = |char: char| matches!(char, '\u{200d}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    let emoji = |char: char| matches!(char, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    let text = text.trim();
    let count = text.chars().filter(|&char| !joins(char)).count();
    (1..=LARGE_MOST).contains(&count) && text.chars().all(|char| emoji(char) || joins(char))
}

fn show(piece: &Piece, own: Own<'_>) -> Markup {
    html! {
        @match piece {
            Piece::Plain(text) => { (text) },
            Piece::Marked(Mark::Bold, inner) => strong { @for piece in inner { (show(piece, own)) } },
            Piece::Marked(Mark::Italic, inner) => em { @for piece in inner { (show(piece, own)) } },
            Piece::Marked(Mark::Strike, inner) => s { @for piece in inner { (show(piece, own)) } },
            Piece::Code(text) => code { (text) },
            Piece::Link(url) => {
                @match own(url) {
                    Some(path) => a .link href=(path) { (url) },
                    None => { (link::out(url, "link", &html! { (url) })) },
                }
            },
        }
    }
}

/// `within` are the marks that are open already: none nests in itself.
fn pieces(chars: &[char], within: &mut Vec<Mark>) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut plain = String::new();
    let mut at = 0;
    while at < chars.len() {
        let Some((piece, next)) = special(chars, at, within) else {
            plain.push(chars[at]);
            at += 1;
            continue;
        };
        if !plain.is_empty() {
            all.push(Piece::Plain(std::mem::take(&mut plain)));
        }
        all.push(piece);
        at = next;
    }
    if !plain.is_empty() {
        all.push(Piece::Plain(plain));
    }
    all
}

/// What begins here, and where it is over.
fn special(chars: &[char], at: usize, within: &mut Vec<Mark>) -> Option<(Piece, usize)> {
    // Inside a word, a marker is a letter of it: snake_case, 2*3*4.
    if at > 0 && chars[at - 1].is_alphanumeric() {
        return None;
    }
    link(chars, at)
        .or_else(|| fenced(chars, at, "```", true))
        .or_else(|| fenced(chars, at, "`", false))
        .or_else(|| marked(chars, at, within))
}

fn starts_with(chars: &[char], at: usize, text: &str) -> bool {
    let rest = &chars[at.min(chars.len())..];
    text.chars().count() <= rest.len()
        && text.chars().zip(rest).all(|(wanted, char)| char.eq_ignore_ascii_case(&wanted))
}

fn link(chars: &[char], at: usize) -> Option<(Piece, usize)> {
    let scheme =
        ["https://", "http://"].into_iter().find(|scheme| starts_with(chars, at, scheme))?;
    let body = at + scheme.len();
    let ends = |char: &char| char.is_whitespace() || matches!(char, '<' | '>' | '"');
    let length = chars[body..].iter().position(ends).unwrap_or(chars.len() - body);
    let mut end = body + length;
    let opened = chars[body..end].contains(&'(');
    // What ends a sentence or closes a marker is not part of the link.
    while end > body
        && (matches!(
            chars[end - 1],
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '`'
        ) || (chars[end - 1] == ')' && !opened))
    {
        end -= 1;
    }
    (end > body).then(|| (Piece::Link(chars[at..end].iter().collect()), end))
}

/// Text between two fences, as it stands; only the long fence goes over lines.
fn fenced(chars: &[char], at: usize, fence: &str, lines: bool) -> Option<(Piece, usize)> {
    if !starts_with(chars, at, fence) {
        return None;
    }
    let begin = at + fence.len();
    let end = (begin..chars.len())
        .take_while(|&place| lines || chars[place] != '\n')
        .find(|&place| starts_with(chars, place, fence))?;
    let inner: String = chars[begin..end].iter().collect();
    (!inner.trim().is_empty()).then(|| (Piece::Code(inner), end + fence.len()))
}

/// Text between two markers on one line that touch what they mark.
fn marked(chars: &[char], at: usize, within: &mut Vec<Mark>) -> Option<(Piece, usize)> {
    let marker = chars[at];
    let mark = Mark::of(marker).filter(|mark| !within.contains(mark))?;
    let first = chars.get(at + 1)?;
    if first.is_whitespace() || *first == marker {
        return None;
    }
    let closes = |&place: &usize| {
        chars[place] == marker
            && !chars[place - 1].is_whitespace()
            && chars.get(place + 1).is_none_or(|next| !next.is_alphanumeric())
    };
    let end = (at + 2..chars.len()).take_while(|&place| chars[place] != '\n').find(closes)?;
    within.push(mark);
    let inner = pieces(&chars[at + 1..end], within);
    within.pop();
    Some((Piece::Marked(mark, inner), end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(source: &str) -> String {
        text(source).into_string()
    }

    #[test]
    fn what_others_wrote_is_never_html() {
        let cases = [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("*<b>*", "<strong>&lt;b&gt;</strong>"),
            (
                "`<i>` & ```\"<u>\"```",
                "<code>&lt;i&gt;</code> &amp; <code>&quot;&lt;u&gt;&quot;</code>",
            ),
            ("javascript:alert(1)", "javascript:alert(1)"),
        ];
        for (source, shown) in cases {
            assert_eq!(html(source), shown);
        }
        let link = html("https://a.example/?q='><img onerror=x>");
        assert!(!link.contains("<img"), "{link}");
    }

    #[test]
    fn markers_mark_and_nest() {
        let cases = [
            ("*b* _i_ ~s~", "<strong>b</strong> <em>i</em> <s>s</s>"),
            ("*a _b ~c~_*", "<strong>a <em>b <s>c</s></em></strong>"),
            ("(*b*), _i_!", "(<strong>b</strong>), <em>i</em>!"),
            ("```a\n*b*```", "<code>a\n*b*</code>"),
            ("*grün* _日本_", "<strong>grün</strong> <em>日本</em>"),
        ];
        for (source, shown) in cases {
            assert_eq!(html(source), shown);
        }
    }

    #[test]
    fn lone_markers_are_text() {
        for source in [
            "*",
            "**",
            "* a *",
            "*a",
            "a*",
            "snake_case_word",
            "2*3*4",
            "*a\nb*",
            "_~*",
            "``",
            "``````",
            "*a *b",
        ] {
            assert_eq!(html(source), source);
        }
        assert_eq!(html("_*a_ b*"), "<em>*a</em> b*");
    }

    #[test]
    fn links_end_where_the_sentence_does() {
        assert_eq!(
            first_link("see https://a.example/b_c_d."),
            Some("https://a.example/b_c_d".to_owned())
        );
        assert_eq!(first_link("(http://a.example)"), Some("http://a.example".to_owned()));
        assert_eq!(
            first_link("https://a.example/x_(y)"),
            Some("https://a.example/x_(y)".to_owned())
        );
        assert_eq!(first_link("https:// nohttps://a.example"), None);
        let shown = html("*https://a.example/_x_/y*");
        assert!(shown.starts_with("<strong><a "), "{shown}");
        assert!(shown.contains(r#"href="https://a.example/_x_/y""#), "{shown}");
    }

    #[test]
    fn a_line_has_no_markers_and_a_few_emoji_are_large() {
        assert_eq!(plain("*Hi* _there_\n```x```"), "Hi there x");
        assert!(is_large("👍🏽") && is_large("☕ ".trim()) && is_large("👩‍💻"));
        assert!(!is_large("ok") && !is_large("") && !is_large("👍👍👍👍") && !is_large("3"));
    }

    #[test]
    fn a_text_of_markers_only_takes_no_time() {
        for marker in ["*", "_*~", "`", "*a ", "https://"] {
            let source: String = marker.chars().cycle().take(4096).collect();
            assert!(!html(&source).is_empty());
        }
    }
}
