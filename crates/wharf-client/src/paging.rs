//! Lists that come in pages, as one stream.

use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;
use serde::de::DeserializeOwned;
use url::{Url, form_urlencoded};
use wharf_model::{
    endpoint::Endpoint,
    group::{GroupList, GroupRow},
    page::Page,
};

use crate::{
    Answer, Client, Error,
    call::{Ask, name_of},
};

/// The answer of an endpoint that lists: a page.
pub trait Paged: DeserializeOwned + Send + 'static {
    /// What is listed.
    type Item: Send + 'static;

    /// The page, whatever its own shape.
    fn into_page(self) -> Page<Self::Item>;
}

impl<T: DeserializeOwned + Send + 'static> Paged for Page<T> {
    type Item = T;

    fn into_page(self) -> Self {
        self
    }
}

impl Paged for GroupList {
    type Item = GroupRow;

    fn into_page(self) -> Page<GroupRow> {
        Self::into_page(self)
    }
}

impl Client {
    /// Everything that a listing endpoint lists, over all its pages: a [`Stream`], or ask with [`List::next`].
    ///
    /// A page is asked for when it is needed, and the list ends where the platform names no next page; a page may be
    /// short or empty before that. An error ends the list. Cursors do not last (error 131059): begin again then.
    ///
    /// ```no_run
    /// use wharf_client::{Client, Error};
    /// use wharf_model::flow::ListFlows;
    ///
    /// # async fn example(client: Client, flows: ListFlows) -> Result<(), Error> {
    /// let mut flows = client.list(&flows);
    /// while let Some(flow) = flows.next().await? {
    ///     println!("{:?}", flow.status);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn list<E: Endpoint<Response: Paged>>(&self, endpoint: &E) -> List<E::Response> {
        List { pages: self.pages(endpoint), waiting: VecDeque::new() }
    }

    /// The pages themselves, each with what the platform says of it.
    pub fn pages<E: Endpoint<Response: Paged>>(&self, endpoint: &E) -> Pages<E::Response> {
        let path = endpoint.path().into_owned();
        let ask = Ask::new(name_of::<E>(), E::METHOD, path, E::IDEMPOTENT);
        let ask = Ask { host: E::HOST, ..ask };
        Pages { client: self.clone(), next: Some(ask), asking: None }
    }
}

type Asking<R> = Pin<Box<dyn Future<Output = Result<Answer<R>, Error>> + Send>>;

/// The pages of a list: from [`Client::pages`].
pub struct Pages<R: Paged> {
    client: Client,
    /// What to ask next; none at the end.
    next: Option<Ask<'static>>,
    asking: Option<Asking<R>>,
}

impl<R: Paged> Pages<R> {
    /// The next page; none at the end.
    pub async fn next(&mut self) -> Result<Option<Page<R::Item>>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await.transpose()
    }
}

impl<R: Paged> Stream for Pages<R> {
    type Item = Result<Page<R::Item>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.asking.is_none() {
            let Some(ask) = self.next.clone() else { return Poll::Ready(None) };
            let client = self.client.clone();
            self.asking = Some(Box::pin(async move { client.ask(&ask).await }));
        }
        let Some(asking) = &mut self.asking else { return Poll::Ready(None) };
        let answer = ready!(asking.as_mut().poll(cx));
        self.asking = None;
        let asked = self.next.take();
        Poll::Ready(Some(answer.map(|answer| {
            let page = answer.response.into_page();
            self.next = asked.and_then(|ask| {
                let path = following(&ask.path, &page)?;
                Some(Ask { path: path.into(), ..ask })
            });
            page
        })))
    }
}

impl<R: Paged> fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("over", &self.next.is_none()).finish_non_exhaustive()
    }
}

/// The items of a list: from [`Client::list`].
pub struct List<R: Paged> {
    pages: Pages<R>,
    waiting: VecDeque<R::Item>,
}

impl<R: Paged> List<R>
where
    R::Item: Unpin,
{
    /// The next item; none at the end.
    pub async fn next(&mut self) -> Result<Option<R::Item>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await.transpose()
    }

    /// All that is left, if that is at most `most`; the first `most` otherwise.
    pub async fn take(mut self, most: usize) -> Result<Vec<R::Item>, Error> {
        let mut items = Vec::new();
        while items.len() < most {
            let Some(item) = self.next().await? else { break };
            items.push(item);
        }
        Ok(items)
    }
}

impl<R: Paged> Stream for List<R>
where
    R::Item: Unpin,
{
    type Item = Result<R::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.waiting.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(cx)) {
                Some(Ok(page)) => self.waiting = page.data.into(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<R: Paged> fmt::Debug for List<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("List").field("pages", &self.pages).finish_non_exhaustive()
    }
}

/// The path of the next page; none when the platform names none. Edges with cursors are asked with `after`; those
/// that page by time, with what the platform put into the URL of the next page. That URL itself is not called: it
/// may lead anywhere, and carries the access token.
fn following<T>(path: &str, page: &Page<T>) -> Option<String> {
    let next = page.paging.as_ref()?.next.as_deref()?;
    let (bare, query) = path.split_once('?').unwrap_or((path, ""));
    let pairs = |query: &str| -> Vec<(String, String)> {
        form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    };
    let mut pairs = match page.after() {
        Some(cursor) => {
            let mut pairs = pairs(query);
            pairs.retain(|(name, _)| !matches!(name.as_str(), "after" | "before"));
            pairs.push(("after".to_owned(), cursor.to_owned()));
            pairs
        }
        None => pairs(Url::parse(next).ok()?.query()?),
    };
    let credential =
        |name: &str| matches!(name, "access_token" | "appsecret_proof" | "appsecret_time");
    pairs.retain(|(name, _)| !credential(name));
    Some(format!(
        "{bare}?{}",
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next_of(path: &str, paging: &str) -> Option<String> {
        let page = format!(r#"{{"data":[],"paging":{paging}}}"#);
        following(path, &serde_json::from_str::<Page<u8>>(&page).unwrap())
    }

    #[test]
    fn the_next_page_is_asked_for_only_if_there_is_one() {
        let cursors = r#""cursors":{"before":"b","after":"a=="}"#;
        assert_eq!(next_of("1/flows", &format!("{{{cursors}}}")), None);
        let next =
            format!(r#"{{{cursors},"next":"https://graph.facebook.com/v25.0/1/flows?after=a"}}"#);
        for (path, following) in [
            ("1/flows", "1/flows?after=a%3D%3D"),
            (
                "1/flows?fields=id%2Cname&after=old&limit=2",
                "1/flows?fields=id%2Cname&limit=2&after=a%3D%3D",
            ),
            ("1/flows?before=old", "1/flows?after=a%3D%3D"),
        ] {
            assert_eq!(next_of(path, &next).as_deref(), Some(following));
        }
    }

    #[test]
    fn an_edge_that_pages_by_time_is_asked_as_the_platform_says_and_without_its_credentials() {
        let next = r#"{"next":"https://elsewhere.example/v25.0/2/x?since=5&until=9&access_token=t&appsecret_proof=p"}"#;
        assert_eq!(next_of("1/x?since=1&until=5", next).as_deref(), Some("1/x?since=5&until=9"));
        assert_eq!(next_of("1/x", r#"{"next":"not a URL"}"#), None);
    }
}
