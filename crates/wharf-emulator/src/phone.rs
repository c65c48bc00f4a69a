//! The phone in the browser.

use axum::Router;

use crate::shell::Shell;

pub(crate) fn routes() -> Router<Shell> {
    Router::new()
}
