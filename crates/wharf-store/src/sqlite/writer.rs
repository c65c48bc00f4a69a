//! The one thread that writes. It takes whatever waits and commits it at once.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

use rusqlite::Connection;
use tokio::{
    sync::{mpsc, oneshot},
    task::spawn_blocking,
};

use super::{checkpoint::Checkpointer, fault::Fault, fault::store_error, lock::Lock};
use crate::{ErrorKind, StoreError};

mod batch;

/// Most jobs in one commit.
const BATCH: usize = 256;

/// Whether a job is undone alone when it fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    /// By a savepoint: for jobs of several statements.
    Savepoint,
    /// By SQLite itself: for jobs of exactly one statement.
    Statement,
}

/// Work for the writer, and who waits for it.
trait Job: Send {
    fn guard(&self) -> Guard;
    fn run(&mut self, db: &Connection) -> rusqlite::Result<()>;
    /// Called once, after the commit or after it failed.
    fn reply(self: Box<Self>, outcome: Result<(), Fault>);
}

struct Task<F, T> {
    guard: Guard,
    work: Option<F>,
    made: Option<T>,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl<F, T> Job for Task<F, T>
where
    F: FnOnce(&Connection) -> rusqlite::Result<T> + Send,
    T: Send,
{
    fn guard(&self) -> Guard {
        self.guard
    }

    fn run(&mut self, db: &Connection) -> rusqlite::Result<()> {
        if let Some(work) = self.work.take() {
            self.made = Some(work(db)?);
        }
        Ok(())
    }

    fn reply(self: Box<Self>, outcome: Result<(), Fault>) {
        let answer = match (outcome, self.made) {
            (Ok(()), Some(made)) => Ok(made),
            (Ok(()), None) => Err(Fault::closed().into()),
            (Err(fault), _) => Err(fault.into()),
        };
        // Nobody listens when the caller went away; the commit stands.
        drop(self.reply.send(answer));
    }
}

enum Message {
    Job(Box<dyn Job>),
    Close,
}

/// The way to the writing thread. Dropping it waits for the thread.
pub(super) struct Writer {
    queue: Option<mpsc::Sender<Message>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the thread. At most `queue` jobs wait for it.
    pub(super) fn start(
        mut db: Connection,
        queue: usize,
        lock: Arc<Lock>,
    ) -> Result<Self, StoreError> {
        let checkpointer = Checkpointer::new(&mut db).map_err(store_error)?;
        let (sender, jobs) = mpsc::channel(queue);
        let thread = thread::Builder::new()
            .name("wharf-store".to_owned())
            .spawn(move || {
                work(&db, jobs, checkpointer);
                drop(db);
                drop(lock);
            })
            .map_err(|error| StoreError::new(ErrorKind::Unavailable, error))?;
        Ok(Self { queue: Some(sender), thread: Mutex::new(Some(thread)) })
    }

    /// Does this work in the next commit, and returns after the commit.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        guard: Guard,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        let task = Task { guard, work: Some(work), made: None, reply };
        self.say(Message::Job(Box::new(task))).await?;
        answer.await.unwrap_or_else(|_| Err(Fault::closed().into()))
    }

    /// Commits what waits, closes the file and ends the thread.
    pub(super) async fn close(&self) -> Result<(), StoreError> {
        // When it is closed already there is nobody to tell, and no thread to wait for.
        drop(self.say(Message::Close).await);
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(thread) = thread else { return Ok(()) };
        match spawn_blocking(move || thread.join()).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(StoreError::new(ErrorKind::Broken, "the writing thread panicked")),
            Err(error) => Err(StoreError::new(ErrorKind::Unavailable, error)),
        }
    }

    async fn say(&self, message: Message) -> Result<(), StoreError> {
        let queue = self.queue.as_ref().ok_or_else(Fault::closed)?;
        queue.send(message).await.map_err(|_| Fault::closed().into())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue.take();
        let thread = self.thread.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the store's writing thread panicked");
        }
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

/// Until the queue is closed and empty.
fn work(db: &Connection, mut queue: mpsc::Receiver<Message>, mut checkpointer: Checkpointer) {
    let mut jobs: Vec<Box<dyn Job>> = Vec::with_capacity(BATCH);
    let mut broken: Option<Fault> = None;
    while let Some(first) = queue.blocking_recv() {
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                Message::Job(job) => jobs.push(job),
                // What was let in before is still done.
                Message::Close => queue.close(),
            }
            next = if jobs.len() < BATCH { queue.try_recv().ok() } else { None };
        }
        if let Some(fault) = &broken {
            jobs.drain(..).for_each(|job| job.reply(Err(fault.clone())));
            continue;
        }
        broken = batch::commit(db, &mut jobs);
        if let Some(fault) = &broken {
            tracing::error!(error = %StoreError::from(fault.clone()), "the store writes no more");
        } else {
            checkpointer.after_commit(db);
        }
    }
    if broken.is_none() {
        Checkpointer::at_close(db);
    }
}
