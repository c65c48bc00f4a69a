//! Connections to apps, kept while there is something to say.

use std::pin::Pin;

use bytes::Bytes;
use http::{Method, Request, header};
use http_body_util::Full;
use hyper::client::conn::http1::{Connection, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use wharf_model::id::AppId;
use wharf_webhook::SIGNATURE_HEADER;

use super::post::{self, text};
use crate::world::Target;

/// The connections of a lane, one for each app.
#[derive(Debug, Default)]
pub(super) struct Lines(Vec<(AppId, Line)>);

impl Lines {
    /// One for each of these, in their order.
    pub(super) fn to(&mut self, targets: &[(AppId, Target)]) -> Vec<&mut Line> {
        self.0.retain(|(app, _)| targets.iter().any(|(told, _)| told == app));
        for (app, _) in targets {
            if !self.0.iter().any(|(known, _)| known == app) {
                self.0.push((app.clone(), Line::default()));
            }
        }
        self.0.sort_by_key(|(app, _)| targets.iter().position(|(told, _)| told == app));
        self.0.iter_mut().map(|(_, line)| line).collect()
    }

    pub(super) fn hang_up(&mut self) {
        self.0.clear();
    }
}

/// A connection to an app, if there is one.
#[derive(Debug, Default)]
pub(super) struct Line(Option<Open>);

#[derive(Debug)]
struct Open {
    authority: String,
    sender: SendRequest<Full<Bytes>>,
    connection: Pin<Box<Connection<TokioIo<TcpStream>, Full<Bytes>>>>,
}

impl Line {
    pub(super) fn hang_up(&mut self) {
        self.0 = None;
    }

    /// Posts a webhook; gives the status, or why there was none.
    pub(super) async fn post(
        &mut self,
        target: &Target,
        signature: &str,
        body: Bytes,
    ) -> Result<u16, String> {
        let request = post::request(target, Method::POST)
            .header(header::CONTENT_TYPE, "application/json")
            .header(SIGNATURE_HEADER, signature)
            .body(Full::new(body))
            .map_err(|error| error.to_string())?;
        let authority = target.authority();
        let kept = self.0.take().filter(|open| open.authority == authority);
        let mut open = match kept {
            Some(open) => open.still().await,
            None => None,
        };
        if open.is_none() {
            open = Some(Open::to(authority).await?);
        }
        let Some(mut open) = open else { return Err("no connection".to_owned()) };
        let status = open.exchange(request).await?;
        self.0 = Some(open);
        Ok(status)
    }
}

impl Open {
    async fn to(authority: String) -> Result<Self, String> {
        let stream = TcpStream::connect(&authority).await;
        let stream = stream.map_err(|error| format!("no connection: {error}"))?;
        // A body goes out in one piece; waiting for more of it helps nobody.
        stream.set_nodelay(true).map_err(|error| format!("no connection: {error}"))?;
        let handshake = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
        let (sender, connection) = handshake.map_err(|error| text(&error))?;
        Ok(Self { authority, sender, connection: Box::pin(connection) })
    }

    /// Itself, unless the app has closed it meanwhile.
    async fn still(mut self) -> Option<Self> {
        tokio::select! {
            biased;
            _ended = &mut self.connection => None,
            ready = self.sender.ready() => ready.ok().map(|()| self),
        }
    }

    async fn exchange(&mut self, request: Request<Full<Bytes>>) -> Result<u16, String> {
        let Self { sender, connection, .. } = self;
        post::driven(connection.as_mut(), async {
            let (parts, body) =
                sender.send_request(request).await.map_err(|error| text(&error))?.into_parts();
            post::collected(body).await?;
            Ok(parts.status.as_u16())
        })
        .await
    }
}
