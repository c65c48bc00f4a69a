//! What is said in the generated text.

use wharf_model::template::{Button, Definition, Part};

use super::{super::lock::Lock, Kind, LeftOut};

/// The head of the file.
pub(super) fn head(lock: &Lock, lock_name: &str, left_out: &[LeftOut]) -> String {
    let mut text = format!(
        "//! WhatsApp templates that may be sent. Written by `wharf template codegen`: do not edit.\n\
         //!\n\
         //! Made of {} ({}); `wharf template pull` and then `wharf template codegen` renew it.\n",
        ticked(lock_name),
        fingerprint(lock)
    );
    if !left_out.is_empty() {
        text.push_str("//!\n//! Left out:\n//!\n");
        for one in left_out {
            let why = one_line(&one.why);
            text.extend([format!(
                "//! - {} in {}: {why}\n",
                ticked(&one.name),
                ticked(&one.language)
            )]);
        }
    }
    text.push_str("#![allow(dead_code, unreachable_pub, reason = \"no app sends them all\")]\n\n");
    text
}

/// Tells two locks apart by their templates (FNV-1a, 64 bits); the day does not count.
fn fingerprint(lock: &Lock) -> String {
    let bytes = serde_json::to_vec(&lock.templates).unwrap_or_default();
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// What is said of a type.
pub(super) fn of_type(kind: &Kind) -> String {
    let Some((_, definition)) = kind.languages.first() else { return String::new() };
    let category = definition.category.as_ref().map(|word| word.as_str().to_ascii_lowercase());
    let category = category.map(|category| format!(", category {category}")).unwrap_or_default();
    let languages: Vec<_> = kind.languages.iter().map(|(language, _)| ticked(language)).collect();
    let mut lines = vec![format!(
        "Template {}{category}, in {}.",
        ticked(&kind.template),
        languages.join(", ")
    )];
    lines.push(String::new());
    lines.extend(text_of(definition));
    for (index, button) in definition.buttons().iter().enumerate() {
        let label = ticked(button.label().unwrap_or_default());
        let optional = match button {
            Button::QuickReply(_) => {
                format!("`.quick_reply({index}, …)` says what a tap on {label} sends back.")
            }
            Button::Catalog(_) => {
                format!("`.catalog({index}, …)` says which product {label} shows.")
            }
            Button::VoiceCall(_) => {
                format!("`.voice_call({index}, …)` says how long {label} works.")
            }
            _ => continue,
        };
        lines.push(String::new());
        lines.push(format!("On the template that comes of it, {optional}"));
    }
    comment("", &lines)
}

/// What is said of the function for a language.
pub(super) fn of_language(language: &str, definition: &Definition, first: bool) -> String {
    let mut lines = vec![format!("In {}.", ticked(language))];
    if !first {
        lines.push(String::new());
        lines.extend(text_of(definition));
    }
    comment("    ", &lines)
}

/// What people will see, as a block of text.
fn text_of(definition: &Definition) -> Vec<String> {
    let mut lines = Vec::new();
    seen(&definition.components, "", &mut lines);
    let longest = lines.iter().map(|line| longest_run(line)).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    let mut all = vec![format!("{fence}text")];
    all.append(&mut lines);
    all.push(fence);
    all
}

fn seen(parts: &[Part], indent: &str, lines: &mut Vec<String>) {
    let mut add = |text: &str| {
        lines.extend(text.split('\n').map(|line| format!("{indent}{}", plain(line))));
    };
    for part in parts {
        match part {
            Part::Header(header) => match &header.text {
                Some(text) => add(text),
                None => add(&format!("({})", header.format.as_str().to_ascii_lowercase())),
            },
            Part::Body(body) => {
                add(body.text.as_deref().unwrap_or("(the platform's own text, with the code)"));
            }
            Part::Footer(footer) => add(footer.text.as_deref().unwrap_or_default()),
            Part::LimitedTimeOffer(offer) => add(&offer.limited_time_offer.text),
            Part::Buttons(buttons) => {
                for button in &buttons.buttons {
                    add(&format!("[{}]", button.label().unwrap_or(button.kind())));
                }
            }
            Part::Carousel(carousel) => {
                for (index, card) in carousel.cards.iter().enumerate() {
                    lines.push(format!("{indent}Card {}:", index + 1));
                    seen(&card.components, &format!("{indent}  "), lines);
                }
                return;
            }
            _ => {}
        }
    }
}

/// Lines as a doc comment.
pub(super) fn comment(indent: &str, lines: &[String]) -> String {
    let line = |line: &String| format!("{indent}/// {line}").trim_end().to_owned() + "\n";
    lines.iter().map(line).collect()
}

/// A text as code in a doc comment.
pub(super) fn ticked(text: &str) -> String {
    let text = one_line(text);
    let ticks = "`".repeat(longest_run(&text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{text}{space}{ticks}")
}

fn one_line(text: &str) -> String {
    plain(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Without what a comment may not have: returns and controls, and what turns the direction of reading.
fn plain(line: &str) -> String {
    let line = line.trim_end();
    let mut text = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            '\t' => text.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                text.extend(letter.escape_unicode());
            }
            letter if letter.is_control() => {}
            letter => text.push(letter),
        }
    }
    text
}

/// How many backticks stand in a row at most.
fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0)
}
