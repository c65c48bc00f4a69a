//! QR codes and short links.

mod create;
mod delete;
mod get;
mod list;
mod update;

pub use create::{CreateQrCode, CreateQrCodeBody, QrImage};
pub use delete::DeleteQrCode;
pub use get::{GetQrCode, QrCodeAnswer};
pub use list::{ListQrCodes, QrCode};
pub use update::{UpdateQrCode, UpdateQrCodeBody};
