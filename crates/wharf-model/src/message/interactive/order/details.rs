//! Asking for payment.

use serde::{Deserialize, Serialize};

use super::{Amount, Charge, PaymentSetting};
use crate::{
    message::interactive::parts::{Body, Footer, Header, parts},
    open::open_enum,
};

/// An order to pay (Cloud API, "Payments"; Brazil and India).
///
/// Sums are in hundredths and must add up: `subtotal` is what the items cost, `total_amount` is
/// subtotal, tax and shipping less the discount. [`Order::new`] and [`OrderDetails::new`] see to it.
///
/// ```
/// use wharf_model::message::{OrderDetails, interactive::{Charge, Order, OrderItem, Pix}};
///
/// let order = Order::new([OrderItem::new("Tea", 500, 2).retailer_id("tea")], 0).shipping(Charge::hundredths(150));
/// let pay = OrderDetails::new("Your order", "order-42", "BRL", order)
///     .pay_by(Pix::new("00020101", "Tea Ltd", "39580525000189", "CNPJ"));
/// assert_eq!(pay.action.parameters.total_amount.value, 1150);
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderDetails {
    /// Above the body: an image; the first product's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The order.
    pub action: OrderAction,
}

/// `{"name": "review_and_pay", "parameters": …}`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderAction {
    /// Always `review_and_pay`.
    pub name: String,
    /// The order.
    pub parameters: OrderParameters,
}

open_enum! {
    /// What kind of goods an order is about.
    pub enum Goods {
        /// Nothing is shipped.
        Digital = "digital-goods",
        /// Something is shipped.
        Physical = "physical-goods",
    }
}

/// What is to be paid, and how. In templates as well.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderParameters {
    /// Your own id of the order: letters, digits, `_`, `.` and `-`, at most 60 characters, 35 in
    /// India; unique among your orders.
    pub reference_id: String,
    /// Whether something is shipped.
    #[serde(rename = "type")]
    pub kind: Goods,
    /// `br` in Brazil, `upi` in India.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_type: Option<String>,
    /// Ways to pay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payment_settings: Vec<PaymentSetting>,
    /// India, older form: the name of the payment configuration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_configuration: Option<String>,
    /// `BRL` or `INR`.
    pub currency: String,
    /// Subtotal, tax and shipping less the discount.
    pub total_amount: Amount,
    /// India: who gets what is shipped; required for physical goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beneficiaries: Vec<Beneficiary>,
    /// What is ordered.
    pub order: Order,
}

/// Who gets what is shipped.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Beneficiary {
    /// At most 200 characters.
    pub name: String,
    /// At most 100 characters.
    pub address_line1: String,
    /// At most 100 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_line2: Option<String>,
    /// City.
    pub city: String,
    /// State.
    pub state: String,
    /// `India`.
    pub country: String,
    /// Six digits.
    pub postal_code: String,
}

/// What is ordered.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Order {
    /// Always `pending`.
    pub status: String,
    /// `quick_pay` when it has no items.
    #[serde(rename = "type")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The catalog the items are of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    /// What is ordered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<OrderItem>,
    /// What the items cost.
    pub subtotal: Amount,
    /// The tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Charge>,
    /// The shipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<Charge>,
    /// The discount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Charge>,
    /// When it can no longer be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiration: Option<Expiration>,
}

/// When an order can no longer be paid.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Expiration {
    /// Seconds since 1970 as a string; at least 300 seconds ahead.
    pub timestamp: String,
    /// Why; at most 120 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// Something ordered.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderItem {
    /// Your own id of the product; required in Brazil.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retailer_id: Option<String>,
    /// What it is; at most 60 characters.
    pub name: String,
    /// A picture; for at most ten items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<ItemImage>,
    /// What one costs.
    pub amount: Amount,
    /// How many.
    pub quantity: u64,
    /// What one costs now, if less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sale_amount: Option<Amount>,
    /// India, without a catalog: where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_of_origin: Option<String>,
    /// India, without a catalog: who brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importer_name: Option<String>,
    /// India, without a catalog: where they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importer_address: Option<Beneficiary>,
}

/// A picture of an item.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ItemImage {
    /// Its public URL.
    pub link: String,
}

impl OrderItem {
    /// So many of a thing that costs so many hundredths each.
    pub fn new(name: impl Into<String>, hundredths: i64, quantity: u64) -> Self {
        Self {
            retailer_id: None,
            name: name.into(),
            image: None,
            amount: Amount::hundredths(hundredths),
            quantity,
            sale_amount: None,
            country_of_origin: None,
            importer_name: None,
            importer_address: None,
        }
    }

