//! Components of a screen, as elements of a form.

use maud::{Markup, html};
use serde_json::Value;

use super::super::{link, markup};
use crate::world::{Choice, FlowView, Part};

/// What names of inputs begin with in the form.
pub(super) const PREFIX: &str = "v.";

/// Everything on a screen.
pub(super) fn all(view: &FlowView) -> Markup {
    let footer = view.parts.iter().any(|part| part.kind == "Footer");
    html! {
        // Enter in a field means the footer, wherever it stands.
        @if footer { button .hidden name="use" value="footer" tabindex="-1" aria-hidden="true" { "Go on" } }
        // Of those with `autofocus` a browser takes the first: what is wrong is where one goes on.
        @for (at, part) in view.parts.iter().enumerate() { (one(at, part)) }
        @if view.depends {
            button .flow-link name="use" value="nothing" { "Show what depends on this" }
        }
    }
}

fn one(at: usize, part: &Part) -> Markup {
    match part.kind.as_str() {
        "TextHeading" => html! { h2 .flow-heading { (lines(part)) } },
        "TextSubheading" => html! { h3 .flow-subheading { (lines(part)) } },
        "TextCaption" => html! { p .small.flow-text { (lines(part)) } },
        "TextBody" | "RichText" => html! { p .flow-text { (lines(part)) } },
        "Image" => image(part, &part.text("src"), &part.text("alt-text")),
        "ImageCarousel" => html! {
            @for one in part.props.get("images").and_then(Value::as_array).into_iter().flatten() {
                (image(part, one["src"].as_str().unwrap_or_default(), one["alt-text"].as_str().unwrap_or_default()))
            }
        },
        "EmbeddedLink" => link_to(at, part, &part.text("text")),
        "Footer" => footer(at, part),
        "NavigationList" => html! {
            h3 .flow-subheading { (part.text("label")) }
            p .small { (part.text("description")) }
        },
        "NavigationItem" => html! {
            button .row.flow-row name="use" value=(at) disabled[!part.acts()] {
                span .row-text {
                    span { (part.text("title")) }
                    span .small { (part.text("description")) " " (part.text("metadata")) }
                }
            }
        },
        "TextInput" => labelled(at, part, &text_input(at, part)),
        "TextArea" => {
            let id = id(at);
            let input = html! {
                textarea id=(id) name=(name(part)) rows="4" required[needed(part)] disabled[!part.is_input()]
                    aria-describedby=(told(at)) autofocus[part.error.is_some()] aria-invalid=[part.error.is_some().then_some("true")] { (value(part)) }
            };
            labelled(at, part, &input)
        }
        "Dropdown" => labelled(at, part, &dropdown(at, part)),
        "DatePicker" | "CalendarPicker" => {
            let (least, most) = (date(part, "min-date"), date(part, "max-date"));
            let input = html! {
                input id=(id(at)) type="date" name=(name(part)) value=(value(part)) min=[least] max=[most]
                    required[needed(part)] disabled[!part.is_input()] aria-describedby=(told(at))
                    autofocus[part.error.is_some()] aria-invalid=[part.error.is_some().then_some("true")];
            };
            labelled(at, part, &input)
        }
        "CheckboxGroup" | "ChipsSelector" => choices(at, part, "checkbox"),
        "RadioButtonsGroup" => choices(at, part, "radio"),
        "OptIn" => opt_in(at, part),
        _ if part.is_file() => labelled(at, part, &files(at, part)),
        other => html! { p .small.flow-text { (other) " is not drawn here." } },
    }
}

fn lines(part: &Part) -> Markup {
    let text = match part.props.get("text") {
        Some(Value::Array(lines)) => {
            lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
        }
        _ => part.text("text"),
    };
    markup::text(&text)
}

fn id(at: usize) -> String {
    format!("part-{at}")
}

/// The id of what is said below an input.
fn told(at: usize) -> String {
    format!("part-{at}-told")
}

fn name(part: &Part) -> String {
    format!("{PREFIX}{}", part.name())
}

fn value(part: &Part) -> String {
    match &part.value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn needed(part: &Part) -> bool {
    part.is_needed()
}

fn date(part: &Part, bound: &str) -> Option<String> {
    Some(part.text(bound)).filter(|date| date.contains('-'))
}

/// A picture is Base64, without what tells its type.
fn image(part: &Part, src: &str, alt: &str) -> Markup {
    let kind = if src.starts_with("iVBOR") { "png" } else { "jpeg" };
    let is_base64 = !src.is_empty()
        && src.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte));
    let height = part.text("height").parse::<u32>().ok();
    html! {
        @if is_base64 {
            img .flow-image src={ "data:image/" (kind) ";base64," (src) } alt=(alt) height=[height];
        } @else {
            p .small.flow-text { "A picture that cannot be shown" @if !alt.is_empty() { ": " (alt) } }
        }
    }
}

