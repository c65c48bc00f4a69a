//! The settings of a number.

use serde::{Deserialize, Serialize};

use crate::{endpoint::lenient, number::Calling, open::open_enum};

/// The settings of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Settings {
    /// Calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calling: Option<Calling>,
    /// Whether a changed identity key stops messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_identity_change: Option<IdentityCheck>,
    /// Where messages are kept; only while the number is not registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storage_configuration: Option<Storage>,
    /// Whether messages are encrypted to the number's own key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload_encryption: Option<PayloadEncryption>,
}

impl Settings {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Calls.
    #[must_use]
    pub fn calling(mut self, calling: Calling) -> Self {
        self.calling = Some(calling);
        self
    }

    /// Whether a changed identity key stops messages.
    #[must_use]
    pub fn user_identity_change(mut self, user_identity_change: IdentityCheck) -> Self {
        self.user_identity_change = Some(user_identity_change);
        self
    }

    /// Where messages are kept; only while the number is not registered.
    #[must_use]
    pub fn storage_configuration(mut self, storage_configuration: Storage) -> Self {
        self.storage_configuration = Some(storage_configuration);
        self
    }

    /// Whether messages are encrypted to the number's own key.
    #[must_use]
    pub fn payload_encryption(mut self, payload_encryption: PayloadEncryption) -> Self {
        self.payload_encryption = Some(payload_encryption);
        self
    }
}

/// Whether a changed identity key stops messages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IdentityCheck {
    /// Whether it does.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_identity_key_check: Option<bool>,
}

impl IdentityCheck {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether it does.
    #[must_use]
    pub fn enable_identity_key_check(mut self, enable_identity_key_check: bool) -> Self {
        self.enable_identity_key_check = Some(enable_identity_key_check);
        self
    }
}

/// Where messages are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Storage {
    /// Which kind of storage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<StorageStatus>,
    /// Country, such as `BR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_localization_region: Option<String>,
    /// Minutes that messages are kept, without storage.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub retention_minutes: Option<i64>,
}

impl Storage {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Which kind of storage.
    #[must_use]
    pub fn status(mut self, status: StorageStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Country, such as `BR`.
    #[must_use]
    pub fn data_localization_region(mut self, data_localization_region: impl Into<String>) -> Self {
        self.data_localization_region = Some(data_localization_region.into());
        self
    }

    /// Minutes that messages are kept, without storage.
    #[must_use]
    pub fn retention_minutes(mut self, retention_minutes: i64) -> Self {
        self.retention_minutes = Some(retention_minutes);
        self
    }
}

/// Whether messages are encrypted to the number's own key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PayloadEncryption {
    /// Whether they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Switch>,
    /// The number's public key, PEM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_encryption_key: Option<String>,
    /// The fingerprint of that key; read only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_encryption_key_fingerprint: Option<String>,
    /// The platform's public key; read only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cloud_encryption_key: Option<String>,
}

impl PayloadEncryption {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether they are.
    #[must_use]
    pub fn status(mut self, status: Switch) -> Self {
        self.status = Some(status);
        self
    }

    /// The number's public key, PEM.
    #[must_use]
    pub fn client_encryption_key(mut self, client_encryption_key: impl Into<String>) -> Self {
        self.client_encryption_key = Some(client_encryption_key.into());
        self
    }

    /// The fingerprint of that key; read only.
    #[must_use]
    pub fn client_encryption_key_fingerprint(
        mut self,
        client_encryption_key_fingerprint: impl Into<String>,
    ) -> Self {
        self.client_encryption_key_fingerprint = Some(client_encryption_key_fingerprint.into());
        self
    }

    /// The platform's public key; read only.
    #[must_use]
    pub fn cloud_encryption_key(mut self, cloud_encryption_key: impl Into<String>) -> Self {
        self.cloud_encryption_key = Some(cloud_encryption_key.into());
        self
    }
}

open_enum! {
    /// Which kind of storage.
    pub enum StorageStatus {
        /// The platform's own.
        Default = "DEFAULT",
        /// In the named country.
        InCountry = "IN_COUNTRY_STORAGE_ENABLED",
        /// None: for as long as needed.
        None = "NO_STORAGE_ENABLED",
    }
}

open_enum! {
    /// On or off.
    pub enum Switch {
        /// On.
        Enabled = "ENABLED",
        /// Off.
        Disabled = "DISABLED",
    }
}
