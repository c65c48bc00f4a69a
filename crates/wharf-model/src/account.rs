//! WhatsApp Business Accounts: numbers, apps, users, sign-ups, payments (Cloud API, "Business management").

mod activities;
mod apps;
mod get;
mod health;
mod node;
mod numbers;
mod payment;
mod schedule;
mod signup;
mod update;
mod users;
mod welcome;

pub use activities::{Activity, ListActivities};
pub use apps::{
    ListSubscribedApps, Subscribe, SubscribeBody, Subscribed, SubscribedApp, SubscribedAppInfo,
    Unsubscribe,
};
pub use get::GetAccount;
pub use health::{CanSend, EntityKind, HealthEntity, HealthError, HealthStatus};
pub use node::{
    Account, BusinessInfo, OnboardingStatus, OwnershipType, ReviewStatus, VerificationStatus,
};
pub use numbers::{AddNumber, AddNumberBody, ListNumbers, NumberAdded};
pub use payment::{
    CodeAndText, ConnectPaymentProvider, ConnectPaymentProviderBody, CreatePaymentConfiguration,
    CreatePaymentConfigurationBody, DeletePaymentConfiguration, DeletePaymentConfigurationBody,
    GetPaymentConfiguration, ListPaymentConfigurations, PaymentConfiguration,
    PaymentConfigurationCreated, PaymentConfigurationStatus, PaymentConfigurations,
    UpdatePaymentConfiguration, UpdatePaymentConfigurationBody,
};
pub use schedule::{
    CreateSchedule, CreateScheduleBody, ListSchedules, Recurrence, Schedule, ScheduleCreated,
    ScheduleType,
};
pub use signup::{
    CreateSignup, CreateSignupBody, GetSignup, ListSignups, Signup, SignupPolicy, SignupStatus,
    UpdateSignup, UpdateSignupBody,
};
pub use update::{AccountUpdated, UpdateAccount, UpdateAccountBody};
pub use users::{
    AssignUser, AssignUserBody, AssignedUser, ListAssignedAccounts, ListAssignedUsers, RemoveUser,
    RemoveUserBody, UserTask, UserType,
};
pub use welcome::{
    DeleteWelcomeSequence, ListWelcomeSequences, SetWelcomeSequence, SetWelcomeSequenceBody,
    WelcomeSequence, WelcomeSet,
};
