//! A running emulator.

use std::time::Duration;

use axum::{Router, middleware};
use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use wharf_model::id::MessageId;

use crate::{
    Config, Error, ErrorKind, control, graph, path, phone, serve,
    shell::Shell,
    world::{Target, TargetError, World, Written},
};

/// The platform on this machine, running. Dropping it stops it as well, but only [`stop`](Self::stop) waits for the end.
#[derive(Debug)]
pub struct Emulator {
    shell: Shell,
    tasks: TaskTracker,
}

impl Emulator {
    /// Starts it. The error is that the address cannot be listened on.
    ///
    /// ```
    /// # async fn example() -> Result<(), wharf_emulator::Error> {
    /// let emulator = wharf_emulator::Emulator::start(wharf_emulator::Config::dev()).await?;
    /// println!("WHATSAPP_GRAPH_URL={}", emulator.url());
    /// emulator.stop().await;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn start(config: Config) -> Result<Self, Error> {
        let failed = |source| Error::because(ErrorKind::Listen(config.listen), source);
        let listener = TcpListener::bind(config.listen).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let stopping = CancellationToken::new();
        let shell = Shell::new(&config, format!("http://{address}"), stopping.clone());
        let mut own = control::routes().merge(phone::routes());
        if address.ip().is_loopback() {
            own = own.layer(middleware::from_fn(control::at_home));
        }
        let app = graph::routes(&shell)
            .merge(own)
            .fallback(graph::unknown_path)
            .with_state(shell.clone());
        // Before a path is looked up, it is mended.
        let tidy = middleware::from_fn_with_state(shell.clone(), path::tidy);
        let app = Router::new().fallback_service(app).layer(tidy);

        let tasks = TaskTracker::new();
        tasks.spawn(serve::run(listener, app, tasks.clone(), stopping));
        let agenda = shell.clone();
        tasks.spawn(async move { agenda.run_agenda().await });
        let push = shell.clone();
        tasks.spawn(async move { push.run_push().await });
        tasks.close();
        Ok(Self { shell, tasks })
    }

    /// Where it can be reached: what `WHATSAPP_GRAPH_URL` wants, and the phone in the browser.
    pub fn url(&self) -> &str {
        self.shell.base()
    }

    /// Registers the app's webhook, as the platform does: it is asked for the handshake first.
    /// Webhooks that waited for one are sent now.
    pub async fn set_webhook(&self, url: &str, verify_token: &str) -> Result<(), Error> {
        let target =
            Target::new(url).map_err(|TargetError(what)| Error::new(ErrorKind::Url(what)))?;
        self.shell.register(target, verify_token).await
    }

    /// Somebody writes a text to the business; gives the message's id. `wa_id` is their number in digits.
    pub fn write(&self, wa_id: &str, text: &str) -> Result<MessageId, Error> {
        let written = Written::text(text);
        let outcome = self.shell.step(|world, now| world.write(wa_id, written, now));
        outcome.map_err(|problem| Error::new(ErrorKind::Writing(problem.0)))
    }

    /// Stops the world's clock, so that only [`advance`](Self::advance) moves it.
    pub fn freeze(&self) {
        self.shell.clock().freeze();
    }

    /// Moves the world's clock forward, and stops on the way wherever something happens until its
    /// webhooks are posted: days pass in as long as the app takes to answer.
    ///
    /// ```
    /// # async fn example() -> Result<(), wharf_emulator::Error> {
    /// let emulator = wharf_emulator::Emulator::start(wharf_emulator::Config::dev()).await?;
    /// emulator.freeze();
    /// emulator.advance(std::time::Duration::from_hours(24)).await; // Ada's window is shut
    /// # Ok(())
    /// # }
    /// ```
    pub async fn advance(&self, time: Duration) {
        self.shell.advance(self.shell.now().plus(time)).await;
    }

    /// The whole world as JSON, for [`restore`](Self::restore). It holds everything: messages,
    /// files, PINs. The error is a bug of ours.
    pub fn snapshot(&self) -> Result<Vec<u8>, Error> {
        let snapshot = self.shell.look(World::snapshot);
        snapshot.map_err(|what| Error::new(ErrorKind::Snapshot(what)))
    }

    /// Another world in place of this one; it goes on from its moment, with its clock standing
    /// still. The error is that these bytes are no snapshot of this version.
    pub fn restore(&self, snapshot: &[u8]) -> Result<(), Error> {
        let (world, now) =
            World::restore(snapshot).map_err(|what| Error::new(ErrorKind::Snapshot(what)))?;
        self.shell.replace(world, Some(now));
        Ok(())
    }

    /// Tells the app nothing more: for when the app stops first, which is no failure of its webhook.
    pub fn silence(&self) {
        self.shell.silence();
    }

    /// Stops: open requests are answered, webhooks under way are finished, the others are dropped.
    pub async fn stop(self) {
        self.shell.stopping().cancel();
        self.tasks.wait().await;
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.shell.stopping().cancel();
    }
}
