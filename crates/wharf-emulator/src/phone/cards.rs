//! Contact cards and places.

use maud::{Markup, html};
use wharf_model::message::{Card, Contacts, Location};

use super::{icons, link, people, sheet};

/// Cards; a button shows all that is on one.
pub(super) fn contacts(id: &str, contacts: &Contacts) -> Markup {
    html! {
        @for (at, card) in contacts.0.iter().enumerate() { (contact(&format!("{id}-card{at}"), card)) }
    }
}

fn contact(id: &str, card: &Card) -> Markup {
    let name = card.name.formatted_name.as_deref().unwrap_or("Without a name");
    let company = card.org.as_ref().and_then(|org| org.company.as_deref());
    let first = card.phones.first().and_then(|phone| phone.phone.as_deref());
    html! {
        div .card {
            (people::face(name, name))
            span .card-text {
                span .card-name { (name) }
                @if let Some(line) = company.or(first) { span .small { (line) } }
            }
        }
        button .card-more type="button" popovertarget=(id) { "View contact" }
        (sheet::sheet(id, name, &details(card)))
    }
}

fn details(card: &Card) -> Markup {
    let word =
        |kind: Option<&String>, other: &str| kind.map_or(other, String::as_str).to_lowercase();
    html! {
        dl .details {
            @for phone in &card.phones {
                @if let Some(number) = &phone.phone {
                    dt { (word(phone.kind.as_ref(), "phone")) }
                    dd { (number) @if phone.wa_id.is_some() { " " span .tag { "on WhatsApp" } } }
                }
            }
            @for email in &card.emails {
                @if let Some(address) = &email.email { dt { (word(email.kind.as_ref(), "mail")) } dd { (address) } }
            }
            @for url in &card.urls {
                @if let Some(url_text) = &url.url {
                    dt { (word(url.kind.as_ref(), "web")) }
                    dd { (link::out(url_text, "link", &html! { (url_text) })) }
                }
            }
            @if let Some(org) = &card.org {
                @let parts = [&org.title, &org.department, &org.company];
                dt { "works at" } dd { (joined(&parts)) }
            }
            @for address in &card.addresses {
                @let parts = [&address.street, &address.zip, &address.city, &address.state, &address.country];
                dt { (word(address.kind.as_ref(), "address")) } dd { (joined(&parts)) }
            }
            @if let Some(birthday) = &card.birthday { dt { "birthday" } dd { (birthday) } }
        }
    }
}

fn joined(parts: &[&Option<String>]) -> String {
    parts.iter().filter_map(|part| part.as_deref()).collect::<Vec<_>>().join(", ")
}

/// A place. There is no map: tiles would come from the net.
pub(super) fn location(location: &Location) -> Markup {
    let (latitude, longitude) = (location.latitude, location.longitude);
    let url = format!(
        "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=16/{latitude}/{longitude}"
    );
    html! {
        a .place href=(url) target="_blank" rel="noopener noreferrer" {
            span .place-map aria-hidden="true" { (icons::pin()) }
            span .place-text {
                @if let Some(name) = &location.name { span .place-name { (name) } }
                // Phones show the address only with a name.
                @if let (Some(_), Some(address)) = (&location.name, &location.address) { span .small { (address) } }
                span .small.coordinates { (degrees(latitude, "N", "S")) ", " (degrees(longitude, "E", "W")) }
            }
        }
    }
}

fn degrees(degrees: f64, positive: &str, negative: &str) -> String {
    let side = if degrees < 0.0 { negative } else { positive };
    format!("{:.5}° {side}", degrees.abs())
}
