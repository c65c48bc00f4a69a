//! A gateway that runs.

use std::{fmt, sync::Arc};

use tokio_util::{sync::CancellationToken, task::TaskTracker};
use wharf_model::time::Clock;
use wharf_store::Store;

use crate::{
    Config, Error, admin, config::Setup, desk::Desk, drain, front, handoff, index, ingress, lane,
    listen,
};

/// A gateway that runs. Dropping it ends it without waiting; [`stop`](Self::stop) finishes what is under way.
pub struct Gateway {
    url: String,
    api_url: String,
    pub(crate) rooms: Rooms,
}

/// What runs, and how to end it.
pub(crate) struct Rooms {
    pub(crate) desk: Arc<Desk>,
    /// Everything but the private listener.
    pub(crate) tasks: TaskTracker,
    pub(crate) api_tasks: TaskTracker,
    pub(crate) api_stopping: CancellationToken,
    /// Ends even what is under way.
    pub(crate) cut: CancellationToken,
}

impl Gateway {
    /// Starts a gateway: listens, takes over what a former process left, and begins to work.
    ///
    /// # Errors
    /// When a setting is missing or wrong, an address is in use, the upstream is the gateway itself, or the
    /// store fails.
    pub async fn start(
        config: Config,
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Error> {
        let setup = Setup::new(&config)?;
        let public = listen::bind(config.listen).await?;
        let private = listen::bind(config.api_listen).await?;
        setup.refuse_itself([public.address(), private.address()])?;
        drop(config);

        let desk = Arc::new(Desk::new(setup, store, clock));
        // What waits for its next try is tried at once: a restart, or another URL, may have mended it.
        for subscriber in &desk.setup.subscribers {
            desk.store.subscribe(subscriber.clone()).await?;
        }
        // Before the first claim: nobody can tell what became of these.
        let lost = desk.store.take_over(desk.now()).await?;
        if !lost.is_empty() {
            tracing::warn!(
                sends = lost.len(),
                "the last process stopped while these were being sent; they are unknown now"
            );
        }
        Ok(Self {
            url: public.url(),
            api_url: private.url(),
            rooms: Rooms::open(desk, public, private),
        })
    }

    /// Where apps and the platform call, such as `http://127.0.0.1:3000`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The private API and the console, such as `http://127.0.0.1:3001`.
    pub fn api_url(&self) -> &str {
        &self.api_url
    }

    /// Waits until the store's device fails, which it does not as a rule. What is durable is no longer known
    /// then, and nothing is acknowledged any more: stop, and start again once the device works.
    pub async fn broken(&self) {
        self.rooms.desk.broken.cancelled().await;
    }

    /// Takes nothing new, finishes what is under way (for 20 s at most), and stops.
    pub async fn stop(self) {
        drain::drain(self.rooms).await;
    }
}

impl Rooms {
    fn open(desk: Arc<Desk>, public: listen::Bound, private: listen::Bound) -> Self {
        let rooms = Self {
            tasks: TaskTracker::new(),
            api_tasks: TaskTracker::new(),
            api_stopping: CancellationToken::new(),
            cut: CancellationToken::new(),
            desk,
        };
        let Self { desk, tasks, api_tasks, api_stopping, cut } = &rooms;
        let until = listen::Until { stopping: desk.stopping.clone(), cut: cut.clone() };
        let doors = front::router(desk).merge(ingress::router(desk));
        tasks.spawn(listen::serve(public, doors, tasks.clone(), until));
        let until = listen::Until { stopping: api_stopping.clone(), cut: cut.clone() };
        let api = admin::router(desk, private.address());
        api_tasks.spawn(listen::serve(private, api, api_tasks.clone(), until));

        tasks.spawn(index::run(Arc::clone(desk)));
        tasks.spawn(lane::run(Arc::clone(desk), tasks.clone(), cut.clone()));
        tasks.spawn(lane::give_up(Arc::clone(desk)));
        for circuit in &desk.circuits {
            tasks.spawn(handoff::run(Arc::clone(desk), Arc::clone(circuit)));
        }
        rooms
    }
}

impl Drop for Rooms {
    fn drop(&mut self) {
        self.desk.stopping.cancel();
        self.api_stopping.cancel();
        self.cut.cancel();
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway")
            .field("url", &self.url)
            .field("api_url", &self.api_url)
            .finish_non_exhaustive()
    }
}
