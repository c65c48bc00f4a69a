//! Calls: permissions and signalling (Cloud API, "Calling").

mod act;
mod permission;

pub use act::{Call, CallAnswer, CallBody, CallStarted, CallVerb, Recording, SdpType, Session};
pub use permission::{
    ActionName, CallAction, CallLimit, CallPermission, GetCallPermission, Permission,
    PermissionStatus,
};
