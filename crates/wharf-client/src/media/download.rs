//! Fetching a file, and making sure that it is the one that was announced.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use sha2::{Digest as _, Sha256};
use tokio::{
    io::{AsyncWrite, AsyncWriteExt as _},
    time::{Instant, timeout},
};
use url::Url;
use wharf_model::{limits::DOCUMENT_BYTES_MAX, media::MediaNode};

use crate::{
    Client, Error, Kind, Meta,
    call::{Answered, understand, unreadable},
    transport::{empty, host},
};

/// Redirects that are followed: each to a host the token may go to.
const REDIRECTS_MAX: usize = 3;

impl Client {
    /// Fetches a file into memory; see [`download_to`](Self::download_to).
    pub async fn download(&self, node: &MediaNode) -> Result<Bytes, Error> {
        let mut bytes = Vec::new();
        self.download_to(node, &mut bytes).await?;
        Ok(bytes.into())
    }

    /// Fetches a file into `writer` and says how many bytes it has. Size and SHA-256 are checked: after an
    /// error, drop what was written. A URL that has expired is asked for again, once.
    ///
    /// The access token goes to the platform's hosts and to this client's own only
    /// ([`Kind::Foreign`] otherwise).
    pub async fn download_to<W>(&self, node: &MediaNode, writer: &mut W) -> Result<u64, Error>
    where
        W: AsyncWrite + Unpin + ?Sized,
    {
        let response = if let Some(response) = self.open(&node.url).await? {
            response
        } else {
            let fresh = self.media(&node.id).await?;
            self.open(&fresh.url).await?.ok_or_else(|| Error::new(Kind::Gone))?
        };
        let (digest, bytes) = self.copy(response, node, writer).await?;
        if !is_digest(&node.sha256, &digest) {
            return Err(corrupt("its SHA-256 differs"));
        }
        Ok(bytes)
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
        let meta = Meta::of(&parts);
        let limited = http_body_util::Limited::new(body, REFUSAL_BYTES_MAX).collect();
        let body = match timeout(self.place.timeout, limited).await {
            Ok(Ok(body)) => body.to_bytes(),
            _ => Bytes::new(),
        };
        match understand::<serde::de::IgnoredAny>(false, &body) {
            Err(Answered::Refused(error)) => Error::new(Kind::Refused(*error)).beside(meta),
            _ => unreadable(&meta, &body),
        }
        .idempotent(true)
    }

    /// Copies the file, and gives its digest and its size.
    async fn copy<W>(
        &self,
        response: Response<Incoming>,
        node: &MediaNode,
        writer: &mut W,
    ) -> Result<([u8; 32], u64), Error>
    where
        W: AsyncWrite + Unpin + ?Sized,
    {
        let unwritable = |error| Error::argument("the file cannot be written").because(error);
        let cut = |timeout| {
            let host = host(&self.place.uri);
            Error::new(Kind::Unanswered { host, timeout }).idempotent(true)
        };
        let most = if node.file_size > 0 { node.file_size } else { DOCUMENT_BYTES_MAX };
        let (mut digest, mut bytes) = (Sha256::new(), 0);
        let mut body = response.into_body();
        // Not the whole file, but each piece of it has its time.
        while let Some(frame) = timeout(self.place.timeout, body.frame())
            .await
            .map_err(|elapsed| cut(true).because(elapsed))?
        {
            let frame = frame.map_err(|error| cut(false).because(error))?;
            let Ok(data) = frame.into_data() else { continue };
            bytes += data.len() as u64;
            if bytes > most {
                return Err(corrupt("it is larger"));
            }
            digest.update(&data);
            writer.write_all(&data).await.map_err(unwritable)?;
        }
        writer.flush().await.map_err(unwritable)?;
        if node.file_size > 0 && bytes != node.file_size {
            return Err(corrupt("it is shorter"));
        }
        Ok((digest.finalize().into(), bytes))
    }
}

fn corrupt(what: &str) -> Error {
    Error::new(Kind::Corrupt { what: what.to_owned() }).idempotent(true)
}

/// Whether this text is the digest: in hex, as nodes have it, or in Base64, as webhooks have it.
fn is_digest(text: &str, digest: &[u8; 32]) -> bool {
    let hex = digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _infallible = write!(hex, "{byte:02x}");
        hex
    });
    let text = text.trim();
    text.eq_ignore_ascii_case(&hex) || text == STANDARD.encode(digest)
}
