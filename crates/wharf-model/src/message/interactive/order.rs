//! Orders: asking for payment, and saying how it goes on.

mod amount;
mod check;
mod details;
mod payment;
mod status;

pub use amount::{Amount, Charge};
pub use details::{
    Beneficiary, Expiration, Goods, ItemImage, Order, OrderAction, OrderDetails, OrderItem,
    OrderParameters,
};
pub use payment::{Boleto, GatewayPayment, PaymentLink, PaymentSetting, Pix, Razorpay};
pub use status::{
    OrderProgress, OrderState, OrderStatus, OrderStatusAction, OrderStatusParameters, Payment,
    PaymentState,
};
