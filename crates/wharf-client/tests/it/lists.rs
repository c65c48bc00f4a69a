use std::{borrow::Cow, future::poll_fn, pin::Pin};

use futures_core::Stream as _;
use http::Method;
use wharf_client::{Kind, Retry};
use wharf_model::{
    endpoint::{Endpoint, NoBody},
    page::Page,
};

use crate::server::{Reply, Server, json};

/// Lists numbers.
struct Numbers(&'static str);

impl Endpoint for Numbers {
    const METHOD: Method = Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<u32>;

    fn path(&self) -> Cow<'_, str> {
        self.0.into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

fn page(items: &str, after: &str, more: bool) -> Reply {
    let next = if more { r#","next":"https://graph.facebook.com/x""# } else { "" };
    let paging = format!(r#""paging":{{"cursors":{{"before":"b","after":"{after}"}}{next}}}"#);
    json("200 OK", &format!(r#"{{"data":{items},{paging}}}"#))
}

/// An empty page in the middle, a short one, and a last one that has a cursor still.
fn three() -> Vec<Reply> {
    vec![page("[1,2]", "c1", true), page("[]", "c2", true), page("[3]", "c3", false)]
}

#[tokio::test]
async fn a_list_ends_where_no_next_page_is_named() {
    let server = Server::start(three()).await;
    let client = server.client();
    let mut list = client.list(&Numbers("1/numbers?limit=2"));
    let mut numbers = Vec::new();
    while let Some(number) = list.next().await.unwrap() {
        numbers.push(number);
    }
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(list.next().await.unwrap(), None);
    let lines: Vec<_> = server.seen().into_iter().map(|seen| seen.line).collect();
    let expected = ["?limit=2", "?limit=2&after=c1", "?limit=2&after=c2"]
        .map(|query| format!("GET /v25.0/1/numbers{query} HTTP/1.1"));
    assert_eq!(lines, expected);
}

#[tokio::test]
async fn a_page_is_asked_for_when_it_is_needed() {
    let server = Server::start(three()).await;
    let client = server.client();
    assert_eq!(client.list(&Numbers("1/numbers")).take(2).await.unwrap(), [1, 2]);
    assert_eq!(server.seen().len(), 1);
    let mut list = client.list(&Numbers("1/numbers"));
    let first = poll_fn(|cx| Pin::new(&mut list).poll_next(cx)).await;
    assert!(first.is_none() || first.unwrap().is_ok());

    let server = Server::start(three()).await;
    let mut pages = server.client().pages(&Numbers("1/numbers"));
    let sizes = [2, 0, 1];
    for size in sizes {
        assert_eq!(pages.next().await.unwrap().unwrap().data.len(), size);
    }
    assert!(pages.next().await.unwrap().is_none());
}

#[tokio::test]
async fn an_error_ends_a_list_and_a_retry_saves_it() {
    let failed = || json("500 Oh", r#"{"error":{"message":"no","code":2}}"#);
    let replies = || vec![page("[1]", "c1", true), failed(), page("[2]", "c2", false)];
    let server = Server::start(replies()).await;
    let mut list = server.client().list(&Numbers("1/numbers"));
    assert_eq!(list.next().await.unwrap(), Some(1));
    let error = list.next().await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Refused(_)), "{error:?}");
    assert_eq!(list.next().await.unwrap(), None);

    let server = Server::start(replies()).await;
    let quick = std::time::Duration::from_millis(1);
    let client = server.client().with_retry(Retry::new().waits(quick, quick));
    assert_eq!(client.list(&Numbers("1/numbers")).take(9).await.unwrap(), [1, 2]);
}
