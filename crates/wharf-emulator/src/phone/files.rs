//! Pictures, videos, sound, documents and stickers.

use maud::{Markup, html};
use wharf_model::{
    id::MediaId,
    message::{Audio, Document, Image, Sticker, Video},
};

use super::{icons, link, look::View, markup};
use crate::world::File;

/// Where a file is.
struct Source<'a> {
    url: String,
    /// The file, where it was uploaded.
    file: Option<&'a File>,
}

impl<'a> Source<'a> {
    /// The id wins, as on the platform.
    fn new(view: &View<'a>, id: Option<&MediaId>, link: Option<&str>) -> Option<Self> {
        match id {
            Some(id) => {
                Some(Self { url: format!("/phone/media/{id}"), file: view.world.files.get(id) })
            }
            None => Some(Self { url: link::safe(link?)?.to_owned(), file: None }),
        }
    }
}

/// A frame around a file; the script marks it when the file cannot be loaded.
fn frame(class: &str, what: &str, source: Option<&Source<'_>>, inner: &Markup) -> Markup {
    html! {
        div class={ "media " (class) } data-media {
            @match source {
                Some(source) => {
                    div .media-inner { (inner) }
                    div .media-lost {
                        (icons::picture())
                        span { "The " (what) " could not be loaded" }
                        (link::out(&source.url, "link", &html! { (source.url) }))
                    }
                },
                None => div .media-none { (icons::picture()) span { "The " (what) " has no usable source" } },
            }
        }
    }
}

fn caption(view: &View<'_>, text: Option<&String>) -> Markup {
    html! { @if let Some(text) = text { p .text dir="auto" { (markup::message(view, text)) } } }
}

fn picture(
    view: &View<'_>,
    class: &str,
    what: &str,
    id: Option<&MediaId>,
    at: Option<&str>,
    alt: &str,
) -> Markup {
    let source = Source::new(view, id, at);
    let inner = html! {
        @if let Some(source) = &source {
            a href=(source.url) target="_blank" rel="noopener noreferrer" {
                img src=(source.url) alt=(alt) referrerpolicy="no-referrer";
            }
        }
    };
    frame(class, what, source.as_ref(), &inner)
}

pub(super) fn image(view: &View<'_>, image: &Image) -> Markup {
    let alt = image.caption.as_deref().unwrap_or("Picture");
    html! {
        (picture(view, "picture", "picture", image.id.as_ref(), image.link.as_deref(), alt))
        (caption(view, image.caption.as_ref()))
    }
}

pub(super) fn sticker(view: &View<'_>, sticker: &Sticker) -> Markup {
    picture(view, "sticker", "sticker", sticker.id.as_ref(), sticker.link.as_deref(), "Sticker")
}

pub(super) fn video(view: &View<'_>, video: &Video) -> Markup {
    let source = Source::new(view, video.id.as_ref(), video.link.as_deref());
    let inner = html! {
        @if let Some(source) = &source {
            video src=(source.url) controls preload="metadata" aria-label=(video.caption.as_deref().unwrap_or("Video")) {}
        }
    };
    html! {
        (frame("video", "video", source.as_ref(), &inner))
        (caption(view, video.caption.as_ref()))
    }
}

pub(super) fn audio(view: &View<'_>, audio: &Audio) -> Markup {
    let source = Source::new(view, audio.id.as_ref(), audio.link.as_deref());
    let label = if audio.voice == Some(true) { "Voice message" } else { "Audio" };
    let inner = html! {
        @if let Some(source) = &source {
            audio src=(source.url) controls preload="metadata" aria-label=(label) {}
        }
    };
    frame("audio", "sound", source.as_ref(), &inner)
}

pub(super) fn document(view: &View<'_>, document: &Document) -> Markup {
    let source = Source::new(view, document.id.as_ref(), document.link.as_deref());
    let file = source.as_ref().and_then(|source| source.file);
    // Phones show "untitled" for a document without a name.
    let name = document.filename.as_deref().or(file.and_then(|file| file.name.as_deref()));
    let inner = html! {
        (icons::document())
        span .document-text {
            span .document-name { (name.unwrap_or("untitled")) }
            @match (file, &source) {
                (Some(file), _) => span .small { (file.mime_type) " · " (size(file.bytes.len())) },
                (None, Some(source)) => span .small { (link::host(&source.url).unwrap_or_default()) },
                (None, None) => span .small { "no usable source" },
            }
        }
    };
    html! {
        @match &source {
            Some(source) => a .document href=(source.url) target="_blank" rel="noopener noreferrer" { (inner) },
            None => div .document { (inner) },
        }
        (caption(view, document.caption.as_ref()))
    }
}

/// `1.2 MB`
fn size(bytes: usize) -> String {
    let tenths = |unit: usize| {
        let tenths = bytes.saturating_mul(10).div_ceil(unit);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", tenths(1_000)),
        _ => format!("{} MB", tenths(1_000_000)),
    }
}
