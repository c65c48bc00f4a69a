//! Business phone numbers: registration, PIN, profile, settings, QR codes, blocking, and more (Cloud API, "Phone numbers").

mod account_number;
mod automation;
mod block;
mod commerce;
mod compliance;
mod deregister;
mod encrypted;
mod encryption;
mod get;
mod history;
mod node;
mod official;
mod payment;
mod pin;
mod profile;
mod qr;
mod register;
mod request_code;
mod set_pin;
mod settings;
mod smb_data;
mod update;
mod username;
mod verify_code;

pub use account_number::GetAccountNumber;
pub use automation::{Automation, Command, GetBot, SetAutomation, SetAutomationBody};
pub use block::{
    BlockAnswer, BlockFailure, BlockOutcome, BlockUsers, BlockUsersBody, BlockedUser, ListBlocked,
    UnblockUsers, UnblockUsersBody, UserToBlock,
};
pub use commerce::{Commerce, GetCommerce, SetCommerce};
pub use compliance::{
    Compliance, CustomerCare, EntityType, GetCompliance, GrievanceOfficer, SetCompliance,
    SetComplianceBody,
};
pub use deregister::Deregister;
pub use encrypted::{Encrypted, SendEncrypted, SendEncryptedBody};
pub use encryption::{
    Encryption, GetEncryption, SetEncryption, SetEncryptionBody, SignatureStatus,
};
pub use get::GetNumber;
pub use history::{
    DeliveryStatus, HistoryApp, HistoryEntry, HistoryEvent, HistoryRow, ListHistory,
    ListHistoryEvents, WebhookState,
};
pub use node::{
    AccountMode, CodeVerificationStatus, MessagingTier, NameStatus, Number, NumberStatus,
    PlatformType, QualityRating, QualityScore, SearchVisibility, Throughput, ThroughputLevel,
    WebhookConfiguration,
};
pub use official::{
    GetOfficialStatus, OfficialAction, OfficialAnswer, OfficialApplication, OfficialState,
    OfficialStatus, RequestOfficial, RequestOfficialBody,
};
pub use payment::{
    GetPayment, Payment, PaymentAmount, PaymentAnswer, PaymentStatus, RefundAnswer, RefundPayment,
    RefundPaymentBody, RefundSpeed, RefundStatus,
};
pub use pin::{NotSixDigits, Pin};
pub use profile::{
    GetProfile, GetProfileNode, Profile, ProfileUpdated, SetProfile, SetProfileBody,
    SetProfileNode, SetProfileNodeBody, Vertical,
};
pub use qr::{
    CreateQrCode, CreateQrCodeBody, DeleteQrCode, GetQrCode, ListQrCodes, QrCode, QrCodeAnswer,
    QrImage, UpdateQrCode, UpdateQrCodeBody,
};
pub use register::{Backup, Register, RegisterBody};
pub use request_code::{CodeMethod, RequestCode, RequestCodeBody};
pub use set_pin::{PinBody, SetPin};
pub use settings::{
    CallAudio, CallHours, CallIconVisibility, CallIcons, CallRestriction, CallRestrictions,
    CallVideo, Calling, GetSettings, Holiday, IdentityCheck, IpAddresses, KeyExchange,
    PayloadEncryption, RestrictionType, SetSettings, Settings, Sip, SipServer, Storage,
    StorageStatus, Switch, Voicemail, WeeklyHours,
};
pub use smb_data::{AppDataSync, SyncAppData, SyncAppDataBody, SyncType};
pub use update::{ApiData, UpdateNumber, UpdateNumberBody, WebhookOverride};
pub use username::{
    DeleteUsername, GetUsername, ListUsernameSuggestions, SetUsername, SetUsernameBody,
    TransferAction, Username, UsernameStatus, UsernameSuggestions,
};
pub use verify_code::{CodeVerified, VerifyCode, VerifyCodeBody};
