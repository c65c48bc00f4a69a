//! The first hop: straight to the host, or through the proxy the environment names.

use std::{
    env, fmt, io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use http::{HeaderValue, Uri, uri::Scheme};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::{
    client::{
        legacy::connect::{Connected, Connection, HttpConnector, proxy::Tunnel},
        proxy::matcher::{Intercept, Matcher},
    },
    rt::TokioIo,
};
use tokio::net::TcpStream;
use tower_service::Service;

use crate::error::BoxError;

/// Which proxy to use for what: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in either case.
/// This machine itself is never reached through a proxy.
#[derive(Clone)]
pub(crate) struct Proxies(Option<Arc<Matcher>>);

/// The variables that name one.
const NAMES: [&str; 6] =
    ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

impl fmt::Debug for Proxies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Proxies(…)")
    }
}

impl Proxies {
    pub(crate) fn from_env() -> Self {
        let named = NAMES.iter().any(|name| env::var_os(name).is_some());
        if named { Self::new(Matcher::from_env()) } else { Self::none() }
    }

    /// None at all.
    pub(crate) fn none() -> Self {
        Self(None)
    }

    /// This one for everything; none when it is no `http://` URL.
    pub(crate) fn all(url: &str) -> Option<Self> {
        let parsed = url::Url::parse(url).ok()?;
        let fits = parsed.scheme() == "http" && parsed.host().is_some();
        fits.then(|| Self::new(Matcher::builder().all(url).build()))
    }

    pub(super) fn new(matcher: Matcher) -> Self {
        Self(Some(Arc::new(matcher)))
    }

    fn intercept(&self, uri: &Uri) -> Option<Intercept> {
        let proxy = self.0.as_ref()?.intercept(uri)?;
        let host = uri.host()?.trim_matches(['[', ']']);
        let loopback = host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
        if loopback || host == "localhost" { None } else { Some(proxy) }
    }

    /// What a plain request must show to its proxy; a tunnel shows it when it is dug.
    pub(super) fn authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        let plain = uri.scheme() == Some(&Scheme::HTTP);
        let proxy = plain.then(|| self.intercept(uri)).flatten()?;
        proxy.basic_auth().cloned()
    }
}

/// Connects to the first hop.
#[derive(Clone, Debug)]
pub(super) struct Hop {
    pub(super) tcp: HttpConnector,
    pub(super) proxies: Proxies,
}

impl Service<Uri> for Hop {
    type Response = Wire;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Wire, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        ready!(self.tcp.poll_ready(cx))?;
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let mut tcp = self.tcp.clone();
        let Some(proxy) = self.proxies.intercept(&target) else {
            let connecting = tcp.call(target);
            return Box::pin(async { Ok(Wire { io: connecting.await?, proxied: false }) });
        };
        if proxy.uri().scheme() != Some(&Scheme::HTTP) {
            return Box::pin(async {
                Err("only http:// proxies are supported: see HTTPS_PROXY and NO_PROXY".into())
            });
        }
        if target.scheme() == Some(&Scheme::HTTP) {
            let connecting = tcp.call(proxy.uri().clone());
            return Box::pin(async { Ok(Wire { io: connecting.await?, proxied: true }) });
        }
        let mut tunnel = Tunnel::new(proxy.uri().clone(), tcp);
        if let Some(auth) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(auth.clone());
        }
        let digging = tunnel.call(target);
        Box::pin(async { Ok(Wire { io: digging.await?, proxied: false }) })
    }
}

/// A TCP connection, and whether a proxy reads the requests on it.
#[derive(Debug)]
pub(super) struct Wire {
    io: TokioIo<TcpStream>,
    proxied: bool,
}

impl Connection for Wire {
    fn connected(&self) -> Connected {
        // Without the addresses of both ends: they would be copied into every answer, where nobody looks for them.
        Connected::new().proxy(self.proxied)
    }
}

impl Read for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(cx, buf)
    }
}

impl Write for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(cx, bufs)
    }
}