fn link_to(at: usize, part: &Part, text: &str) -> Markup {
    let Some(url) = part.opens() else {
        return html! { button .flow-link name="use" value=(at) { (text) } };
    };
    link::out(&url, "flow-link", &html! { (text) })
}

fn footer(at: usize, part: &Part) -> Markup {
    let captions = ["left-caption", "center-caption", "right-caption"].map(|name| part.text(name));
    html! {
        @if captions.iter().any(|caption| !caption.is_empty()) {
            p .small.flow-captions { @for caption in &captions { span { (caption) } } }
        }
        @if let Some(url) = part.opens() {
            (link::out(&url, "primary flow-primary", &html! { (part.text("label")) }))
        } @else {
            button .primary name="use" value=(at) disabled[part.is("enabled") == Some(false)] { (part.text("label")) }
        }
    }
}

/// What helps, and what is wrong, below an input.
fn below(at: usize, part: &Part) -> Markup {
    html! {
        span id=(told(at)) .flow-told {
            @if let Some(error) = &part.error {
                span .flow-error { (error) }
            } @else {
                span .small { (part.text("helper-text")) (part.text("description")) }
            }
        }
    }
}

fn label(part: &Part) -> Markup {
    html! {
        (part.text("label"))
        @if !needed(part) { span .small { " (optional)" } }
    }
}

fn labelled(at: usize, part: &Part, input: &Markup) -> Markup {
    html! {
        div .flow-field {
            label for=(id(at)) { (label(part)) }
            (input)
            (below(at, part))
            (choose(at, part))
        }
    }
}

/// What is done as soon as something is chosen needs a button here.
fn choose(at: usize, part: &Part) -> Markup {
    html! {
        @if part.acts() && part.kind != "OptIn" {
            button .flow-link name="use" value=(at) { "Use this choice" }
        }
    }
}

fn text_input(at: usize, part: &Part) -> Markup {
    let (kind, mode) = match part.text("input-type").as_str() {
        "number" => ("text", "decimal"),
        "email" => ("email", "email"),
        "password" => ("password", "text"),
        "passcode" => ("password", "numeric"),
        "phone" => ("tel", "tel"),
        _ => ("text", "text"),
    };
    html! {
        input id=(id(at)) type=(kind) inputmode=(mode) name=(name(part)) value=(value(part)) autocomplete="off"
            required[needed(part)] disabled[!part.is_input()] aria-describedby=(told(at))
            autofocus[part.error.is_some()] aria-invalid=[part.error.is_some().then_some("true")];
    }
}

fn files(at: usize, part: &Part) -> Markup {
    let (_, most) = part.files();
    let accept = if part.kind == "PhotoPicker" { "image/jpeg,image/png" } else { "" };
    let given = part.value.as_array().into_iter().flatten();
    html! {
        input id=(id(at)) type="file" name=(name(part)) multiple[most > 1] accept=[Some(accept).filter(|all| !all.is_empty())]
            aria-describedby=(told(at)) autofocus[part.error.is_some()]
            aria-invalid=[part.error.is_some().then_some("true")];
        @for file in given { span .small { (file["file_name"].as_str().unwrap_or_default()) } }
    }
}

fn dropdown(at: usize, part: &Part) -> Markup {
    let chosen = value(part);
    html! {
        select id=(id(at)) name=(name(part)) required[needed(part)] disabled[!part.is_input()]
            aria-describedby=(told(at)) autofocus[part.error.is_some()] aria-invalid=[part.error.is_some().then_some("true")] {
            option value="" { "Choose…" }
            @for Choice { id, title, .. } in part.choices() {
                option value=(id) selected[id == chosen] { (title) }
            }
        }
    }
}

fn is_chosen(part: &Part, id: &str) -> bool {
    match &part.value {
        Value::Array(chosen) => chosen.iter().any(|chosen| chosen == id),
        other => other == id,
    }
}

fn choices(at: usize, part: &Part, kind: &str) -> Markup {
    html! {
        fieldset .flow-field aria-describedby=(told(at)) {
            legend { (label(part)) }
            @for Choice { id, title, description } in part.choices() {
                label .flow-choice {
                    input type=(kind) name=(name(part)) value=(id) checked[is_chosen(part, &id)] disabled[!part.is_input()]
                        autofocus[part.error.is_some()];
                    span {
                        (title)
                        @if !description.is_empty() { span .small { (description) } }
                    }
                }
            }
            (below(at, part))
            (choose(at, part))
        }
    }
}

fn opt_in(at: usize, part: &Part) -> Markup {
    html! {
        div .flow-field {
            label .flow-choice {
                input type="checkbox" name=(name(part)) value="true" checked[part.value == true]
                    required[needed(part)] aria-describedby=(told(at)) autofocus[part.error.is_some()];
                span { (label(part)) }
            }
            (below(at, part))
            @if part.acts() || part.opens().is_some() { (link_to(at, part, "Read more")) }
        }
    }
}
