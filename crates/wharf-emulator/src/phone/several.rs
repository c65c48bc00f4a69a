//! Several phones side by side: `/phones?who=15550001111,15550002222`, in a group with `&group=…`.

use axum::{
    Router,
    extract::{Query, State},
    response::Html,
    routing::get,
};
use maud::html;
use serde::Deserialize;

use super::{
    icons,
    look::{escaped, query},
    page::{brand, document},
};
use crate::{shell::Shell, world::World};

/// Phones that fit beside each other.
const MOST: usize = 4;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phones", get(show))
}

/// Whose phones; the first of the world, or of a group, when nobody is named.
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
    /// Who is shown.
    chosen: Vec<(String, String)>,
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
        let named: Vec<&str> = asked.who.as_deref().unwrap_or_default().split(',').collect();
        let of = |wanted: &dyn Fn(&str) -> bool, most: usize| -> Vec<_> {
            people.iter().filter(|(wa_id, _)| wanted(wa_id)).take(most).cloned().collect()
        };
        let mut chosen = of(&|wa_id| named.contains(&wa_id), MOST);
        if chosen.is_empty() {
            chosen = of(&|wa_id| members.iter().any(|member| member == wa_id), MOST);
        }
        if chosen.is_empty() {
            chosen = of(&|_| true, 2);
        }
        Self { chosen, groups, open: open.map(|group| group.id.to_string()), members, people }
    }

    fn shows(&self, wa_id: &str) -> bool {
        self.chosen.iter().any(|(known, _)| known == wa_id)
    }

    /// This page with somebody more, or less.
    fn with(&self, wa_id: &str) -> String {
        let others = self.chosen.iter().map(|(known, _)| known.as_str());
        let mut who: Vec<&str> = others.filter(|known| *known != wa_id).collect();
        if !self.shows(wa_id) {
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
        let group = self.open.as_deref().filter(|_| self.members.iter().any(|in_it| in_it == wa_id));
        format!("/phone/{wa_id}{}", query(None, group, true))
    }
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
            div .several-phones {
                @for (wa_id, name) in &scene.chosen {
                    iframe src=(scene.phone(wa_id)) title=(format!("{name}’s phone")) {}
                }
            }
        }
    };
    Html(document("Phones · Wharf", &body).into_string())
}
