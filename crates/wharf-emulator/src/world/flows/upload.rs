//! Files inside flows: what a person gives a picker, and what its endpoint fetches (Flows, "Media upload").

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{id::MediaId, time::Timestamp};

use crate::world::{File, NewFile, World, writing::Problem};

/// Sealed files that are kept.
const SEALED_MOST: usize = 100;

/// A file as an endpoint fetches it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealed {
    id: MediaId,
    #[serde(with = "super::super::content")]
    bytes: Bytes,
}

impl World {
    /// Somebody gives a picker a file; what stands in the values is what a finished flow says of it.
    pub(crate) fn give_flow_file(
        &mut self,
        wa_id: &str,
        file: NewFile,
        now: Timestamp,
    ) -> Result<Value, Problem> {
        let session =
            self.flows.open(wa_id).ok_or_else(|| Problem("no flow is open".to_owned()))?;
        let (number, name) = (session.number.to_string(), file.name.clone().unwrap_or_default());
        let uploaded = self.upload(&number, file, now);
        let uploaded = uploaded.map_err(|refusal| Problem(refusal.error.text().to_owned()))?;
        let file =
            self.files.get(&uploaded.id).ok_or_else(|| Problem("the file is gone".to_owned()))?;
        Ok(json!({
            "file_name": name, "mime_type": file.mime_type, "sha256": file.sha256_base64(), "id": uploaded.id,
        }))
    }

    /// A sealed file, for its endpoint to fetch.
    pub(crate) fn keep_sealed(&mut self, id: MediaId, bytes: Bytes) {
        let all = &mut self.flows.sealed;
        all.retain(|known| known.id != id);
        if all.len() >= SEALED_MOST {
            all.remove(0);
        }
        all.push(Sealed { id, bytes });
    }

    /// What an endpoint fetches.
    pub(crate) fn sealed(&self, id: &str) -> Option<Bytes> {
        let found = self.flows.sealed.iter().find(|known| known.id.as_str() == id);
        found.map(|known| known.bytes.clone())
    }

    /// The file that stands in the values of a flow like this, if it is one.
    pub(crate) fn flow_file(&self, value: &Map<String, Value>) -> Option<(MediaId, &File)> {
        value.get("sha256")?;
        let id = MediaId::new(value.get("id")?.as_str()?).ok()?;
        Some((id.clone(), self.files.get(&id)?))
    }
}
