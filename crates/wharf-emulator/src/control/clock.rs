//! `/_control/clock`: the time in the world.

use std::time::Duration;

use axum::{
    Json, Router,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::json;
use wharf_model::time::Timestamp;

use super::{read, refuse};
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/clock", get(show))
        .route("/_control/clock/freeze", post(freeze))
        .route("/_control/clock/resume", post(resume))
        .route("/_control/clock/advance", post(advance))
        .route("/_control/clock/set", post(set))
}

/// How far the clock goes; what is given adds up.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    #[serde(default)]
    milliseconds: u64,
    #[serde(default)]
    seconds: u64,
    #[serde(default)]
    minutes: u64,
    #[serde(default)]
    hours: u64,
    #[serde(default)]
    days: u64,
}

/// Further than anything in the world reaches.
const ADVANCE_MOST: Duration = Duration::from_hours(10 * 366 * 24);

impl Advance {
    fn duration(&self) -> Option<Duration> {
        let larger =
            [(self.days, 86_400), (self.hours, 3_600), (self.minutes, 60), (self.seconds, 1)];
        let seconds = larger.into_iter().try_fold(0_u64, |sum, (count, seconds)| {
            sum.checked_add(count.checked_mul(seconds)?)
        })?;
        let all =
            Duration::from_secs(seconds).checked_add(Duration::from_millis(self.milliseconds))?;
        (!all.is_zero() && all <= ADVANCE_MOST).then_some(all)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    /// Unix seconds.
    now: Timestamp,
}

fn face(shell: &Shell) -> Response {
    let face = shell.clock().face();
    let micros = face.now.as_micros().rem_euclid(1_000_000);
    Json(json!({"now": face.now.as_secs(), "micros": micros, "frozen": face.frozen}))
        .into_response()
}

async fn show(State(shell): State<Shell>) -> Response {
    face(&shell)
}

async fn freeze(State(shell): State<Shell>) -> Response {
    shell.clock().freeze();
    face(&shell)
}

async fn resume(State(shell): State<Shell>) -> Response {
    shell.clock().resume();
    face(&shell)
}

async fn advance(
    State(shell): State<Shell>,
    body: Result<Json<Advance>, JsonRejection>,
) -> Response {
    let advance = match read(body) {
        Ok(advance) => advance,
        Err(response) => return *response,
    };
    let Some(more) = advance.duration() else {
        let what =
            "how far? {\"seconds\": 60}, or milliseconds, minutes, hours, days; at most ten years";
        return refuse(StatusCode::BAD_REQUEST, what);
    };
    shell.advance(shell.now().plus(more)).await;
    face(&shell)
}

async fn set(State(shell): State<Shell>, body: Result<Json<Set>, JsonRejection>) -> Response {
    let Set { now } = match read(body) {
        Ok(set) => set,
        Err(response) => return *response,
    };
    let before = shell.now();
    if now < before {
        let what = format!("now: time does not run backwards; it is {before}");
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    if now.since(before) > ADVANCE_MOST {
        return refuse(StatusCode::BAD_REQUEST, "now: more than ten years ahead");
    }
    shell.advance(now).await;
    face(&shell)
}
