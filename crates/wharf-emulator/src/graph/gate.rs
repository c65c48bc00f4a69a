//! What every call passes before its edge: one layer, for each costs a call as much as its edge does.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

use super::{auth, budget, etag, refuse, trouble, version};
use crate::{call_log, shell::Shell};

/// From outside to inside: the log, the version, the token, the fault plan, the budget, what is known already.
pub(super) async fn pass(State(shell): State<Shell>, request: Request, next: Next) -> Response {
    let shell = &shell;
    call_log::keep(shell, request, async |request| {
        version::served(shell, request, async |request| admitted(shell, request, next).await).await
    })
    .await
}

async fn admitted(shell: &Shell, mut request: Request, next: Next) -> Response {
    match auth::caller(shell, &request) {
        Ok(caller) => request.extensions_mut().insert(caller),
        Err(refusal) => return refuse(shell, refusal),
    };
    let struck = trouble::struck(shell, &request);
    trouble::meet(shell, struck, async {
        match budget::spend(shell, &request) {
            Ok(()) => etag::marked(request, next).await,
            Err(refusal) => refuse(shell, refusal),
        }
    })
    .await
}
