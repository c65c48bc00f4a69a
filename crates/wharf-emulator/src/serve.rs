//! Connections, one task each: an answer may also be that the connection is dropped.

use std::{convert::Infallible, fmt, time::Duration};

use axum::{Router, body::Body, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::Service as _};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Put into the extensions of a response: nothing is answered, the connection ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dropped;

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("dropped, as the fault plan says")
    }
}

impl std::error::Error for Dropped {}

/// How long an open request may take to end when the emulator stops.
const CLOSING: Duration = Duration::from_secs(3);

/// Takes connections until it is told to stop; those that are open answer what was asked.
pub(crate) async fn run(
    listener: TcpListener,
    app: Router,
    tasks: TaskTracker,
    stopping: CancellationToken,
) {
    loop {
        let stream = tokio::select! {
            () = stopping.cancelled() => return,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    // Too many open files, most often: others will close theirs.
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        // Small answers should not wait for more.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "no TCP_NODELAY");
        }
        tasks.spawn(connection(stream, app.clone(), stopping.clone()));
    }
}

async fn connection(stream: TcpStream, app: Router, stopping: CancellationToken) {
    let app = TowerToHyperService::new(app);
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let answer = app.call(request.map(Body::new));
        async move {
            let response = answer.await.unwrap_or_else(|never: Infallible| match never {});
            if response.extensions().get::<Dropped>().is_some() {
                return Err(Dropped);
            }
            Ok(response)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    let ended = tokio::select! {
        ended = &mut connection => ended,
        () = stopping.cancelled() => {
            connection.as_mut().graceful_shutdown();
            // Somebody may hold a request open and never finish it.
            match tokio::time::timeout(CLOSING, connection).await {
                Ok(ended) => ended,
                Err(_) => return,
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended");
    }
}
