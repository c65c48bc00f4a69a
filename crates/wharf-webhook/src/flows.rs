//! The data endpoint of flows: what the platform sends there is encrypted, and so is the answer (WhatsApp Flows,
//! "Implementing Endpoints").
//!
//! [`FlowKey`] opens requests and seals answers; `FlowEndpoint`, with the feature `axum`, does all of it at a path of
//! your choice. [`FlowFile`] decrypts what a person uploaded inside a flow. [`FlowPublicKey`] is the other side: it asks as the
//! platform does, and opens the answer.

mod answer;
mod ask;
#[cfg(feature = "axum")]
mod endpoint;
mod file;
mod key;
mod pem;
mod request;
mod sealed;

pub use answer::FlowAnswer;
pub use ask::{Asked, BadAnswer, FlowPublicKey};
#[cfg(feature = "axum")]
pub use endpoint::FlowEndpoint;
pub use file::{BadFile, EncryptionMetadata, FlowFile};
pub use key::{BadKey, FlowKey};
pub use request::{Action, FlowRequest, Notice};
pub use sealed::{Reply, Undecryptable};
