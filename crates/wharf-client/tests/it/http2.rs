//! Over TLS: the protocol that both sides speak, on connections that are shared.

use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use bytes::Bytes;
use http::{Response, Version};
use http_body_util::Full;
use hyper::{Request, body::Incoming, service::service_fn};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::{
    ServerConfig,
    crypto::aws_lc_rs,
    pki_types::{PrivateKeyDer, pem::PemObject as _},
};
use tokio::{net::TcpListener, task::JoinSet};
use tokio_rustls::TlsAcceptor;
use wharf_client::{AccessToken, Class, Client};
use wharf_model::id::PhoneNumberId;

/// A server that says which protocol it was asked by.
struct Server {
    url: String,
    authority: String,
    connections: Arc<AtomicUsize>,
    _tasks: JoinSet<()>,
}

impl Server {
    async fn speaking(protocols: &[&str]) -> Self {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = PrivateKeyDer::from_pem_slice(signing_key.serialize_pem().as_bytes()).unwrap();
        let provider = Arc::new(aws_lc_rs::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key)
            .unwrap();
        config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let connections = Arc::<AtomicUsize>::default();
        let count = Arc::clone(&connections);
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            let mut open = JoinSet::new();
            loop {
                let (connection, _) = listener.accept().await.unwrap();
                let acceptor = acceptor.clone();
                let count = Arc::clone(&count);
                open.spawn(async move {
                    // One that does not trust us is gone here.
                    let Ok(connection) = acceptor.accept(connection).await else { return };
                    count.fetch_add(1, Ordering::Relaxed);
                    let server = hyper_util::server::conn::auto::Builder::new(TokioExecutor::new());
                    let io = TokioIo::new(connection);
                    let _ended = server.serve_connection(io, service_fn(answer)).await;
                });
            }
        });
        Self { url, authority: cert.pem(), connections, _tasks: tasks }
    }

    fn client(&self, trusts: bool) -> Client {
        let builder = Client::builder(AccessToken::new("t0ken").unwrap()).base_url(&self.url);
        let builder = if trusts { builder.trust(&self.authority) } else { builder };
        builder.no_proxy().build().unwrap()
    }
}

async fn answer(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let name = match request.version() {
        Version::HTTP_2 => "two",
        _ => "one",
    };
    Ok(Response::new(Full::new(format!(r#"{{"verified_name":"{name}"}}"#).into())))
}

#[tokio::test]
async fn the_best_protocol_that_both_sides_speak_is_spoken() {
    for (protocols, spoken) in
        [(&["h2", "http/1.1"][..], "two"), (&["http/1.1"], "one"), (&[], "one")]
    {
        let server = Server::speaking(protocols).await;
        let number = server.client(true).number(PhoneNumberId::new("1").unwrap());
        let info = number.info().await.unwrap();
        assert_eq!(info.verified_name.as_deref(), Some(spoken), "{protocols:?}");
    }
}

#[tokio::test]
async fn calls_at_the_same_time_share_a_connection_of_http2() {
    let server = Server::speaking(&["h2"]).await;
    let number = server.client(true).number(PhoneNumberId::new("1").unwrap());
    number.info().await.unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        let number = number.clone();
        calls.spawn(async move { number.info().await.unwrap() });
    }
    assert_eq!(calls.join_all().await.len(), 20);
    assert_eq!(server.connections.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_certificate_of_nobody_we_trust_means_that_nothing_was_sent() {
    let server = Server::speaking(&["h2"]).await;
    let number = server.client(false).number(PhoneNumberId::new("1").unwrap());
    let error = number.send("+15550001111", "hello").await.unwrap_err();
    assert_eq!(error.class(), Class::NotSent, "{error:?}");
    assert!(error.to_string().contains("UnknownIssuer"), "{error}");
}