    /// The same with your own id of the product.
    #[must_use]
    pub fn retailer_id(mut self, id: impl Into<String>) -> Self {
        self.retailer_id = Some(id.into());
        self
    }

    /// The same for so many hundredths less than it used to cost.
    #[must_use]
    pub fn sale(mut self, hundredths: i64) -> Self {
        self.sale_amount = Some(Amount::hundredths(hundredths));
        self
    }

    /// The same with a picture by its public URL.
    #[must_use]
    pub fn image(mut self, link: impl Into<String>) -> Self {
        self.image = Some(ItemImage { link: link.into() });
        self
    }

    /// What all of them cost, in hundredths; `None` when that is beyond counting.
    pub fn cost(&self) -> Option<i64> {
        let one = self.sale_amount.unwrap_or(self.amount);
        one.value.checked_mul(i64::try_from(self.quantity).ok()?)
    }
}

impl Order {
    /// These items, and the tax in hundredths.
    pub fn new(items: impl IntoIterator<Item = OrderItem>, tax: i64) -> Self {
        let items: Vec<_> = items.into_iter().collect();
        let cost = items.iter().filter_map(OrderItem::cost).fold(0, i64::saturating_add);
        Self {
            status: "pending".to_owned(),
            kind: None,
            catalog_id: None,
            items,
            subtotal: Amount::hundredths(cost),
            tax: Some(Charge::hundredths(tax)),
            shipping: None,
            discount: None,
            expiration: None,
        }
    }

    /// The same with shipping.
    #[must_use]
    pub fn shipping(mut self, shipping: Charge) -> Self {
        self.shipping = Some(shipping);
        self
    }

    /// The same with a discount.
    #[must_use]
    pub fn discount(mut self, discount: Charge) -> Self {
        self.discount = Some(discount);
        self
    }

    /// The same, to be paid until so many seconds since 1970.
    #[must_use]
    pub fn expires(mut self, seconds: u64) -> Self {
        self.expiration = Some(Expiration { timestamp: seconds.to_string(), description: None });
        self
    }

    /// Subtotal, tax and shipping less the discount, in hundredths.
    pub fn total(&self) -> i64 {
        let charge = |charge: &Option<Charge>| charge.as_ref().map_or(0, |charge| charge.value);
        let more = charge(&self.tax).saturating_add(charge(&self.shipping));
        self.subtotal.value.saturating_add(more).saturating_sub(charge(&self.discount))
    }
}

impl OrderDetails {
    /// A text, your own id of the order, its currency (`BRL`, `INR`), and what is ordered. Of
    /// digital goods, until [`physical`](Self::physical) says otherwise.
    pub fn new(
        body: impl Into<String>,
        reference_id: impl Into<String>,
        currency: impl Into<String>,
        order: Order,
    ) -> Self {
        let parameters = OrderParameters::new(reference_id, currency, order);
        let action = OrderAction { name: "review_and_pay".to_owned(), parameters };
        Self { header: None, body: Body { text: body.into() }, footer: None, action }
    }

    /// The same with one more way to pay.
    #[must_use]
    pub fn pay_by(mut self, setting: impl Into<PaymentSetting>) -> Self {
        self.action.parameters.payment_settings.push(setting.into());
        self
    }

    /// The same of goods that are shipped.
    #[must_use]
    pub fn physical(mut self) -> Self {
        self.action.parameters.kind = Goods::Physical;
        self
    }

    parts!(header footer);
}

impl OrderParameters {
    /// Your own id of the order, its currency (`BRL`, `INR`), and what is ordered.
    pub fn new(reference_id: impl Into<String>, currency: impl Into<String>, order: Order) -> Self {
        let currency = currency.into();
        Self {
            reference_id: reference_id.into(),
            kind: Goods::Digital,
            payment_type: (currency == "BRL").then(|| "br".to_owned()),
            payment_settings: Vec::new(),
            payment_configuration: None,
            currency,
            total_amount: Amount::hundredths(order.total()),
            beneficiaries: Vec::new(),
            order,
        }
    }
}

crate::quiet_debug! {
    OrderDetails { action }
    OrderAction { parameters }
    OrderParameters { kind, currency, total_amount }
    Beneficiary {}
    Order { status, subtotal }
    Expiration { timestamp }
    OrderItem { amount, quantity }
    ItemImage {}
}
