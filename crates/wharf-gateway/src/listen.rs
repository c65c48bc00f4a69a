//! Listening: one accept loop, with the limits that keep strangers from holding connections open.

mod steady;

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    pin::pin,
    sync::Arc,
    time::Duration,
};

use axum::Router;
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::sleep,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tower_service::Service as _;

use crate::Error;
use steady::Steady;

/// How long a head may take to come; the same goes for an idle connection.
const HEAD: Duration = Duration::from_secs(15);

/// Bytes of a head, and of what is read ahead of a body.
const HEAD_BYTES_MAX: usize = 64 * 1024;

/// Connections at the same time.
const CONNECTIONS_MAX: usize = 2048;

/// How long to wait when the machine has no room for a connection.
const NO_ROOM: Duration = Duration::from_millis(50);

/// An address that is ours.
pub(crate) struct Bound {
    listener: TcpListener,
    address: SocketAddr,
}

/// How long to serve.
#[derive(Clone)]
pub(crate) struct Until {
    /// No new connections and no new requests from then on.
    pub(crate) stopping: CancellationToken,
    /// Ends even what is under way.
    pub(crate) cut: CancellationToken,
}

pub(crate) async fn bind(address: SocketAddr) -> Result<Bound, Error> {
    let bound = async {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        io::Result::Ok(Bound { listener, address })
    };
    bound.await.map_err(|source| Error::listen(address, source))
}

impl Bound {
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where to call it from this machine.
    pub(crate) fn url(&self) -> String {
        let mut address = self.address;
        if address.ip() == IpAddr::V4(Ipv4Addr::UNSPECIFIED) {
            address.set_ip(Ipv4Addr::LOCALHOST.into());
        }
        format!("http://{address}")
    }
}

/// Serves until told to stop.
pub(crate) async fn serve(bound: Bound, router: Router, tasks: TaskTracker, until: Until) {
    let room = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    loop {
        let accepted = tokio::select! {
            () = until.stopping.cancelled() => return,
            accepted = accept(&bound.listener, &room) => accepted,
        };
        match accepted {
            Ok((stream, permit)) => {
                let (router, until) = (router.clone(), until.clone());
                tasks.spawn(async move {
                    connection(stream, router, until).await;
                    drop(permit);
                });
            }
            Err(error) => {
                tracing::debug!(%error, "no connection was taken");
                sleep(NO_ROOM).await;
            }
        }
    }
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> io::Result<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let permit = Arc::clone(room).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    stream.set_nodelay(true)?;
    Ok((stream, permit))
}

async fn connection(stream: TcpStream, router: Router, until: Until) {
    let service = service_fn(move |request: Request<Incoming>| {
        // A router is always ready.
        router.clone().call(request.map(Steady::new))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = until.stopping.cancelled() => {
            connection.as_mut().graceful_shutdown();
            tokio::select! {
                ended = connection.as_mut() => ended,
                () = until.cut.cancelled() => return,
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection broke");
    }
}
