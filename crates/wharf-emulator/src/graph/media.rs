//! `POST /{phone-number-id}/media`: uploads.

use axum::{
    Router,
    extract::{
        DefaultBodyLimit, Multipart, OriginalUri, Path, State, multipart::MultipartRejection,
    },
    response::Response,
    routing::post,
};

use wharf_model::id::MediaId;

use super::{
    answer,
    edge::Call,
    node::{NOTHING, Node, done},
    page::Asked,
};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{NewFile, Refusal, UPLOAD_BYTES_MAX},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("messages", "POST", "/{phone}/media"),
    op("messages", "GET", "/{media}"),
    op("messages", "DELETE", "/{media}"),
];

/// A file; or nothing, for any id may have been one.
pub(super) const NODE: Node = Node {
    is: |_, id| MediaId::new(id).is_ok(),
    read: |world, call, now| {
        let of = call.asked.get("phone_number_id");
        let file = world.resolve(&id(call)?, of, call.asked.base(), now)?;
        serde_json::to_value(file).map_err(|_| Refusal::plain(1, "An unknown error occurred"))
    },
    update: NOTHING,
    remove: |world, call, now| {
        done(world.delete_file(&id(call)?, call.asked.get("phone_number_id"), now))
    },
};

fn id(call: &Call) -> Result<MediaId, Refusal> {
    MediaId::new(call.id.as_str()).map_err(|_| Refusal::no_object(call.verb, &call.id))
}

pub(super) fn routes() -> Router<Shell> {
    let upload = post(upload).layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX));
    Router::new().route("/{version}/{id}/media", upload)
}

async fn upload(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let file = match form {
        Ok(form) => read(form, &Asked::new(shell.base(), &uri)).await,
        Err(_) => Err(Refusal::plain(
            100,
            "(#100) An upload is multipart/form-data with the parts messaging_product, type and file",
        )),
    };
    match file {
        Ok(file) => {
            let outcome = shell.step(|world, now| world.upload(&id, file, now));
            answer::outcome(&shell, outcome)
        }
        Err(refusal) => answer::refuse(&shell, refusal),
    }
}

/// The parts of an upload; all but the file may stand in the query, too. The file's own content type
/// decides; `type` stands in where it has none.
async fn read(mut form: Multipart, asked: &Asked) -> Result<NewFile, Refusal> {
    let broken = |_| Refusal::new(131_053, "file: the upload is cut off, or larger than 100 MB");
    let given = |name: &str| asked.get(name).map(str::to_owned);
    let (mut product, mut kind, mut file) = (given("messaging_product"), given("type"), None);
    while let Some(part) = form.next_field().await.map_err(broken)? {
        match part.name() {
            Some("messaging_product") => product = Some(part.text().await.map_err(broken)?),
            Some("type") => kind = Some(part.text().await.map_err(broken)?),
            Some("file") => {
                let (mime, name) =
                    (part.content_type().map(str::to_owned), part.file_name().map(str::to_owned));
                file = Some((mime, name, part.bytes().await.map_err(broken)?));
            }
            _ => {}
        }
    }
    if product.as_deref() != Some("whatsapp") {
        return Err(Refusal::plain(100, "(#100) The parameter messaging_product is required."));
    }
    let Some((mime, name, bytes)) = file else {
        return Err(Refusal::plain(100, "(#100) The parameter file is required."));
    };
    let vague = |mime: &String| mime == "application/octet-stream";
    let Some(mime_type) = mime.filter(|mime| !vague(mime)).or(kind) else {
        return Err(Refusal::plain(100, "(#100) The parameter type is required."));
    };
    Ok(NewFile { mime_type, name, bytes })
}
