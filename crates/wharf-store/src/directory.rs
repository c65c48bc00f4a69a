//! Who may call.

use async_trait::async_trait;
use wharf_model::time::Timestamp;

use crate::StoreError;

/// An app's key. The key itself is never kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppKey {
    /// Its name, unique.
    pub name: String,
    /// SHA-256 of the key.
    pub digest: [u8; 32],
    /// When it was made.
    pub created_at: Timestamp,
}

/// Apps' keys.
#[async_trait]
pub trait Directory: Send + Sync {
    /// Keeps a key; `false` when the name is taken.
    async fn add_key(&self, key: AppKey) -> Result<bool, StoreError>;

    /// The key with this digest.
    async fn key(&self, digest: [u8; 32]) -> Result<Option<AppKey>, StoreError>;

    /// All keys, oldest first.
    async fn keys(&self) -> Result<Vec<AppKey>, StoreError>;

    /// Removes a key; `false` when there is none of that name.
    async fn remove_key(&self, name: &str) -> Result<bool, StoreError>;
}
