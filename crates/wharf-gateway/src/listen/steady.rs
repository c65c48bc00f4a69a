//! A body that must keep coming.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::BoxError;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

/// How long a body may be silent while somebody reads it.
const SILENCE_MOST: Duration = Duration::from_secs(10);

/// A body that fails when it is silent for too long. Time in which nobody reads does not count.
pub(super) struct Steady<B> {
    body: B,
    alarm: Option<Pin<Box<Sleep>>>,
    waiting: bool,
}

impl<B> Steady<B> {
    pub(super) fn new(body: B) -> Self {
        Self { body, alarm: None, waiting: false }
    }
}

impl<B> Body for Steady<B>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(cx) {
            this.waiting = false;
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let alarm = this.alarm.get_or_insert_with(|| Box::pin(sleep(SILENCE_MOST)));
        if !this.waiting {
            this.waiting = true;
            alarm.as_mut().reset(Instant::now() + SILENCE_MOST);
        }
        match alarm.as_mut().poll(cx) {
            Poll::Ready(()) => Poll::Ready(Some(Err("the body stopped coming".into()))),
            Poll::Pending => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::stream;
    use http_body_util::{BodyExt as _, StreamBody};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_body_that_stops_coming_fails() {
        let whole = Bytes::from_static(b"x");
        let frames = stream::unfold(0, |count| {
            let frame = Ok::<_, BoxError>(Frame::data(whole.clone()));
            async move {
                match count {
                    0 => {}
                    1 => sleep(SILENCE_MOST / 2).await,
                    _ => std::future::pending().await,
                }
                Some((frame, count + 1))
            }
        });
        let mut body = Steady::new(StreamBody::new(Box::pin(frames)));
        for _ in 0..2 {
            body.frame().await.unwrap().unwrap();
        }
        let begun = Instant::now();
        body.frame().await.unwrap().unwrap_err();
        assert_eq!(begun.elapsed().as_secs(), SILENCE_MOST.as_secs());
    }
}
