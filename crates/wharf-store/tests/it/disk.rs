//! A disk without room, and a disk that fails.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
};

use tempfile::TempDir;
use wharf_model::time::{SystemClock, Timestamp};
use wharf_store::{
    ErrorKind, StoreError,
    journal::Journal,
    ops::Ops,
    outbox::{NewSend, Outbox},
    sqlite::{SqliteOptions, SqliteStore},
};

const T0: Timestamp = Timestamp::from_secs(1_700_000_000);
/// Set for the child alone: where it writes.
const FILE: &str = "WHARF_STORE_TEST_FAILING_FILE";
/// Set for the child alone: it may mount.
const INSIDE: &str = "WHARF_STORE_TEST_INSIDE";
const DONE: &str = "the small disk was filled";

/// Journals until that fails: the ids, and how it failed.
async fn fill(store: &SqliteStore) -> (Vec<i64>, StoreError) {
    let mut kept = Vec::new();
    loop {
        match store.journal(vec![b'x'; 20_000], T0).await {
            Ok(id) => kept.push(id),
            Err(error) => return (kept, error),
        }
        assert!(kept.len() < 10_000, "it never got full");
    }
}

fn send() -> NewSend {
    NewSend {
        lane: "1".to_owned(),
        conversation: "c".to_owned(),
        version: "v25.0".to_owned(),
        body: vec![b'x'; 50_000],
        callback_data: None,
        idempotency: None,
        created_at: T0,
    }
}

async fn ids(store: &SqliteStore) -> Vec<i64> {
    store.unindexed(usize::MAX).await.unwrap().iter().map(|found| found.id).collect()
}

#[tokio::test]
async fn a_full_file_refuses_keeps_what_it_has_and_goes_on_when_there_is_room() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("wharf.db");
    let options = SqliteOptions::new(&file).bytes_max(2 << 20);
    let store = SqliteStore::open_with(&options, Arc::new(SystemClock)).unwrap();
    let (mut kept, error) = fill(&store).await;
    assert_eq!(error.kind(), ErrorKind::Full, "{error}");
    assert!(kept.len() > 50);
    assert_eq!(store.enqueue(send()).await.unwrap_err().kind(), ErrorKind::Full);
    assert_eq!(ids(&store).await, kept, "reads go on, and nothing half-written is seen");

    // Room is made while it runs.
    let broom = rusqlite::Connection::open(&file).unwrap();
    broom.execute("DELETE FROM arrival WHERE id <= 20", []).unwrap();
    kept.drain(..20);
    store.enqueue(send()).await.unwrap();
    kept.push(store.journal(b"after".to_vec(), T0).await.unwrap());
    assert_eq!(ids(&store).await, kept);
}

/// A small file system of its own, for as long as this lives. Only root can make one.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn new() -> Result<Self, String> {
        let folder = TempDir::new().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=3m", "wharf-store-test"]).arg(folder.path());
        output(&mut mount).map(|_| Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg(self.0.path()).status().unwrap();
    }
}

/// Runs a command; `Err` says why it was none of use.
fn output(command: &mut Command) -> Result<String, String> {
    let made = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    let text =
        String::from_utf8_lossy(if made.status.success() { &made.stdout } else { &made.stderr });
    if made.status.success() { Ok(text.into_owned()) } else { Err(text.trim().to_owned()) }
}

#[tokio::test]
async fn a_full_disk_refuses_and_writing_resumes_when_a_file_goes() {
    let inside = std::env::var_os(INSIDE).is_some();
    let why = match SmallDisk::new() {
        Ok(disk) => {
            fill_and_clear(&disk).await;
            println!("{DONE}");
            return;
        }
        Err(why) if inside => return println!("cannot mount inside either: {why}"),
        Err(why) => why,
    };
    // Who is not root may be one in a name space of its own.
    let test = "disk::a_full_disk_refuses_and_writing_resumes_when_a_file_goes";
    let said = output(
        Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount"])
            .arg(std::env::current_exe().unwrap())
            .args([test, "--exact", "--nocapture"])
            .env(INSIDE, "1"),
    );
    if said.as_ref().is_ok_and(|said| said.contains(DONE)) {
        return;
    }
    let detail = said.unwrap_or_else(|why| why);
    assert!(!detail.contains("panicked"), "{detail}");
    assert!(
        std::env::var_os("CI").is_none_or(|value| value != "true"),
        "a small disk needs root or user name spaces: {why}; {detail}"
    );
    // Past the harness, which swallows what a passing test prints.
    writeln!(io::stderr(), "NOT RUN: a small disk needs root: {why}; {detail}").unwrap();
}

async fn fill_and_clear(disk: &SmallDisk) {
    let ballast = disk.0.path().join("ballast");
    fs::write(&ballast, vec![0; 1 << 20]).unwrap();
    let file = disk.0.path().join("wharf.db");
    let store = SqliteStore::open(&file, Arc::new(SystemClock)).unwrap();
    let (mut kept, error) = fill(&store).await;
    assert_eq!(error.kind(), ErrorKind::Full, "{error}");
    assert_eq!(store.enqueue(send()).await.unwrap_err().kind(), ErrorKind::Full);
    assert_eq!(ids(&store).await, kept);

    fs::remove_file(&ballast).unwrap();
    let (more, _) = fill(&store).await;
    assert!(more.len() > 5, "only {} more", more.len());
    kept.extend(more);
    drop(store);
    assert_integrity(&file);
    let store = SqliteStore::open(&file, Arc::new(SystemClock)).unwrap();
    assert_eq!(ids(&store).await, kept);
    drop(store);
}

/// The child of the test below. Without the variable there is nothing to do.
#[tokio::test]
async fn the_child_whose_disk_fails() {
    let Some(file) = std::env::var_os(FILE) else { return };
    let store = SqliteStore::open(file, Arc::new(SystemClock)).unwrap();
    let (kept, error) = fill(&store).await;
    assert_eq!(error.kind(), ErrorKind::Broken, "{error}");
    // A tiny row would fit, but after a failed write nothing is sure any more.
    assert_eq!(store.check().await.unwrap_err().kind(), ErrorKind::Broken);
    assert_eq!(store.journal(vec![], T0).await.unwrap_err().kind(), ErrorKind::Broken);
    assert_eq!(ids(&store).await, kept, "reads go on");
    drop(store);
    println!("kept {};", kept.len());
}

/// A process may not write files past its limit: SQLite sees that as a failing device (EFBIG).
#[cfg(unix)]
#[tokio::test]
async fn after_a_failed_write_nothing_is_written_and_what_was_acknowledged_is_there() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("wharf.db");
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 4000; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args(["disk::the_child_whose_disk_fails", "--exact", "--nocapture"])
        .env(FILE, &file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    let kept: usize = said
        .split_once("kept ")
        .and_then(|(_, rest)| rest.split_once(';'))
        .and_then(|(count, _)| count.parse().ok())
        .unwrap();
    assert!(kept > 20, "only {kept} rows before the limit");
    let store = SqliteStore::open(&file, Arc::new(SystemClock)).unwrap();
    assert_eq!(ids(&store).await.len(), kept);
    drop(store);
    assert_integrity(&file);
}

fn assert_integrity(file: &Path) {
    let db = rusqlite::Connection::open(file).unwrap();
    let health: String = db.pragma_query_value(None, "integrity_check", |row| row.get(0)).unwrap();
    assert_eq!(health, "ok");
}
