//! What a person writes with.

use maud::{Markup, html};
use wharf_model::{id::MessageId, limits::TEXT_BODY_CHARS_MAX, media::MediaKind};

use super::{bubble, icons, look::View, sheet};

/// The text field, and what else can be sent.
pub(super) fn composer(view: &View<'_>) -> Markup {
    html! {
        footer .composer {
            (text_form(view))
            (sheet::sheet("attach", "Send something", &choices()))
            (sheet::sheet("file", "Send a picture or file", &file_form(view)))
            (sheet::sheet("place", "Send a location", &place_form(view, None)))
            (sheet::sheet("card", "Send a contact", &card_form(view)))
        }
    }
}

fn text_form(view: &View<'_>) -> Markup {
    let reply = view.reply();
    let said = reply.as_ref().and_then(|id| view.line(id));
    html! {
        form .write method="post" action=(view.action("say")) enctype="multipart/form-data" data-live id="write" {
            (view.place())
            input type="hidden" name="quotes" id="quotes" value=[reply.as_ref()];
            div .quoting #quoting hidden[said.is_none()] {
                div .quote { span .quote-text #quoting-text { @if let Some(said) = said { (bubble::summary(said.entry)) } } }
                a .icon href={ (view.path()) (view.query()) } #unquote aria-label="Do not quote" { (icons::close()) }
            }
            button .icon type="button" popovertarget="attach" aria-label="Attach" { (icons::plus()) }
            textarea #text name="body" rows="1" dir="auto" maxlength=(TEXT_BODY_CHARS_MAX) required autofocus enterkeyhint="send"
                placeholder={ "Write as " (view.person.name) } aria-label={ "Message as " (view.person.name) } {}
            button .icon.send aria-label="Send" { (icons::send()) }
        }
    }
}

fn choices() -> Markup {
    html! {
        div .menu {
            button .menu-item type="button" popovertarget="file" { (icons::picture()) "Picture or file" }
            button .menu-item type="button" popovertarget="place" { (icons::pin()) "Location" }
            button .menu-item type="button" popovertarget="card" { (icons::person()) "Contact" }
        }
    }
}

/// A form around fields, posted to this verb.
fn form(view: &View<'_>, verb: &str, quotes: Option<&MessageId>, fields: &Markup) -> Markup {
    html! {
        form .fields method="post" action=(view.action(verb)) enctype="multipart/form-data" data-live {
            (view.place())
            @if let Some(quotes) = quotes { input type="hidden" name="quotes" value=(quotes); }
            (fields)
            button .primary { "Send" }
        }
    }
}

fn file_form(view: &View<'_>) -> Markup {
    let types = MediaKind::ALL.iter().flat_map(|kind| kind.mime_types()).copied();
    let types = types.collect::<Vec<_>>().join(",");
    form(
        view,
        "file",
        None,
        &html! {
            label { "File" input type="file" name="file" required accept=(types); }
            label { "Caption" input name="caption" maxlength="1024" placeholder="optional"; }
            p .small { "Pictures (JPEG, PNG) up to 5 MB, stickers (WebP), video and sound up to 16 MB, documents up to 100 MB." }
        },
    )
}

/// A location; an answer when it quotes a message.
pub(super) fn place_form(view: &View<'_>, quotes: Option<&MessageId>) -> Markup {
    form(
        view,
        "place",
        quotes,
        &html! {
            div .pair {
                label { "Latitude" input name="latitude" type="number" step="any" min="-90" max="90" value="51.4779" required; }
                label { "Longitude" input name="longitude" type="number" step="any" min="-180" max="180" value="-0.0015" required; }
            }
            label { "Name" input name="name" value="Royal Observatory"; }
            label { "Address" input name="address" value="Blackheath Avenue, London"; }
        },
    )
}

fn card_form(view: &View<'_>) -> Markup {
    form(
        view,
        "card",
        None,
        &html! {
            label { "Name" input name="name" required value="Grace Hopper" autocomplete="off"; }
            label { "Phone number" input name="phone" type="tel" required value="+15550002222" autocomplete="off"; }
        },
    )
}
