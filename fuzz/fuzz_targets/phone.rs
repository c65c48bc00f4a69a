//! A phone number as people write it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wharf_model::phone::{digits, normalise};

fuzz_target!(|text: &str| {
    let Some(normal) = normalise(text) else { return };
    assert_eq!(normalise(&normal).as_deref(), Some(&*normal));
    let bare = normal.strip_prefix('+').unwrap();
    assert!((7..=15).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit()));
    assert_eq!(digits(text).as_deref(), Some(bare));
});
