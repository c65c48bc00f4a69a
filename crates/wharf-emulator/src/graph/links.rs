//! `/{phone-number-id}/message_qrdls`: links and QR codes that open a chat.

use axum::Router;
use serde_json::{Value, json};

use super::{edge, edge::Call, fields};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Link, Refusal, World, no_code},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "GET", "/{phone}/message_qrdls"),
    op("numbers", "POST", "/{phone}/message_qrdls"),
    op("numbers", "GET", "/{phone}/message_qrdls/{code}"),
    op("numbers", "DELETE", "/{phone}/message_qrdls/{code}"),
];

/// What a link shows when nobody asks for fields.
const DEFAULT_FIELDS: &[&str] = &["code", "prefilled_message", "deep_link_url"];

pub(super) fn routes() -> Router<Shell> {
    let all = edge::get(list)
        .merge(edge::post(|world, call, now| world.set_link(&call.id, &call.body, now)));
    let one = edge::get(read)
        .merge(edge::post(|world, call, now| {
            // The code stands in the path.
            let mut body = call.body.clone();
            body["code"] = call.rest.as_str().into();
            world.set_link(&call.id, &body, now)
        }))
        .merge(edge::delete(|world, call, _| world.delete_link(&call.id, &call.rest)));
    Router::new()
        .route("/{version}/{id}/message_qrdls", all)
        .route("/{version}/{id}/message_qrdls/{rest}", one)
}

fn node(code: &str, link: &Link, asked: Option<&str>) -> Result<Value, Refusal> {
    let format = if asked.is_some_and(|asked| asked.contains("SVG")) { "svg" } else { "png" };
    fields::select(link.node(code, Some(format)), asked, DEFAULT_FIELDS, "WhatsAppBusinessQRCode")
}

fn list(world: &mut World, call: &Call, _: wharf_model::time::Timestamp) -> Result<Value, Refusal> {
    let links = world.number(&call.id, "get")?.desk.links.iter();
    let wanted = call.asked.get("code");
    let shown = links.filter(|(code, _)| wanted.is_none_or(|wanted| wanted == *code));
    let nodes =
        shown.map(|(code, link)| Ok((code.clone(), node(code, link, call.asked.fields())?)));
    call.asked.page(nodes.collect::<Result<_, Refusal>>()?)
}

fn read(world: &mut World, call: &Call, _: wharf_model::time::Timestamp) -> Result<Value, Refusal> {
    let links = &world.number(&call.id, "get")?.desk.links;
    let link = links.get(&call.rest).ok_or_else(|| no_code(&call.rest))?;
    Ok(json!({"data": [node(&call.rest, link, call.asked.fields())?]}))
}
