//! A webhook body.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wharf_model::webhook;

fuzz_target!(|body: &[u8]| {
    for event in webhook::read(body) {
        let _shown = format!("{event:?} {} {:?} {:?}", event.name(), event.unread(), event.update());
        let again = webhook::read(&event.to_body());
        let [same] = &again[..] else { panic!("one event became {}", again.len()) };
        assert_eq!(same.name(), event.name());
        assert_eq!(same.item(), event.item());
        assert_eq!(same.raw.as_bytes(), event.raw.as_bytes());
        assert_eq!(same.key(), event.key());
        assert!(same.person() == event.person());
    }
});
