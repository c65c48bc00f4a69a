//! The settings of a number.

mod calling;
mod get;
mod hours;
mod line;
mod node;
mod set;
mod sip;

pub use calling::{CallIconVisibility, Calling, KeyExchange};
pub use get::GetSettings;
pub use hours::{CallHours, CallIcons, Holiday, WeeklyHours};
pub use line::{
    CallAudio, CallRestriction, CallRestrictions, CallVideo, IpAddresses, RestrictionType,
    Voicemail,
};
pub use node::{IdentityCheck, PayloadEncryption, Settings, Storage, StorageStatus, Switch};
pub use set::SetSettings;
pub use sip::{Sip, SipServer};
