//! Orders and payments (Cloud API, "Payments", Brazil and India).

/// Characters of an order's reference id where India's rules hold.
pub const REFERENCE_ID_CHARS_MAX_INDIA: usize = 35;
/// Characters of an order's reference id.
pub const REFERENCE_ID_CHARS_MAX: usize = 60;
/// The only `offset` of an amount: hundredths.
pub const AMOUNT_OFFSET: u64 = 100;
/// Characters of an order item's name.
pub const ITEM_NAME_CHARS_MAX: usize = 60;
/// Items of an order that may have a picture of their own.
pub const ITEMS_WITH_IMAGE_MAX: usize = 10;
/// Characters of the description of a tax, a discount or shipping.
pub const AMOUNT_DESCRIPTION_CHARS_MAX: usize = 60;
/// Characters of a discount programme's name.
pub const DISCOUNT_PROGRAM_CHARS_MAX: usize = 60;
/// Characters that explain when an order expires.
pub const EXPIRATION_DESCRIPTION_CHARS_MAX: usize = 120;
/// Seconds an order must live, at least.
pub const EXPIRATION_SECONDS_MIN: u64 = 300;
/// Characters that explain an order's status.
pub const ORDER_STATUS_CHARS_MAX: usize = 120;
/// Characters of a beneficiary's name.
pub const BENEFICIARY_NAME_CHARS_MAX: usize = 200;
/// Characters of a beneficiary's address line.
pub const BENEFICIARY_ADDRESS_CHARS_MAX: usize = 100;
/// Digits of a beneficiary's postal code, exactly.
pub const BENEFICIARY_POSTAL_CODE_CHARS: usize = 6;
/// Characters of the name of a payment configuration.
pub const CONFIGURATION_NAME_CHARS_MAX: usize = 60;
/// Characters of a Razorpay receipt.
pub const RAZORPAY_RECEIPT_CHARS_MAX: usize = 40;
/// Razorpay notes.
pub const RAZORPAY_NOTES_MAX: usize = 15;
/// Characters of a Razorpay note.
pub const RAZORPAY_NOTE_CHARS_MAX: usize = 256;
/// Characters of `payu`'s `udf1` to `udf4`.
pub const PAYU_UDF_CHARS_MAX: usize = 255;
/// Characters of Zaakpay's `extra1` and `extra2`.
pub const ZAAKPAY_EXTRA_CHARS_MAX: usize = 180;
/// Characters of `billdesk`'s `additional_info1` to `additional_info7`.
pub const BILLDESK_INFO_CHARS_MAX: usize = 120;
