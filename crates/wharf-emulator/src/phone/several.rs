//! Several phones side by side: `/phones?who=15550001111,15550002222`.

use axum::{
    Router,
    extract::{Query, State},
    response::Html,
    routing::get,
};
use maud::html;
use serde::Deserialize;

use super::page::{brand, document};
use crate::shell::Shell;

/// Phones that fit beside each other.
const MOST: usize = 4;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phones", get(show))
}

/// Whose phones; the first of the world when nobody is named.
#[derive(Deserialize)]
struct Asked {
    who: Option<String>,
}

async fn show(State(shell): State<Shell>, asked: Query<Asked>) -> Html<String> {
    let (people, chosen) = shell.look(|world, _| {
        let people: Vec<(String, String)> = world
            .people
            .values()
            .map(|person| (person.wa_id.clone(), person.name.clone()))
            .collect();
        let named: Vec<String> =
            asked.who.as_deref().unwrap_or_default().split(',').map(str::to_owned).collect();
        let mut chosen: Vec<_> =
            people.iter().filter(|(wa_id, _)| named.contains(wa_id)).cloned().collect();
        if chosen.is_empty() {
            chosen = people.iter().take(2).cloned().collect();
        }
        chosen.truncate(MOST);
        (people, chosen)
    });
    let with = |wa_id: &str| {
        let has = chosen.iter().any(|(known, _)| known == wa_id);
        let mut who: Vec<&str> = chosen
            .iter()
            .map(|(known, _)| known.as_str())
            .filter(|known| *known != wa_id)
            .collect();
        if !has {
            who.push(wa_id);
        }
        format!("/phones?who={}", who.join(","))
    };
    let body = html! {
        main .several {
            header .several-head {
                (brand())
                nav aria-label="Whose phones" {
                    @for (wa_id, name) in &people {
                        a .chip href=(with(wa_id)) aria-current=[chosen.iter().any(|(known, _)| known == wa_id).then_some("true")] { (name) }
                    }
                    a .link href="/" { "One phone" }
                }
            }
            div .several-phones {
                @for (wa_id, name) in &chosen {
                    iframe src=(format!("/phone/{wa_id}?alone=1")) title=(format!("{name}’s phone")) {}
                }
            }
        }
    };
    Html(document("Phones · Wharf", &body).into_string())
}
