//! Passing any request on to the platform, with the right token in place.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, Uri, header};
use http_body::Body;
use tokio::time::Instant;
use url::form_urlencoded;

use crate::{
    Client, Error,
    client::is_version,
    error::BoxError,
    transport::{Patient, Streamed, stream, streamed},
};

/// Headers that speak of one connection only (RFC 9110, 7.6.1), and those that are ours to set.
const NOT_PASSED_ON: [HeaderName; 11] = [
    header::CONNECTION,
    header::HOST,
    header::EXPECT,
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
];
/// Bytes of a body whose length nobody says, for the sake of patience: the platform's largest file.
const UNKNOWN_LENGTH: u64 = wharf_model::limits::DOCUMENT_BYTES_MAX;

impl Client {
    /// Passes a request for `/{version}/…`, or a `POST /{version}` (a batch), on, with this client's token in place of the caller's, and gives
    /// the answer as it comes, whatever its status. Bodies are streamed both ways, nothing is read into memory;
    /// an answer that stops half-way for as long as a call may take ends with an error. The platform may quote the token
    /// in an error: [`without_credentials`](Self::without_credentials) is for that.
    ///
    /// Headers that speak of one connection only are dropped, both ways; so is an `access_token` or
    /// `appsecret_proof` in the query. Errors are [`Kind::NotSent`](crate::Kind::NotSent),
    /// [`Kind::Unanswered`](crate::Kind::Unanswered) and, for a path without version,
    /// [`Kind::Argument`](crate::Kind::Argument).
    pub async fn forward<B>(&self, request: Request<B>) -> Result<Response<Streamed>, Error>
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let (parts, body) = request.into_parts();
        let (version, path) = target(&parts.method, &parts.uri)?;
        let length = body.size_hint().exact().unwrap_or(UNKNOWN_LENGTH);
        let mut onward = self.request(parts.method, version, &path, stream(body))?;
        let ours = std::mem::replace(onward.headers_mut(), passed_on(&parts.headers));
        let theirs = parts.headers.get(header::AUTHORIZATION).map(HeaderValue::as_bytes);
        let headers = onward.headers_mut();
        for (name, value) in &ours {
            if *name != header::USER_AGENT || !headers.contains_key(name) {
                headers.insert(name, value.clone());
            }
        }
        // Resumable uploads are asked for with another scheme.
        if theirs.is_some_and(|value| value.starts_with(b"OAuth ")) {
            let token = format!("OAuth {}", self.tenant.token.expose());
            if let Ok(mut value) = HeaderValue::try_from(token) {
                value.set_sensitive(true);
                headers.insert(header::AUTHORIZATION, value);
            }
        }
        let deadline = Instant::now() + self.patience(length);
        let (mut parts, body) = self.transport.send(onward, deadline).await?.into_parts();
        parts.headers = passed_on(&parts.headers);
        let body = Patient::new(body, self.place.timeout);
        Ok(Response::from_parts(parts, streamed(body)))
    }
}

/// The version and what follows it, query included and freed of credentials.
fn target<'u>(method: &Method, uri: &'u Uri) -> Result<(&'u str, String), Error> {
    let wrong = || Error::argument("only paths like /v25.0/… can be passed on");
    let given = uri.path().trim_start_matches('/');
    let (version, path) = match given.split_once('/') {
        Some(split) => split,
        None if method == Method::POST => (given, ""),
        None => return Err(wrong()),
    };
    if !is_version(version) || path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Err(wrong());
    }
    let mut target = path.to_owned();
    for pair in uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
        let name = form_urlencoded::parse(pair.as_bytes()).next().map(|(name, _)| name);
        let credential =
            |name: &str| matches!(name, "access_token" | "appsecret_proof" | "appsecret_time");
        if name.as_deref().is_some_and(credential) {
            continue;
        }
        target.push(if target.contains('?') { '&' } else { '?' });
        target.push_str(pair);
    }
    Ok((version, target))
}

/// The headers that are meant for the other end.
fn passed_on(headers: &HeaderMap) -> HeaderMap {
    let mut kept = headers.clone();
    let named = headers.get_all(header::CONNECTION).iter();
    for name in named.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')) {
        kept.remove(name.trim());
    }
    for name in &NOT_PASSED_ON {
        kept.remove(name);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_in_the_query_stay_here() {
        for (given, passed) in [
            ("/v16.0/1/media", "1/media"),
            ("/v16.0/1?fields=a,b&access_token=x&limit=1", "1?fields=a,b&limit=1"),
            ("/v16.0/1?access%5Ftoken=x&appsecret_proof=y", "1"),
        ] {
            let uri = Uri::try_from(given).unwrap();
            let target = target(&Method::GET, &uri).unwrap();
            assert_eq!(target, ("v16.0", passed.to_owned()), "{given}");
        }
        for bad in ["/", "/v16.0", "/media/1", "/v16.0/../x", "/v1/2", "/vx.y/1"] {
            target(&Method::GET, &Uri::try_from(bad).unwrap()).unwrap_err();
        }
        let batch = Uri::from_static("/v16.0?access_token=x");
        assert_eq!(target(&Method::POST, &batch).unwrap(), ("v16.0", String::new()));
        target(&Method::POST, &Uri::from_static("/media")).unwrap_err();
    }

    #[test]
    fn what_speaks_of_one_connection_is_dropped() {
        let mut headers = HeaderMap::new();
        for (name, value) in [("connection", "close, X-Mine"), ("x-mine", "1"), ("x-other", "2")] {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let kept = passed_on(&headers);
        assert_eq!(kept.keys().map(HeaderName::as_str).collect::<Vec<_>>(), ["x-other"]);
    }
}
