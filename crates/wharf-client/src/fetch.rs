//! Fetching what anybody may fetch: no token, no redirect, no retry.

use bytes::Bytes;
use http::{Request, Uri, header};

use crate::{
    Client, Error, Kind,
    transport::{empty, host},
};

impl Client {
    /// Fetches `url` without the access token, at most `bytes_max` bytes of it: the files of flows, whose `cdn_url` needs
    /// none. Only `https://` goes to other machines. What comes is not checked: for a file of a flow,
    /// `wharf_webhook::flows::FlowFile::decrypt` does that.
    ///
    /// Errors are those of every call; [`Kind::Gone`] for the status 404 or 410, and [`Kind::Corrupt`] for more than
    /// `bytes_max` bytes.
    pub async fn fetch(&self, url: &str, bytes_max: usize) -> Result<Bytes, Error> {
        let uri = Uri::try_from(url)
            .map_err(|error| Error::argument("the file's URL is not a URL").because(error))?;
        let here = uri.host().is_some_and(|host| Some(host) == self.place.uri.host());
        match uri.scheme_str() {
            Some("https") if uri.host().is_some() => {}
            Some("http") if here => {}
            _ => return Err(Error::argument("a file's URL begins with https://")),
        }
        let mut request = Request::new(empty());
        *request.uri_mut() = uri;
        request.headers_mut().insert(header::USER_AGENT, self.place.agent.clone());
        let patience = self.patience(bytes_max as u64);
        let whence = host(request.uri());
        let fetched = self.transport.exchange(request, bytes_max, patience).await;
        let (parts, body, more) = fetched.map_err(|error| error.idempotent(true))?;
        let meta = self.meta(&parts);
        match meta.status {
            200 if more => {
                let what = format!("{whence} has more than {bytes_max} bytes of it");
                Err(Error::new(Kind::Corrupt { what }).idempotent(true))
            }
            200 => Ok(body),
            404 | 410 => Err(Error::new(Kind::Gone).beside(meta)),
            _ => Err(self.tenant.unreadable(meta, &body).idempotent(true)),
        }
    }
}
