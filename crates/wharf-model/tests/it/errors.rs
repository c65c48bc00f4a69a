//! The catalogue of error codes, and the page that shows it.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use wharf_model::error::{Advice, Entry, ErrorBody, GraphError, When, catalogue};

/// Every code the platform documents, its subcodes behind it, by chapter.
#[rustfmt::skip]
const DOCUMENTED: &[&[u32]] = &[
    // Access and integrity.
    &[0, 3, 10, 104, 190, 200, 250, 299, 33, 803, 368, 130_497, 131_031, 131_005, 131_042, 131_044, 131_045, 131_037],
    // Throttling.
    &[1, 2, 4, 17, 613, 80_007, 130_429, 131_048, 131_056, 131_064, 133_016, 131_208],
    // Sending.
    &[100, 130_472, 131_000, 131_008, 131_009, 131_014, 131_016, 131_021, 131_026, 131_030, 131_035, 131_036, 131_047,
      131_049, 131_050, 131_051, 131_052, 131_053, 131_055, 131_057, 131_059, 131_062, 131_063, 134_011, 134_100,
      134_101, 134_102, 134_103, 135_000, 137_000, 139_200, 1_752_041, 2040, 2046, 2047],
    // Templates.
    &[132_000, 132_001, 132_005, 132_007, 132_008, 132_012, 132_015, 132_016, 132_018, 132_021, 132_068, 132_069,
      2_388_019, 2_388_040, 2_388_047, 2_388_072, 2_388_073, 2_388_293, 2_388_299, 2_388_318, 2_388_330, 2_388_023,
      2_388_024, 200_005, 200_006, 200_007, 141_002],
    // Registration and moving.
    &[133_000, 133_004, 133_005, 133_006, 133_008, 133_009, 133_010, 133_015, 136_024, 136_025, 2_388_001, 2_388_012,
      2_388_091, 2_388_093, 2_388_103, 2_494_100, 2_593_079, 2_593_085, 2_593_107, 2_593_108, 2_593_109],
    // Flows, blocked people, usernames, groups, calls.
    &[139_000, 139_001, 139_002, 139_003, 139_004, 4_233_041, 139_100, 139_101, 139_102, 139_103, 147_001, 147_002,
      147_003, 147_004, 147_005, 131_020, 131_041, 131_201, 131_202, 131_203, 131_204, 131_207, 131_209, 131_210,
      131_211, 131_212, 131_213, 131_214, 131_215, 138_000, 138_001, 138_002, 138_003, 138_004, 138_005, 138_006,
      138_007, 138_009, 138_012, 138_013, 138_014, 138_015, 138_017, 138_018, 138_019, 138_020, 138_021, 138_022,
      138_023, 138_024],
];

#[test]
fn every_documented_code_is_in_the_catalogue() {
    for &code in DOCUMENTED.iter().copied().flatten() {
        assert!(GraphError::new(code, "").entry().is_some(), "{code}");
    }
    for (code, subcode) in [
        (190, 460),
        (190, 463),
        (190, 467),
        (4, 2_446_079),
        (131_030, 2_655_007),
        (200, 1_349_174),
        (200, 1_349_175),
        (200, 1_349_176),
    ] {
        let error = GraphError::new(code, "").subcode(subcode);
        assert_eq!(error.entry().unwrap().subcode, Some(subcode), "{code} {subcode}");
    }
}

#[test]
fn no_code_stands_twice_and_all_say_what_they_mean() {
    let mut seen = BTreeSet::new();
    for entry in catalogue() {
        assert!(seen.insert((entry.code, entry.subcode)), "{} {:?}", entry.code, entry.subcode);
        assert!(entry.meaning.ends_with('.') && !entry.title.is_empty(), "{}", entry.code);
        assert!(entry.status.is_none_or(|status| (200..600).contains(&status)), "{}", entry.code);
    }
}

#[test]
fn numbers_beside_an_error_are_written_as_they_were_read() {
    let text = r#"{"error":{"code":1,"error_data":{"a":9.02e+22,"b":38.722252}}}"#;
    let body: ErrorBody = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&body).unwrap(), text);
}

#[test]
fn a_subcode_says_more_than_its_code() {
    let gone = GraphError::new(100, "").subcode(33);
    assert_eq!((gone.advice(), gone.entry().unwrap().subcode), (Advice::Fix, Some(33)));
    let full = GraphError::new(100, "").subcode(2_388_019);
    assert_eq!(full.entry().unwrap().code, 2_388_019);
    let strange = GraphError::new(190, "").subcode(4711);
    assert_eq!(strange.advice(), Advice::StopAccount);
    assert!(GraphError::new(777_777, "").entry().is_none());
}

const HEAD: &str = "\
# The platform's error codes

What `wharf_model::error` knows of each code, and what it advises. `GraphError::advice()` decides by the code, never by
the HTTP status: the same code comes with several. A code that is not here is tried again only if the platform calls
it transient. Where it stands here, *try again in a while* is for what may be done twice: of a send that may have gone
out, `wharf_client::Error::advice()` says to wait for its status.

This page is written by the test `the_page_shows_the_catalogue`: `WHARF_WRITE_DOCS=1 cargo test -p wharf-model the_page`.
";

fn line(entry: &Entry) -> String {
    let code = match (entry.last > entry.code, entry.subcode) {
        (true, _) => format!("{}-{}", entry.code, entry.last),
        (false, Some(subcode)) => format!("{} ({subcode})", entry.code),
        (false, None) => entry.code.to_string(),
    };
    let when = match entry.when {
        When::Answer => "answer",
        When::Later => "webhook",
        _ => "both",
    };
    let status = entry.status.map(|status| status.to_string()).unwrap_or_default();
    let Entry { title, meaning, advice, .. } = entry;
    format!("| {code} | {title} | {meaning} | {advice} | {when} | {status} |\n")
}

#[test]
fn the_page_shows_the_catalogue() {
    let mut page = HEAD.to_owned();
    let mut area = "";
    for entry in catalogue() {
        if area != entry.area {
            area = entry.area;
            write!(
                page,
                "\n## {area}\n\n| code (subcode) | what | meaning | advice | comes as | HTTP |\n"
            )
            .unwrap();
            page.push_str("|---|---|---|---|---|---|\n");
        }
        page.push_str(&line(entry));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/errors.md");
    if std::env::var_os("WHARF_WRITE_DOCS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap_or_default(),
        page,
        "docs/errors.md is not the catalogue"
    );
}
