//! One commit for many jobs.

use rusqlite::Connection;

use super::{super::fault::Fault, Guard, Job};
use crate::ErrorKind;

/// Runs the jobs in one transaction and tells each what came of it, after the commit. A job that
/// fails is undone alone. Gives the fault after which nothing may be written any more: when the
/// device failed, what is in the page cache and what is on disk can differ.
pub(super) fn commit(db: &Connection, jobs: &mut Vec<Box<dyn Job>>) -> Option<Fault> {
    if jobs.is_empty() {
        return None;
    }
    let mut outcomes = Vec::with_capacity(jobs.len());
    let done = run_all(db, jobs, &mut outcomes).and_then(|()| statement(db, "COMMIT"));
    let Err(lost) = done else {
        jobs.drain(..).zip(outcomes).for_each(|(job, outcome)| job.reply(outcome));
        return None;
    };
    let undone = db.is_autocommit() || statement(db, "ROLLBACK").is_ok();
    jobs.drain(..).for_each(|job| job.reply(Err(lost.clone())));
    (lost.kind == ErrorKind::Broken || !undone).then_some(lost)
}

/// `Err` when the whole transaction is lost.
fn run_all(
    db: &Connection,
    jobs: &mut [Box<dyn Job>],
    outcomes: &mut Vec<Result<(), Fault>>,
) -> Result<(), Fault> {
    statement(db, "BEGIN IMMEDIATE")?;
    for job in jobs {
        outcomes.push(run_one(db, job.as_mut())?);
    }
    Ok(())
}

fn run_one(db: &Connection, job: &mut dyn Job) -> Result<Result<(), Fault>, Fault> {
    let saved = job.guard() == Guard::Savepoint;
    if saved {
        statement(db, "SAVEPOINT job")?;
    }
    let outcome = job.run(db).map_err(Fault::from);
    if let Err(fault) = &outcome {
        // Some errors make SQLite roll back all of it, and after a device error nothing is sure.
        if db.is_autocommit() || fault.kind == ErrorKind::Broken {
            return Err(fault.clone());
        }
        if saved {
            statement(db, "ROLLBACK TO job")?;
        }
    }
    if saved {
        statement(db, "RELEASE job")?;
    }
    Ok(outcome)
}

fn statement(db: &Connection, sql: &'static str) -> Result<(), Fault> {
    db.prepare_cached(sql).and_then(|mut made| made.execute([])).map(drop).map_err(Fault::from)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    struct Note {
        sql: &'static str,
        reply: mpsc::Sender<(&'static str, bool)>,
    }

    impl Job for Note {
        fn guard(&self) -> Guard {
            Guard::Savepoint
        }

        fn run(&mut self, db: &Connection) -> rusqlite::Result<()> {
            db.execute_batch(self.sql)
        }

        fn reply(self: Box<Self>, outcome: Result<(), Fault>) {
            self.reply.send((self.sql, outcome.is_ok())).unwrap();
        }
    }

    #[test]
    fn a_job_that_fails_takes_nobody_with_it() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("CREATE TABLE a (b INTEGER PRIMARY KEY) STRICT").unwrap();
        let good = "INSERT INTO a VALUES (1)";
        let bad = "INSERT INTO a VALUES (2); INSERT INTO a VALUES (1)";
        let after = "INSERT INTO a VALUES (3)";
        let (reply, replies) = mpsc::channel();
        let mut jobs: Vec<Box<dyn Job>> = [good, bad, after]
            .map(|sql| Box::new(Note { sql, reply: reply.clone() }) as Box<dyn Job>)
            .into();
        assert!(commit(&db, &mut jobs).is_none());
        drop(reply);
        assert_eq!(replies.iter().collect::<Vec<_>>(), [(good, true), (bad, false), (after, true)]);
        let rows: String =
            db.query_row("SELECT group_concat(b) FROM a", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, "1,3");
    }
}
