//! The tasks that drive connections, so that a shutdown can wait for them.

use tokio_util::task::TaskTracker;

/// Runs what the connections need, and knows when all of it has ended.
#[derive(Clone, Debug, Default)]
pub(super) struct Tasks(TaskTracker);

impl Tasks {
    /// Waits until every connection is closed.
    pub(super) async fn ended(self) {
        self.0.close();
        self.0.wait().await;
    }
}

impl<F> hyper::rt::Executor<F> for Tasks
where
    F: Future<Output = ()> + Send + 'static,
{
    fn execute(&self, task: F) {
        self.0.spawn(task);
    }
}
