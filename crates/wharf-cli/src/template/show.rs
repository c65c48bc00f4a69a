//! `wharf template show`.

use std::fmt::Write as _;

use clap::Args;
use wharf_model::{
    template::{Button, Definition, Expected, Format, Part, Variable},
    templates::TemplateNode,
};

use super::account::{Account, Which, Whose, word};
use crate::{exit::Failure, print::Printer};

/// Columns of the narrowest terminal that is thought of, and of what stands before a text.
const COLUMNS: usize = 80;
const NAME_COLUMNS: usize = 9;

/// Show a template: its text, its buttons, and what a send must give
#[derive(Debug, Args)]
#[command(after_help = "With --json each line is a template as the platform gave it.")]
pub(super) struct Show {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(show: Show, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&show.whose)?;
    let found = account.find(&show.which).await?;
    if printer.is_json() {
        return found.iter().try_for_each(|node| printer.json(node));
    }
    let shown: Vec<_> = found.iter().map(shown).collect();
    printer.line(shown.join("\n"))
}

fn shown(node: &TemplateNode) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _infallible = head(&mut text, node);
    match Definition::try_from(node) {
        Ok(definition) => {
            parts(&mut text, &definition.components, "  ");
            text.push_str(&wanted(&definition.parameters()));
        }
        Err(error) => text.extend([format!("  its parts cannot be read here: {error}\n")]),
    }
    text
}

fn head(text: &mut String, node: &TemplateNode) -> std::fmt::Result {
    let quality = node.quality_score.as_ref().and_then(|quality| quality.score.as_ref());
    writeln!(text, "{}  {}", word(node.name.as_ref()), word(node.language.as_ref()))?;
    writeln!(text, "  id        {}", word(node.id.as_ref()))?;
    writeln!(text, "  category  {}", word(node.category.as_ref()))?;
    writeln!(text, "  status    {}", word(node.status.as_ref()))?;
    if let Some(reason) = node.rejected_reason.as_ref().filter(|reason| reason.as_str() != "NONE") {
        writeln!(text, "  refused   {reason}")?;
    }
    writeln!(text, "  quality   {}\n", word(quality))
}

/// The parts as they stand, one under the other.
fn parts(text: &mut String, parts_of: &[Part], indent: &str) {
    for part in parts_of {
        match part {
            Part::Header(header) if header.format == Format::Text => {
                line(text, indent, "header", header.text.as_deref().unwrap_or_default());
            }
            Part::Header(header) => line(text, indent, "header", &lower(&header.format)),
            Part::Body(body) => {
                let own = "the platform's own text with the code";
                line(text, indent, "body", body.text.as_deref().unwrap_or(own));
            }
            Part::Footer(footer) => {
                let minutes = footer.code_expiration_minutes.map(|minutes| {
                    format!("the platform's own: the code is good for {minutes} minutes")
                });
                let footer = footer.text.clone().or(minutes).unwrap_or_default();
                line(text, indent, "footer", &footer);
            }
            Part::Buttons(buttons) => {
                for (index, button) in buttons.buttons.iter().enumerate() {
                    line(text, indent, &format!("button {index}"), &tap(button));
                }
            }
            Part::Carousel(carousel) => {
                for (index, card) in carousel.cards.iter().enumerate() {
                    line(text, indent, &format!("card {index}"), "");
                    parts(text, &card.components, &format!("{indent}  "));
                }
            }
            Part::LimitedTimeOffer(offer) => {
                line(text, indent, "offer", &offer.limited_time_offer.text);
            }
            other => line(text, indent, &other.kind().to_ascii_lowercase(), ""),
        }
    }
}

fn lower(word: &impl ToString) -> String {
    word.to_string().to_ascii_lowercase()
}

fn tap(button: &Button) -> String {
    let kind = lower(&button.kind());
    let label = button.label().map(|label| format!("“{label}”")).unwrap_or_default();
    let more = match button {
        Button::Url(url) => format!("  {}", url.url),
        Button::PhoneNumber(number) => format!("  {}", number.phone_number),
        _ => String::new(),
    };
    format!("{kind} {label}{more}")
}

/// A name, and a text of any number of lines, each broken where it is too wide.
fn line(text: &mut String, indent: &str, name: &str, value: &str) {
    let mut name = name;
    let most = COLUMNS.saturating_sub(indent.len() + NAME_COLUMNS + 1);
    for line in value.split('\n').flat_map(|line| broken(line, most)) {
        text.push_str(format!("{indent}{name:<NAME_COLUMNS$} {line}").trim_end());
        text.push('\n');
        name = "";
    }
}

/// A line as lines of at most so many characters, broken between words where that can be.
fn broken(line: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in line.split(' ') {
        let Some(last) = lines.last_mut() else { break };
        if last.is_empty() {
            last.push_str(word);
        } else if last.chars().count() + 1 + word.chars().count() <= most {
            last.push(' ');
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// What a send gives, in words.
fn wanted(all: &[Expected]) -> String {
    if all.is_empty() {
        return "\n  A send gives no values.\n".to_owned();
    }
    let mut text = "\n  A send gives:\n".to_owned();
    for one in all {
        let card = one.card.map(|card| format!("card {card}, ")).unwrap_or_default();
        let place = one.button.map(|place| format!(" {place}")).unwrap_or_default();
        let variable = match &one.variable {
            Some(Variable::Place(place)) => format!(" {{{{{place}}}}}"),
            Some(Variable::Name(name) | Variable::Malformed(name)) => format!(" {{{{{name}}}}}"),
            _ => String::new(),
        };
        let optional = if one.required { "" } else { ", if you like" };
        text.extend([format!("    {card}{}{place}{variable}: {}{optional}\n", one.part, one.kind)]);
    }
    text
}
