//! Connects: first hop, then TLS where asked for, all of it within one time limit.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use http::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use tower_service::Service;

use super::{
    hop::{Hop, Proxies, Wire},
    tls::{self, Authorities},
};
use crate::error::BoxError;

/// Opens connections to `https://` and `http://` hosts.
#[derive(Clone, Debug)]
pub(super) struct Connector {
    https: HttpsConnector<Hop>,
    limit: Duration,
}

impl Connector {
    /// DNS, TCP, the proxy's answer and TLS together may take `limit`; these authorities are trusted besides the machine's.
    pub(super) fn new(proxies: Proxies, more: Authorities, limit: Duration) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_keepalive(Some(Duration::from_secs(30)));
        let https = HttpsConnectorBuilder::new()
            .with_tls_config(tls::config(more))
            .https_or_http()
            .enable_all_versions()
            .wrap_connector(Hop { tcp, proxies });
        Self { https, limit }
    }
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<Wire>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.https.poll_ready(cx)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let connecting = self.https.call(target);
        let limit = self.limit;
        Box::pin(
            async move { tokio::time::timeout(limit, connecting).await.map_err(BoxError::from)? },
        )
    }
}
