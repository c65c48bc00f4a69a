//! A server of its own.

use std::{fmt, io};

use tokio::{net::TcpListener, signal};
use wharf_webhook::{
    axum::{self, Router},
    receiver,
};

use super::Webhook;

/// The server could not start, or broke. Its `Debug` is what it is printed as: a `main` that returns it shows that.
pub struct ServeError {
    address: String,
    source: io::Error,
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.source.kind() {
            io::ErrorKind::AddrInUse => write!(
                f,
                "{} is in use: another program listens there; choose another port",
                self.address
            ),
            _ => write!(f, "cannot serve on {}: {}", self.address, self.source),
        }
    }
}

impl fmt::Debug for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

impl Webhook {
    /// Routes for an axum app: the handshake and the webhook at `path`. Of axum 0.8, which is [`wharf::axum`](crate::axum)
    /// as well.
    ///
    /// ```no_run
    /// use wharf::{axum, prelude::*};
    ///
    /// # async fn example(webhook: Webhook) -> Result<(), Box<dyn std::error::Error>> {
    /// let app = axum::Router::new()
    ///     .route("/", axum::routing::get(|| async { "up" }))
    ///     .merge(webhook.clone().router("/webhook"));
    /// let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
    /// axum::serve(listener, app).await?;
    /// webhook.drain().await; // handlers that have begun come to their end
    /// # Ok(())
    /// # }
    /// ```
    pub fn router(self, path: &str) -> Router {
        let (secrets, token) = (self.secrets.clone(), self.token.clone());
        let receiver = receiver(secrets, token, move |body| {
            let webhook = self.clone();
            async move { webhook.handle_trusted(&body).await }
        });
        if path == "/" { receiver } else { Router::new().nest(path, receiver) }
    }

    /// Serves the webhook at `path` on `address` until Ctrl-C or SIGTERM, then ends what is under way: see
    /// [`serve_until`](Self::serve_until).
    ///
    /// # Errors
    ///
    /// When the address cannot be listened on, or the server breaks.
    pub async fn serve(self, address: &str, path: &str) -> Result<(), ServeError> {
        self.serve_until(address, path, stopped()).await
    }

    /// Serves the webhook at `path` on `address` until `stop` is ready. Then it takes no new connection, wakes handlers
    /// that wait for something, and returns when all of them have ended.
    ///
    /// # Errors
    ///
    /// When the address cannot be listened on, or the server breaks.
    pub async fn serve_until(
        self,
        address: &str,
        path: &str,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), ServeError> {
        let failed = |source| ServeError { address: address.to_owned(), source };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let router = self.clone();
        let served = axum::serve(listener, self.router(path)).with_graceful_shutdown(stop).await;
        router.drain().await;
        served.map_err(failed)
    }

    /// Ends in order, for who serves [`router`](Self::router) themselves: from now on bodies are answered 503, handlers
    /// that wait for something are told [`Missed::Stopped`](super::Missed::Stopped), and this returns when all handlers
    /// have ended. It holds for all clones.
    pub async fn drain(&self) {
        self.desk.drain().await;
    }
}

/// Ready when somebody wants the program to end.
async fn stopped() {
    let interrupted = async {
        // Without a signal handler there is nothing to wait for but the end of the process.
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use signal::unix::{SignalKind, signal};

        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    interrupted.await;
}
