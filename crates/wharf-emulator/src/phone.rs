//! The phone in the browser: a chat per simulated person, in HTML that is made here.
//!
//! Everything works with plain forms; a small ES module makes it live. `look` is what a page shows,
//! `say` and `tap` are what a person does, the others are parts of the page.

mod arrival;
mod assets;
mod bill;
mod bubble;
mod calls;
mod cards;
mod carousel;
mod chat;
mod chats;
mod clock;
mod composer;
mod content;
mod events;
mod files;
mod flow;
mod form;
mod group;
mod habits;
mod icons;
mod interactive;
mod join;
mod line;
mod link;
mod look;
mod markup;
mod media;
mod menu;
mod page;
mod people;
mod say;
mod several;
mod sheet;
mod shop;
mod tap;
mod template;
mod times;

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};

use crate::{control::same_site, shell::Shell};

/// Pages and what is posted from them.
pub(crate) fn routes() -> Router<Shell> {
    Router::new()
        .merge(page::routes())
        .merge(arrival::routes())
        .merge(clock::routes())
        .merge(several::routes())
        .merge(events::routes())
        .merge(group::routes())
        .merge(habits::routes())
        .merge(calls::routes())
        .merge(join::routes())
        .merge(flow::routes())
        .merge(say::routes())
        .merge(tap::routes())
        .merge(media::routes())
        .merge(assets::routes())
        .route_layer(middleware::from_fn(same_site))
        .route_layer(middleware::from_fn(guarded))
}

/// Media may come from anywhere, since messages name them by link; nothing else may.
const POLICY: &str = "default-src 'self'; img-src 'self' http: https: data:; \
    media-src 'self' http: https: data:; object-src 'none'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'self'";

/// Tells the browser what it may not do with what is answered.
async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(header::CACHE_CONTROL, "no-store");
    response
}
