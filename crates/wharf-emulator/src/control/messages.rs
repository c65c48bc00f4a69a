//! `/_control/users/{wa_id}/messages`: what somebody writes, and what stands on their phone.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde_json::{Map, Value, json};

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{Author, Entry, Group, Matter, Said, Standing},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/messages", get(all))
        .route("/_control/users/{wa_id}/messages", get(list).post(write))
}

async fn write(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Map<String, Value>>, JsonRejection>,
) -> Response {
    let body = match read(body) {
        Ok(body) => body,
        Err(response) => return *response,
    };
    let Some(wa_id) = super::wa_id(&wa_id) else {
        return refuse(StatusCode::BAD_REQUEST, "the path names no phone number");
    };
    match shell.step(|world, now| world.write_anywhere(&wa_id, body, now)) {
        Ok(id) => Json(json!({"id": id})).into_response(),
        Err(problem) => refuse(StatusCode::BAD_REQUEST, problem.0),
    }
}

async fn list(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    let Some(wa_id) = super::wa_id(&wa_id) else {
        return refuse(StatusCode::BAD_REQUEST, "the path names no phone number");
    };
    let data: Vec<Value> = shell.step(|world, _| {
        let chats = world.chats_of(&wa_id);
        let entries =
            chats.flat_map(|(number, chat)| chat.entries.iter().map(move |entry| (number, entry)));
        let mut data: Vec<_> =
            entries.map(|(number, entry)| node(number.id.as_str(), entry)).collect();
        data.extend(world.groups.of(&wa_id).flat_map(group_nodes));
        data
    });
    Json(json!({"data": data})).into_response()
}

/// Everything that was said, chat by chat.
async fn all(State(shell): State<Shell>) -> Response {
    let data: Vec<Value> = shell.step(|world, _| {
        let people: Vec<_> = world.people.keys().cloned().collect();
        let chats = people.iter().flat_map(|wa_id| {
            world.chats_of(wa_id).map(move |(number, chat)| (wa_id, number, chat))
        });
        let nodes = chats.flat_map(|(wa_id, number, chat)| {
            chat.entries.iter().map(move |entry| {
                let mut node = node(number.id.as_str(), entry);
                node["wa_id"] = wa_id.as_str().into();
                node
            })
        });
        nodes.chain(world.groups.all().flat_map(group_nodes)).collect()
    });
    Json(json!({"data": data})).into_response()
}

/// What was said in a group.
fn group_nodes(group: &Group) -> impl Iterator<Item = Value> {
    group.said.iter().map(|said| group_node(group, said))
}

fn group_node(group: &Group, said: &Said) -> Value {
    let mut node = node(group.number.as_str(), &said.entry);
    node["group_id"] = json!(group.id);
    if let Some(by) = &said.by {
        node["wa_id"] = by.as_str().into();
    } else {
        let standings = said.standings.iter();
        node["participants"] = standings
            .map(|(wa_id, standing)| json!({"wa_id": wa_id, "status": standing.as_str()}))
            .collect();
    }
    if !said.reactions.is_empty() {
        node["reactions"] = json!(said.reactions);
    }
    node
}

fn node(number: &str, entry: &Entry) -> Value {
    let (kind, payload) = match &entry.matter {
        Matter::Business { content, .. } => (content.kind().to_owned(), payload(entry)),
        Matter::Person { kind, payload } => (kind.clone(), payload.clone()),
    };
    let mut node = json!({
        "id": entry.id,
        "phone_number_id": number,
        "from": if entry.author == Author::Business { "business" } else { "person" },
        "timestamp": entry.at,
        "type": kind,
        "status": entry.standing.as_str(),
    });
    node[kind.as_str()] = payload;
    if let Some(quoted) = &entry.quotes {
        node["context"] = json!({"message_id": quoted});
    }
    if let Standing::Failed(error) = &entry.standing {
        node["errors"] = json!([error]);
    }
    node
}

/// What the business sent, as it stood under the word of its type.
fn payload(entry: &Entry) -> Value {
    let Matter::Business { content, .. } = &entry.matter else { return Value::Null };
    let message = wharf_model::message::Message::new("", content.clone());
    let mut message = serde_json::to_value(message).unwrap_or_default();
    message[content.kind()].take()
}
