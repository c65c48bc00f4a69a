//! Cards side by side.

use maud::{Markup, html};
use serde::Deserialize as _;
use serde_json::Value;
use wharf_model::message::{Image, Video};

use super::{files, icons, interactive::reply_button, link, look::View, markup};
use crate::world::Entry;

/// The cards, which scroll sideways.
pub(super) fn show(view: &View<'_>, entry: &Entry, interactive: &Value) -> Markup {
    let cards = interactive["action"]["cards"].as_array().into_iter().flatten();
    html! {
        ul .carousel tabindex="0" aria-label="Cards" {
            @for card in cards { li .bubble { (one(view, entry, card)) } }
        }
    }
}

fn one(view: &View<'_>, entry: &Entry, card: &Value) -> Markup {
    let header = &card["header"];
    let action = &card["action"];
    let parameters = &action["parameters"];
    let replies = action["buttons"].as_array().into_iter().flatten();
    html! {
        @if let Ok(image) = Image::deserialize(&header["image"]) { (files::image(view, &image)) }
        @else if let Ok(video) = Video::deserialize(&header["video"]) { (files::video(view, &video)) }
        @if let Some(text) = card["body"]["text"].as_str() { p .text dir="auto" { (markup::message(view, text)) } }
        @if let Some(product) = action["product_retailer_id"].as_str() { p .small { code { (product) } } }
        div .actions {
            @if let (Some(url), Some(text)) = (parameters["url"].as_str(), parameters["display_text"].as_str()) {
                (link::out(url, "action", &html! { (icons::out()) (text) }))
            }
            @for reply in replies {
                @let reply = if reply["quick_reply"].is_object() { &reply["quick_reply"] } else { &reply["reply"] };
                @if let (Some(id), Some(title)) = (reply["id"].as_str(), reply["title"].as_str()) {
                    (reply_button(view, entry, id, title))
                }
            }
        }
    }
}
