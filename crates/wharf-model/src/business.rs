//! Business portfolios: accounts, verified numbers, credit, access tokens, partners.

mod accounts;
mod certify;
mod credit;
mod get;
mod marketing;
mod numbers;
mod obo;
mod submissions;
mod users;

pub use accounts::{ListClientAccounts, ListOwnedAccounts};
pub use certify::{SelfCertified, SelfCertify, SelfCertifyBody};
pub use credit::{
    Allocation, AllocationCredential, AttachCredit, Credit, CreditShared, GetAllocation,
    ListAllocations, ListCredits, RevokeAllocation, ShareAndAttachCredit, ShareCredit,
};
pub use get::{Business, GetBusiness};
pub use marketing::{OnboardToMarketing, OnboardingRequest};
pub use numbers::{
    AddPreverifiedNumber, AddPreverifiedNumberBody, Availability, DeletePreverified,
    GetPreverified, ListPreverifiedNumbers, ListPreverifiedPartners, Preverified, PreverifiedAdded,
    RequestPreverifiedCode, RequestPreverifiedCodeBody, SharePreverifiedNumber,
    SharePreverifiedNumberBody, UnsharePreverifiedNumber, UnsharePreverifiedNumberBody,
    VerifyPreverifiedCode, VerifyPreverifiedCodeBody,
};
pub use obo::{
    GetMobilityIntent, IntentStatus, ListOnBehalfRequests, MobilityIntent, MobilityIntentSet,
    MoveAccount, MoveAccountBody, MoveAnswer, OnBehalfRequest, OnBehalfStatus, SetMobilityIntent,
    SetMobilityIntentBody,
};
pub use submissions::{ListSubmissions, Submission};
pub use users::{
    AccessToken, CreateBusinessToken, CreateBusinessTokenBody, CreateUserToken,
    CreateUserTokenBody, ListSystemUsers, SystemUser,
};
