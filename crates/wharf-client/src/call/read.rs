//! Reading an answer, and why one cannot be read.

use http::{HeaderMap, header, response::Parts};
use serde::de::DeserializeOwned;
use url::Url;

use super::Answered;
use crate::client::Tenant;

impl Tenant {
    /// Reads the answer to a call, of which there may be `more` than the `limit` bytes that were read.
    pub(crate) fn read<T: DeserializeOwned>(
        &self,
        parts: &Parts,
        body: &[u8],
        more: Option<usize>,
    ) -> Result<T, Answered> {
        if let Some(limit) = more {
            return Err(too_long(limit));
        }
        match self.understand(parts.status.is_success(), body) {
            Err(Answered::Unreadable(_)) if parts.status.is_redirection() => {
                let mut why = redirect(&parts.headers);
                self.hide(&mut why);
                Err(Answered::Unreadable(why))
            }
            read => read,
        }
    }
}

/// Of an answer that has no end, or is longer than any that is known.
pub(crate) fn too_long(limit: usize) -> Answered {
    Answered::Unreadable(format!("it is longer than {limit} bytes"))
}

/// Where to, without path and query: they may be private.
fn redirect(headers: &HeaderMap) -> String {
    let location = headers.get(header::LOCATION).and_then(|location| location.to_str().ok());
    let to = match location.map(|location| Url::parse(location.trim())) {
        Some(Ok(url)) => {
            let host = url.host_str().unwrap_or("no host");
            let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
            format!("to {}://{host}{port}", url.scheme())
        }
        Some(Err(_)) => "to another path of the same host".to_owned(),
        None => "to nowhere".to_owned(),
    };
    format!(
        "it is a redirect {to}, and none is followed: as a rule http:// was written for https://, or the base URL is \
         wrong"
    )
}
