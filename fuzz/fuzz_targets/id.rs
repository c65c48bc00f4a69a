//! Identifiers and moments in JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wharf_model::{
    id::{MessageId, UserId},
    time::Timestamp,
};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(id) = serde_json::from_slice::<MessageId>(bytes) {
        assert!(!id.as_str().is_empty());
        let written = serde_json::to_string(&id).unwrap();
        assert!(serde_json::from_str::<MessageId>(&written).unwrap() == id);
        assert!(id.as_str().parse::<MessageId>().unwrap() == id);
        assert_eq!(UserId::new(id.as_str()).unwrap().as_str(), id.as_str());
    }
    if let Ok(at) = serde_json::from_slice::<Timestamp>(bytes) {
        let written = serde_json::to_string(&at).unwrap();
        let again: Timestamp = serde_json::from_str(&written).unwrap();
        let again_written = serde_json::to_string(&again).unwrap();
        // Seconds too large to be seconds are read as milliseconds: once, not again and again.
        if at.as_secs() < 1_000_000_000_000 {
            assert_eq!(again_written, written);
        }
    }
});
