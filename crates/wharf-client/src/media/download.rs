//! Fetching a file, and making sure that it is the one that was announced.

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper::body::Incoming;
use serde::de::IgnoredAny;
use tokio::{
    io::{AsyncWrite, AsyncWriteExt as _},
    time::{Instant, timeout},
};
use url::Url;
use wharf_model::media::MediaNode;

use super::arriving::Download;
use crate::{
    Client, Error, Kind,
    transport::{Patient, empty, host},
};

/// Redirects that are followed: each to a host the token may go to.
const REDIRECTS_MAX: usize = 3;

impl Client {
    /// Fetches a file into memory; see [`download_stream`](Self::download_stream).
    pub async fn download(&self, node: &MediaNode) -> Result<Bytes, Error> {
        let mut bytes = Vec::new();
        self.download_to(node, &mut bytes).await?;
        Ok(bytes.into())
    }

    /// Fetches a file into `writer` and says how many bytes it has; see [`download_stream`](Self::download_stream).
    /// After an error, drop what was written.
    pub async fn download_to<W>(&self, node: &MediaNode, writer: &mut W) -> Result<u64, Error>
    where
        W: AsyncWrite + Unpin + ?Sized,
    {
        let unwritable = |error| Error::argument("the file cannot be written").because(error);
        let mut download = self.download_stream(node).await?;
        while let Some(piece) = download.piece().await? {
            writer.write_all(&piece).await.map_err(unwritable)?;
        }
        writer.flush().await.map_err(unwritable)?;
        Ok(download.done())
    }

    /// Begins to fetch a file, and hands it out piece by piece. Size and SHA-256 are checked: the last thing that comes
    /// of a file that is not the announced one is an error ([`Kind::Corrupt`]). A URL that has expired is asked for
    /// again, once; [`Kind::Gone`] if the fresh one does not work either.
    ///
    /// The access token goes to the platform's hosts and to this client's own only ([`Kind::Foreign`] otherwise). Each
    /// piece may take as long as a call may take.
    ///
    /// ```no_run
    /// use wharf_client::{Client, Error};
    /// use wharf_model::id::MediaId;
    ///
    /// # async fn example(client: Client, media: MediaId) -> Result<(), Error> {
    /// let node = client.media(&media).await?;
    /// let shown = |done, all| println!("{done} of {all} bytes");
    /// let mut file = client.download_stream(&node).await?.on_progress(shown);
    /// while let Some(piece) = file.piece().await? {
    ///     println!("{} bytes", piece.len()); // keep them, but trust them only when all have come
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn download_stream(&self, node: &MediaNode) -> Result<Download, Error> {
        let response = if let Some(response) = self.open(&node.url).await? {
            response
        } else {
            let fresh = self.media(&node.id).await?;
            self.open(&fresh.url).await?.ok_or_else(|| Error::new(Kind::Gone))?
        };
        let body = Patient::new(response.into_body(), self.place.timeout);
        Ok(Download::new(body, host(&self.place.uri), node))
    }

    /// The answer to a GET of this URL; none when the URL has expired.
    async fn open(&self, url: &str) -> Result<Option<Response<Incoming>>, Error> {
        let wrong = |error| Error::argument("the file's URL is not a URL").because(error);
        let mut url = Url::parse(url).map_err(wrong)?;
        for _ in 0..=REDIRECTS_MAX {
            let mut request = Request::new(empty());
            *request.method_mut() = Method::GET;
            *request.uri_mut() = self.trusted(&url)?;
            let headers = request.headers_mut();
            headers.insert(header::AUTHORIZATION, self.tenant.token.header());
            headers.insert(header::USER_AGENT, self.place.agent.clone());
            let deadline = Instant::now() + self.place.timeout;
            let sent = self.transport.send(request, deadline).await;
            let response = sent.map_err(|error| error.idempotent(true))?;
            let status = response.status();
            if status == StatusCode::OK {
                return Ok(Some(response));
            }
            if matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE) {
                return Ok(None);
            }
            let location = response.headers().get(header::LOCATION);
            match location.and_then(|location| location.to_str().ok()) {
                Some(location) if status.is_redirection() => {
                    url = url.join(location).map_err(wrong)?;
                }
                _ => return Err(self.refusal(response).await),
            }
        }
        Err(Error::argument("the file's URL is redirected again and again"))
    }

    /// What an answer that is neither a file nor a redirect says.
    async fn refusal(&self, response: Response<Incoming>) -> Error {
        /// Bytes of it that are read.
        const REFUSAL_BYTES_MAX: usize = 64 * 1024;

        let (parts, body) = response.into_parts();
        let meta = self.meta(&parts);
        let limited = Limited::new(body, REFUSAL_BYTES_MAX).collect();
        let (body, more) = match timeout(self.place.timeout, limited).await {
            Ok(Ok(body)) => (body.to_bytes(), None),
            Ok(Err(error)) if error.is::<LengthLimitError>() => {
                (Bytes::new(), Some(REFUSAL_BYTES_MAX))
            }
            _ => (Bytes::new(), None),
        };
        match self.tenant.read::<IgnoredAny>(&parts, &body, more) {
            Err(answered) => self.tenant.error(answered, meta, &body),
            Ok(_) => self.tenant.unreadable(meta, &body),
        }
        .idempotent(true)
    }
}
