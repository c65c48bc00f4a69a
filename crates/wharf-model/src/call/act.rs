//! Calling, and answering calls.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{CallId, PhoneNumberId, UserId},
    message::Product,
    number::Switch,
    open::open_enum,
};

/// Calls someone or handles a call: `POST /{phone-number-id}/calls`. Say which with [`Call::connect`],
/// [`Call::pre_accept`], [`Call::accept`], [`Call::reject`] or [`Call::terminate`]. Calls are not offered to every
/// country; 1,000 at a time, then error 138002.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Call {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: CallBody,
}

impl Call {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, action: CallVerb) -> Self {
        Self {
            number,
            body: CallBody {
                messaging_product: Product::Whatsapp,
                action,
                call_id: None,
                to: None,
                recipient: None,
                session: None,
                biz_opaque_callback_data: None,
                recording: None,
                transcription: None,
            },
        }
    }

    /// The call; absent when it begins.
    #[must_use]
    pub fn call_id(mut self, call_id: CallId) -> Self {
        self.body.call_id = Some(call_id);
        self
    }

    /// Whom to call: a phone number.
    #[must_use]
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.body.to = Some(to.into());
        self
    }

    /// Whom to call: a business-scoped user id.
    #[must_use]
    pub fn recipient(mut self, recipient: UserId) -> Self {
        self.body.recipient = Some(recipient);
        self
    }

    /// The offer or answer of the media.
    #[must_use]
    pub fn session(mut self, session: Session) -> Self {
        self.body.session = Some(session);
        self
    }

    /// At most 512 characters that come back in webhooks.
    #[must_use]
    pub fn biz_opaque_callback_data(mut self, biz_opaque_callback_data: impl Into<String>) -> Self {
        self.body.biz_opaque_callback_data = Some(biz_opaque_callback_data.into());
        self
    }

    /// Whether the call is recorded.
    #[must_use]
    pub fn recording(mut self, recording: Recording) -> Self {
        self.body.recording = Some(recording);
        self
    }

    /// Whether the call is written down.
    #[must_use]
    pub fn transcription(mut self, transcription: Recording) -> Self {
        self.body.transcription = Some(transcription);
        self
    }
}

/// What [`Call`] carries.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// What is done.
    pub action: CallVerb,
    /// The call; absent when it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_id: Option<CallId>,
    /// Whom to call: a phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Whom to call: a business-scoped user id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<UserId>,
    /// The offer or answer of the media.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Session>,
    /// At most 512 characters that come back in webhooks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub biz_opaque_callback_data: Option<String>,
    /// Whether the call is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording: Option<Recording>,
    /// Whether the call is written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcription: Option<Recording>,
}

crate::quiet_debug! {
    CallBody { action, call_id, biz_opaque_callback_data }
}

impl Endpoint for Call {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CallBody;
    type Response = CallAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("calls").into()
    }

    fn body(&self) -> Option<&CallBody> {
        Some(&self.body)
    }
}

/// An offer or an answer (RFC 8866).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Session {
    /// Which.
    pub sdp_type: SdpType,
    /// The session description.
    pub sdp: String,
}

crate::quiet_debug! {
    Session { sdp_type }
}

impl Session {
    /// All of it.
    pub fn new(sdp_type: SdpType, sdp: impl Into<String>) -> Self {
        Self { sdp_type, sdp: sdp.into() }
    }
}

/// Whether a call is recorded or written down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Recording {
    /// Whether it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Switch>,
    /// Why: at most 250 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// The language in which it is announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announcement_language: Option<String>,
}

impl Recording {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether it is.
    #[must_use]
    pub fn status(mut self, status: Switch) -> Self {
        self.status = Some(status);
        self
    }

    /// Why: at most 250 characters.
    #[must_use]
    pub fn purpose(mut self, purpose: impl Into<String>) -> Self {
        self.purpose = Some(purpose.into());
        self
    }

    /// The language in which it is announced.
    #[must_use]
    pub fn announcement_language(mut self, announcement_language: impl Into<String>) -> Self {
        self.announcement_language = Some(announcement_language.into());
        self
    }
}

open_enum! {
    /// What is done with a call.
    pub enum CallVerb {
        /// Begins one.
        Connect = "connect",
        /// Opens the media before accepting.
        PreAccept = "pre_accept",
        /// Accepts, within 30 to 60 s.
        Accept = "accept",
        /// Refuses.
        Reject = "reject",
        /// Ends.
        Terminate = "terminate",
        /// Changes the media; in one library only.
        MediaUpdate = "media_update",
    }
}

open_enum! {
    /// Which part of the negotiation.
    pub enum SdpType {
        /// The offer.
        Offer = "offer",
        /// The answer.
        Answer = "answer",
    }
}

/// What a call is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallAnswer {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// The call that began: one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calls: Option<Vec<CallStarted>>,
    /// Whether it was done, if none began.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
}

/// A call that began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallStarted {
    /// Its id: webhooks will name it.
    pub id: CallId,
}

impl CallStarted {
    /// All of it.
    pub fn new(id: CallId) -> Self {
        Self { id }
    }
}

impl Call {
    /// Calls `to`, with an offer. The answer comes by webhook.
    pub fn connect(number: PhoneNumberId, to: impl Into<String>, offer: impl Into<String>) -> Self {
        Self::new(number, CallVerb::Connect).to(to).session(Session::new(SdpType::Offer, offer))
    }

    /// Opens the media of an incoming call early, with an answer.
    pub fn pre_accept(number: PhoneNumberId, call: CallId, answer: impl Into<String>) -> Self {
        let session = Session::new(SdpType::Answer, answer);
        Self::new(number, CallVerb::PreAccept).call_id(call).session(session)
    }

    /// Accepts an incoming call, with the same answer as before. Media only after this has succeeded.
    pub fn accept(number: PhoneNumberId, call: CallId, answer: impl Into<String>) -> Self {
        let session = Session::new(SdpType::Answer, answer);
        Self::new(number, CallVerb::Accept).call_id(call).session(session)
    }

    /// Refuses an incoming call.
    pub fn reject(number: PhoneNumberId, call: CallId) -> Self {
        Self::new(number, CallVerb::Reject).call_id(call)
    }

    /// Ends a call; needed for the bill even after the media has ended.
    pub fn terminate(number: PhoneNumberId, call: CallId) -> Self {
        Self::new(number, CallVerb::Terminate).call_id(call)
    }
}
