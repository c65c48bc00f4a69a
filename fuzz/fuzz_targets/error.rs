//! An error answer of the platform.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wharf_model::error::ErrorBody;

fuzz_target!(|bytes: &[u8]| {
    let Ok(body) = serde_json::from_slice::<ErrorBody>(bytes) else { return };
    let error = &body.error;
    let _used = (error.advice(), error.is_ambiguous(), error.is_window_closed(), error.to_string());
    let _text = error.text();
    let written = serde_json::to_string(&body).unwrap();
    let again: ErrorBody = serde_json::from_str(&written).unwrap();
    assert_eq!(again.error.code, error.code);
    assert_eq!(again.error.advice(), error.advice());
    assert_eq!(serde_json::to_string(&again).unwrap(), written);
});
