//! Several phones side by side: `/phones?who=15550001111,15550002222`, in a group with `&group=…`.

use std::collections::BTreeSet;

use axum::{
    Router,
    extract::{Query, State},
    response::Html,
    routing::get,
};
use maud::html;
use serde::Deserialize;
use wharf_model::phone::digits;

use super::{
    icons,
    look::{escaped, query},
    page::{brand, document},
};
use crate::{shell::Shell, world::World};

/// Phones that are shown at once: each keeps a connection, and browsers open few to one host.
const MOST: usize = 4;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phones", get(show))
}

/// Whose phones: two of the world, or those of a group, when that is left open.
#[derive(Deserialize)]
struct Asked {
    who: Option<String>,
    /// The group that is open on the phones of its members.
    group: Option<String>,
}

/// What can be shown, and what is.
struct Scene {
    /// Everybody: digits, name.
    people: Vec<(String, String)>,
    /// Who is shown, in the order that was asked for.
    chosen: Vec<(String, String)>,
    /// Numbers that were asked for, and that nobody has.
    unknown: Vec<String>,
    /// How many more people were asked for than are shown.
    left_out: usize,
    /// Every group that somebody is in: id, subject.
    groups: Vec<(String, String)>,
    /// The one that is open.
    open: Option<String>,
    /// Who is in it.
    members: Vec<String>,
}

impl Scene {
    fn new(world: &World, asked: &Asked) -> Self {
        let people = world.people.values();
        let people: Vec<_> =
            people.map(|person| (person.wa_id.clone(), person.name.clone())).collect();
        let all = world.groups.all().filter(|group| !group.members.is_empty());
        let groups = all.map(|group| (group.id.to_string(), group.subject.clone())).collect();
        let open = asked.group.as_deref().and_then(|id| world.groups.get(id));
        let members = open.map(|group| group.members.clone()).unwrap_or_default();
        let mut named: Vec<String> = match &asked.who {
            Some(who) => who.split(',').map(plain).filter(|who| !who.is_empty()).collect(),
            None if members.is_empty() => {
                people.iter().take(2).map(|(wa_id, _)| wa_id.clone()).collect()
            }
            None => members.clone(),
        };
        let mut seen = BTreeSet::new();
        named.retain(|who| seen.insert(who.clone()));
        let known = |who: &String| people.iter().find(|(wa_id, _)| wa_id == who);
        let unknown = named.iter().filter(|who| known(who).is_none()).cloned().collect();
        let mut chosen: Vec<_> = named.iter().filter_map(known).cloned().collect();
        let left_out = chosen.len().saturating_sub(MOST);
        chosen.truncate(MOST);
        let open = open.map(|group| group.id.to_string());
        Self { people, chosen, unknown, left_out, groups, open, members }
    }

    fn shows(&self, wa_id: &str) -> bool {
        self.chosen.iter().any(|(known, _)| known == wa_id)
    }

    /// This page with somebody more, or less. When all places are taken, the first makes room.
    fn with(&self, wa_id: &str) -> String {
        let others = self.chosen.iter().map(|(known, _)| known.as_str());
        let mut who: Vec<&str> = others.filter(|known| *known != wa_id).collect();
        if !self.shows(wa_id) {
            if who.len() >= MOST {
                who.remove(0);
            }
            who.push(wa_id);
        }
        let group = self.open.iter().map(|id| format!("&group={}", escaped(id)));
        format!("/phones?who={}{}", who.join(","), group.collect::<String>())
    }

    /// This page with a group open on the phones, or with none.
    fn with_group(&self, id: &str) -> String {
        if self.open.as_deref() == Some(id) {
            let who: Vec<&str> = self.chosen.iter().map(|(known, _)| known.as_str()).collect();
            return format!("/phones?who={}", who.join(","));
        }
        format!("/phones?group={}", escaped(id))
    }

    /// Somebody's phone, without what is beside it.
    fn phone(&self, wa_id: &str) -> String {
        let group =
            self.open.as_deref().filter(|_| self.members.iter().any(|in_it| in_it == wa_id));
        format!("/phone/{wa_id}{}", query(None, group, true))
    }
}

/// The digits of a number, however it is written; what is none stays as it is, to be said back.
fn plain(who: &str) -> String {
    digits(who).unwrap_or_else(|| who.trim().to_owned())
}

async fn show(State(shell): State<Shell>, asked: Query<Asked>) -> Html<String> {
    let scene = shell.look(|world, _| Scene::new(world, &asked));
    let body = html! {
        main .several {
            header .several-head {
                (brand())
                nav aria-label="Whose phones" {
                    @for (wa_id, name) in &scene.people {
                        a .chip href=(scene.with(wa_id)) aria-current=[scene.shows(wa_id).then_some("true")] { (name) }
                    }
                    a .link href="/" { "One phone" }
                }
                @if !scene.groups.is_empty() {
                    nav aria-label="Which group they look at" {
                        @for (id, subject) in &scene.groups {
                            a .chip href=(scene.with_group(id)) aria-current=[(scene.open.as_ref() == Some(id)).then_some("true")] {
                                (icons::people()) (subject)
                            }
                        }
                    }
                }
            }
            @for who in &scene.unknown {
                p role="alert" { "Nobody here has the number " b { (who) } "." }
            }
            @if scene.left_out > 0 {
                p role="alert" { (MOST) " phones are shown at once; " (scene.left_out) " more were asked for." }
            }
            @if scene.people.is_empty() {
                p { "Nobody lives in this emulator yet: " a href="/" { "bring somebody in" } "." }
            } @else if scene.chosen.is_empty() {
                p { "Choose above whose phones are shown." }
            }
            div .several-phones {
                @for (wa_id, name) in &scene.chosen {
                    iframe src=(scene.phone(wa_id)) title=(format!("{name}’s phone")) {}
                }
            }
        }
    };
    Html(document("Phones · Wharf", &body).into_string())
}
