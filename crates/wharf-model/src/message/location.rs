//! A place.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Rule, check::Checker};
use crate::limits::{LATITUDE_DEGREES_MAX, LOCATION_NAME_CHARS_ADVISED, LONGITUDE_DEGREES_MAX};

/// A place on the map.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Location {
    /// Degrees north, -90 to 90.
    #[serde(deserialize_with = "degrees")]
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    #[serde(deserialize_with = "degrees")]
    pub longitude: f64,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its address; shown only together with `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl Location {
    /// A place by its coordinates, in degrees.
    pub fn new(latitude: f64, longitude: f64) -> Self {
        Self { latitude, longitude, name: None, address: None }
    }

    /// The same with a name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same with an address.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    pub(super) fn check(&self, check: &mut Checker) {
        self.check_at("location", check);
        if self.address.is_some() && self.name.is_none() {
            let what = "phones show the address only together with `name`";
            check.warn("location.address", Rule::Required, what);
        }
    }

    pub(super) fn check_at(&self, at: &str, check: &mut Checker) {
        check.degrees(&format!("{at}.latitude"), self.latitude, LATITUDE_DEGREES_MAX);
        check.degrees(&format!("{at}.longitude"), self.longitude, LONGITUDE_DEGREES_MAX);
        let name = self.name.as_deref().unwrap_or_default();
        check.better(&format!("{at}.name"), name, LOCATION_NAME_CHARS_ADVISED, usize::MAX);
    }
}

/// Degrees as a number or a numeric string; the platform takes both.
pub(crate) fn degrees<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    let degrees = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok());
    degrees.ok_or_else(|| serde::de::Error::custom("not a number of degrees"))
}

crate::quiet_debug! { Location {} }
