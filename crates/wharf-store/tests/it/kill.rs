//! SIGKILL at any moment: what was acknowledged is there.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
};

use tempfile::TempDir;
use wharf_model::time::{Clock, SystemClock};
use wharf_store::{journal::Journal, ops::Ops, sqlite::SqliteStore};

/// Set for the child alone: where it writes.
const FILE: &str = "WHARF_STORE_TEST_KILLED_FILE";
const ACK: &str = "acked ";

/// The child of the test below. Without the variable there is nothing to do.
#[tokio::test(flavor = "multi_thread")]
async fn the_child_that_is_killed() {
    let Some(file) = std::env::var_os(FILE) else { return };
    let store = Arc::new(SqliteStore::open(file, Arc::new(SystemClock)).unwrap());
    let mut writers = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let store = Arc::clone(&store);
        writers.spawn(async move {
            loop {
                let now = SystemClock.now();
                let id = store.journal(vec![b'x'; 700], now).await.unwrap();
                // One write of one line, so that a kill never leaves a wrong number.
                println!("{ACK}{id};");
            }
        });
    }
    writers.join_all().await;
}

#[tokio::test]
async fn what_was_acknowledged_survives_five_kills() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("wharf.db");
    let mut acked = BTreeSet::new();
    for round in 0..5 {
        // As random as the clock's microseconds: the count at which it dies.
        let enough = 50 + usize::try_from(SystemClock.now().as_micros() % 1500).unwrap();
        let before = acked.len();
        run_and_kill(&file, enough, &mut acked);
        assert!(acked.len() >= before + enough, "round {round}: an id was given out twice");

        let store = SqliteStore::open(&file, Arc::new(SystemClock)).unwrap();
        let there: BTreeSet<i64> =
            store.unindexed(usize::MAX).await.unwrap().iter().map(|found| found.id).collect();
        let missing: Vec<_> = acked.difference(&there).collect();
        assert!(missing.is_empty(), "round {round}: acknowledged and lost: {missing:?}");
        store.close().await.unwrap();
        let db = rusqlite::Connection::open(&file).unwrap();
        let health: String =
            db.pragma_query_value(None, "integrity_check", |row| row.get(0)).unwrap();
        assert_eq!(health, "ok", "round {round}");
    }
}

fn run_and_kill(file: &Path, enough: usize, acked: &mut BTreeSet<i64>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["kill::the_child_that_is_killed", "--exact", "--nocapture", "--test-threads=1"])
        .env(FILE, file)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut count = 0;
    for line in lines {
        // Cut off by the kill, the last line may lack its end.
        let Some(id) = line.as_deref().ok().and_then(acked_id) else { continue };
        acked.insert(id);
        count += 1;
        if count == enough {
            // SIGKILL. What it had acknowledged by then is still read from the pipe.
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(count >= enough, "the child ended by itself after {count} rows");
}

fn acked_id(line: &str) -> Option<i64> {
    // The harness may write on the same line before it.
    line.split_once(ACK)?.1.strip_suffix(';')?.parse().ok()
}
