//! Calls (field `calls`).

use serde_json::Value;

use super::parts::parts;
use crate::{
    error::GraphError,
    id::{CallId, UserId},
    time::Timestamp,
};

parts! {
    /// What a value of the field brings.
    Calls {
        /// Calls that began, ended, or are about to.
        calls: Vec<Call>,
        /// How far calls of the business got.
        statuses: Vec<CallStatus>,
        /// Why a call failed.
        errors: Vec<GraphError>,
    }
    /// How far a call of the business got.
    CallStatus {
        /// The call's id.
        id: Option<CallId>,
        /// `RINGING`, `ACCEPTED`, `REJECTED`.
        status: Option<String>,
        /// When.
        timestamp: Option<Timestamp>,
        /// Who is called, by phone.
        recipient_id: Option<String>,
        /// Who is called, by user id.
        recipient_user_id: Option<UserId>,
        /// What the business attached to it.
        biz_opaque_callback_data: Option<String>,
    }
    /// Something about a call. Answer `connect` within 30 seconds.
    Call {
        /// The call's id (`wacid.…`).
        id: Option<CallId>,
        /// `connect`, `terminate`, `call_created`, `call_recording_available`, …
        event: Option<String>,
        /// Who calls, by phone.
        from: Option<String>,
        /// Who is called, by phone.
        to: Option<String>,
        /// Who calls, by user id.
        from_user_id: Option<UserId>,
        /// Who is called, by user id.
        to_user_id: Option<UserId>,
        /// When.
        timestamp: Option<Timestamp>,
        /// `BUSINESS_INITIATED` or `USER_INITIATED`.
        direction: Option<String>,
        /// The offer or answer.
        session: Option<Session>,
        /// How it ended: `COMPLETED`, `FAILED`; older versions: a list.
        status: Option<Value>,
        /// When it was answered.
        start_time: Option<Timestamp>,
        /// When it ended.
        end_time: Option<Timestamp>,
        /// Seconds.
        duration: Option<i64>,
        /// What the business attached to it.
        biz_opaque_callback_data: Option<String>,
        /// What the call button carried.
        cta_payload: Option<String>,
        /// What the call link carried.
        deeplink_payload: Option<String>,
        /// The recording, as it came.
        call_recording: Option<Value>,
        /// The transcript, as it came.
        call_transcript: Option<Value>,
    }
    /// A session description.
    Session {
        /// `offer` or `answer`.
        sdp_type: Option<String>,
        /// RFC 8866.
        sdp: Option<String>,
    }
}
