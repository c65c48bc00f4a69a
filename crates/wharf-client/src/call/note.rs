//! What a trace of the program tells of a call: never a token, a number or a message.

use http::Method;
use tracing::{Span, field::Empty};

use crate::{Answer, Attempt, Class, Error, Meta};

/// The span of one request.
pub(crate) fn span(operation: &'static str, method: &Method) -> Span {
    tracing::debug_span!(
        "call",
        operation,
        %method,
        status = Empty,
        class = Empty,
        code = Empty,
        api_version = Empty,
        fbtrace_id = Empty,
    )
}

/// Writes down what came of the request of this span.
pub(super) fn result<T>(span: &Span, result: &Result<Answer<T>, Error>) {
    match result {
        Ok(Answer { meta, .. }) => {
            write(span, Some(meta), Class::Accepted, None, meta.trace.as_deref());
        }
        Err(error) => write(span, error.meta(), error.class(), error.code(), error.trace()),
    }
}

/// The same of an attempt to send.
pub(crate) fn attempt(span: &Span, attempt: &Attempt) {
    let error = attempt.graph_error.as_ref();
    let own = error.and_then(|error| error.trace.as_deref());
    let trace = own.or(attempt.meta.trace.as_deref());
    let meta = attempt.status.map(|_| &attempt.meta);
    write(span, meta, attempt.class, error.map(|error| error.code), trace);
}

fn write(span: &Span, meta: Option<&Meta>, class: Class, code: Option<u32>, trace: Option<&str>) {
    let status = meta.map(|meta| meta.status);
    let version = meta.and_then(|meta| meta.api_version.as_deref());
    span.record("class", tracing::field::debug(class));
    span.record("status", status);
    span.record("code", code);
    span.record("api_version", version);
    span.record("fbtrace_id", trace);
    tracing::debug!(
        status,
        ?class,
        code,
        api_version = version,
        app_usage = meta.and_then(|meta| meta.app_usage.as_deref()),
        business_usage = meta.and_then(|meta| meta.business_usage.as_deref()),
        fbtrace_id = trace,
        "{}",
        if status.is_some() { "answered" } else { "not answered" },
    );
}
