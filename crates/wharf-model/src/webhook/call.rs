//! Calls (field `calls`).

use serde_json::Value;

use super::{message::File, parts::parts, person::Whom};
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
        /// Who is called, by user id across linked portfolios.
        recipient_parent_user_id: Option<UserId>,
        /// `call`.
        kind: Option<String> = "type",
        /// What the business attached to it.
        biz_opaque_callback_data: Option<String>,
        /// Why it got no further.
        errors: Vec<GraphError>,
    }
    /// Something about a call. Answer `connect` within 30 seconds.
    Call {
        /// The call's id (`wacid.…`).
        id: Option<CallId>,
        /// The call's id, as some relays spell it.
        wacid: Option<CallId>,
        /// `connect`, `terminate`, `call_created`, `call_recording_available`, …
        event: Option<String>,
        /// Who calls, by phone.
        from: Option<String>,
        /// Who is called, by phone.
        to: Option<String>,
        /// Who calls, by user id.
        from_user_id: Option<UserId>,
        /// Who calls, by user id across linked portfolios.
        from_parent_user_id: Option<UserId>,
        /// Who is called, by user id.
        to_user_id: Option<UserId>,
        /// Who is called, by user id across linked portfolios.
        to_parent_user_id: Option<UserId>,
        /// When.
        timestamp: Option<Timestamp>,
        /// `BUSINESS_INITIATED` or `USER_INITIATED`.
        direction: Option<String>,
        /// The offer or answer.
        session: Option<Session>,
        /// The offer or answer, as old versions spell it.
        connection: Option<Connection>,
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
        /// The recording.
        call_recording: Option<Recording>,
        /// The transcript.
        call_transcript: Option<Transcript>,
        /// Why it failed.
        errors: Vec<GraphError>,
    }
    /// A session description, as old versions spell it.
    Connection {
        /// The description.
        webrtc: Option<Session>,
    }
    /// The recording of a call.
    Recording {
        /// `audio`.
        kind: Option<String> = "type",
        /// The file.
        audio: Option<File>,
    }
    /// The transcript of a call.
    Transcript {
        /// `document`.
        kind: Option<String> = "type",
        /// The file.
        document: Option<File>,
    }
    /// A session description.
    Session {
        /// `offer` or `answer`.
        sdp_type: Option<String>,
        /// RFC 8866.
        sdp: Option<String>,
    }
}

impl Calls {
    /// The one person this is about; `None` when there are several.
    pub(super) fn whom(&self) -> Option<Whom<'_>> {
        match (&self.calls[..], &self.statuses[..]) {
            ([call], []) => Some(call.whom()),
            ([], [status]) => Some(Whom {
                user_id: status.recipient_user_id.as_ref(),
                parent_user_id: status.recipient_parent_user_id.as_ref(),
                phone: status.recipient_id.as_deref(),
            }),
            _ => None,
        }
    }
}

impl Call {
    /// Its id, however it is spelled.
    pub fn call_id(&self) -> Option<&CallId> {
        self.id.as_ref().or(self.wacid.as_ref())
    }

    /// How it ended; the last word of a list.
    pub fn outcome(&self) -> Option<&str> {
        match self.status.as_ref()? {
            Value::Array(words) => words.last()?.as_str(),
            word => word.as_str(),
        }
    }

    /// The session description, wherever the sender's version put it.
    pub fn sdp(&self) -> Option<&str> {
        let old = || self.connection.as_ref()?.webrtc.as_ref();
        self.session.as_ref().or_else(old)?.sdp.as_deref()
    }

    /// The person at the other end: who is called when the business calls.
    fn whom(&self) -> Whom<'_> {
        if self.direction.as_deref() == Some("BUSINESS_INITIATED") {
            return Whom {
                user_id: self.to_user_id.as_ref(),
                parent_user_id: self.to_parent_user_id.as_ref(),
                phone: self.to.as_deref(),
            };
        }
        Whom {
            user_id: self.from_user_id.as_ref(),
            parent_user_id: self.from_parent_user_id.as_ref(),
            phone: self.from.as_deref(),
        }
    }
}
