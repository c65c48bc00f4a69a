//! When to stop.

use crate::exit::Failure;

/// Waits for Ctrl-C, or for the signal that service managers send.
pub(crate) async fn asked() -> Result<(), Failure> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        outcome = tokio::signal::ctrl_c() => Ok(outcome?),
        _ = terminate.recv() => Ok(()),
    }
}
