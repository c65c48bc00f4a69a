//! Vectors made on the spot, where there is a Python with `cryptography`.

use std::process::Command;

use super::{VECTORS, Vectors, check, vectors};

#[test]
fn vectors_made_now_say_the_same_as_those_that_were_kept() {
    let python = std::env::var("WHARF_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let able = Command::new(&python).args(["-c", "import cryptography"]).output();
    if !able.is_ok_and(|output| output.status.success()) {
        eprintln!(
            "left out: {python} has no `cryptography`; the vectors that were kept are checked all the same"
        );
        return;
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/flows");
    let run = |arguments: &[&str]| -> Vectors {
        let output = Command::new(&python).current_dir(folder).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let again = run(&["vectors.py", "vectors.json"]);
    check(&again);
    let kept = vectors();
    assert_eq!(again.answers, kept.answers);
    assert_eq!(again.file.fetched, kept.file.fetched);
    for (name, request) in &kept.requests {
        let data = &request.body["encrypted_flow_data"];
        assert_eq!(&again.requests[name].body["encrypted_flow_data"], data, "{name}");
    }
    assert!(VECTORS.contains(&serde_json::to_string(&again.public_pem).unwrap()));

    // And with keys that nobody has seen before.
    check(&run(&["vectors.py"]));
}
