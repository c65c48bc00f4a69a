//! Payment configurations (India).

mod connect;
mod create;
mod delete;
mod get;
mod list;
mod update;

pub use connect::{ConnectPaymentProvider, ConnectPaymentProviderBody};
pub use create::{
    CreatePaymentConfiguration, CreatePaymentConfigurationBody, PaymentConfigurationCreated,
};
pub use delete::{DeletePaymentConfiguration, DeletePaymentConfigurationBody};
pub use get::GetPaymentConfiguration;
pub use list::{
    CodeAndText, ListPaymentConfigurations, PaymentConfiguration, PaymentConfigurationStatus,
    PaymentConfigurations,
};
pub use update::{UpdatePaymentConfiguration, UpdatePaymentConfigurationBody};
