//! The whole world as one text, and back: byte for byte the same.

use serde::{Deserialize, Serialize};
use wharf_model::time::Timestamp;

use super::{World, moment};

/// What this version writes and reads.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    wharf_emulator_snapshot: u32,
    #[serde(with = "moment")]
    now: Timestamp,
    world: &'a World,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(rename = "wharf_emulator_snapshot")]
    _version: u32,
    #[serde(with = "moment")]
    now: Timestamp,
    world: World,
}

#[derive(Deserialize)]
struct Version {
    #[serde(default)]
    wharf_emulator_snapshot: Option<u32>,
}

impl World {
    /// The world at a moment.
    pub(crate) fn snapshot(&self, now: Timestamp) -> Result<Vec<u8>, String> {
        let written = Written { wharf_emulator_snapshot: VERSION, now, world: self };
        serde_json::to_vec(&written).map_err(|error| error.to_string())
    }

    /// A world from a snapshot, and its moment.
    pub(crate) fn restore(bytes: &[u8]) -> Result<(Self, Timestamp), String> {
        let broken = |error: serde_json::Error| format!("this is no snapshot: {error}");
        let Version { wharf_emulator_snapshot } = serde_json::from_slice(bytes).map_err(broken)?;
        match wharf_emulator_snapshot {
            Some(VERSION) => {}
            Some(other) => {
                return Err(format!("a snapshot of version {other}; this reads version {VERSION}"));
            }
            None => return Err("wharf_emulator_snapshot: is required, the version".to_owned()),
        }
        let Read { now, mut world, .. } = serde_json::from_slice(bytes).map_err(broken)?;
        world.find_places();
        Ok((world, now))
    }
}
