//! What must hold of an order.

use super::{Beneficiary, Goods, Order, OrderDetails, OrderItem, OrderParameters};
use crate::{
    limits::{
        BENEFICIARY_ADDRESS_CHARS_MAX, BENEFICIARY_NAME_CHARS_MAX, BENEFICIARY_POSTAL_CODE_CHARS,
        EXPIRATION_DESCRIPTION_CHARS_MAX, ITEM_NAME_CHARS_MAX, ITEMS_WITH_IMAGE_MAX,
        REFERENCE_ID_CHARS_MAX, REFERENCE_ID_CHARS_MAX_INDIA,
    },
    message::{
        Rule,
        check::{Checker, VALUE},
        interactive::{
            Header,
            parts::{check_body, check_parts},
        },
    },
};

const INDIA: &str = "INR";

impl OrderDetails {
    pub(in crate::message) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        if self.header.as_ref().is_some_and(|header| !matches!(header, Header::Image(_))) {
            check.invalid("interactive.header.type", Rule::OneOf, "must be an image here");
        }
        check_body(&self.body, check);
        check.word("interactive.action.name", &self.action.name, "review_and_pay");
        self.action.parameters.check("interactive.action.parameters", check);
    }
}

impl OrderParameters {
    pub(in crate::message) fn check(&self, at: &str, check: &mut Checker) {
        let india = self.currency == INDIA;
        let max = if india { REFERENCE_ID_CHARS_MAX_INDIA } else { REFERENCE_ID_CHARS_MAX };
        check_reference(&format!("{at}.reference_id"), &self.reference_id, max, check);
        check.listed(&format!("{at}.type"), self.kind.is_listed(), Goods::WORDS, VALUE);
        let currencies = ["BRL", INDIA];
        let known = currencies.contains(&self.currency.as_str());
        check.listed(&format!("{at}.currency"), known, &currencies, VALUE);
        for (index, setting) in self.payment_settings.iter().enumerate() {
            setting.check(&format!("{at}.payment_settings[{index}]"), check);
        }
        if india && self.kind == Goods::Physical && self.beneficiaries.is_empty() {
            let what = "goods that are shipped in India need a beneficiary";
            check.missing(&format!("{at}.beneficiaries"), what);
        }
        for (index, beneficiary) in self.beneficiaries.iter().enumerate() {
            beneficiary.check(&format!("{at}.beneficiaries[{index}]"), check);
        }
        self.total_amount.check(&format!("{at}.total_amount"), check);
        self.order.check(&format!("{at}.order"), check);
        if self.total_amount.value != self.order.total() {
            let what = "must be subtotal, tax and shipping less the discount";
            check.invalid(&format!("{at}.total_amount.value"), Rule::Sum, what);
        }
        if self.currency == "BRL" {
            for (index, item) in self.order.items.iter().enumerate() {
                if item.retailer_id.is_none() {
                    let path = format!("{at}.order.items[{index}].retailer_id");
                    check.missing(&path, "is required in Brazil");
                }
            }
        }
    }
}

/// Your own id of an order.
pub(super) fn check_reference(path: &str, id: &str, max: usize, check: &mut Checker) {
    check.text(path, id, 1, max);
    if !id.chars().all(|char| char.is_ascii_alphanumeric() || "_.-".contains(char)) {
        check.invalid(path, Rule::Format, "may hold only letters, digits, _, . and -");
    }
}

impl Order {
    fn check(&self, at: &str, check: &mut Checker) {
        check.word(&format!("{at}.status"), &self.status, "pending");
        if self.items.is_empty() && self.kind.as_deref() != Some("quick_pay") {
            check.count(&format!("{at}.items"), 0, 1, usize::MAX);
        }
        for (index, item) in self.items.iter().enumerate() {
            item.check(&format!("{at}.items[{index}]"), check);
        }
        let pictures = self.items.iter().filter(|item| item.image.is_some()).count();
        check.count(&format!("{at}.items[].image"), pictures, 0, ITEMS_WITH_IMAGE_MAX);
        self.subtotal.check(&format!("{at}.subtotal"), check);
        let costs: Option<Vec<i64>> = self.items.iter().map(OrderItem::cost).collect();
        let cost = costs.and_then(|all| all.into_iter().try_fold(0_i64, i64::checked_add));
        if !self.items.is_empty() && cost != Some(self.subtotal.value) {
            let what = "must be what the items cost: (sale) amount times quantity";
            check.invalid(&format!("{at}.subtotal.value"), Rule::Sum, what);
        }
        for (name, charge) in
            [("tax", &self.tax), ("shipping", &self.shipping), ("discount", &self.discount)]
        {
            if let Some(charge) = charge {
                charge.check(&format!("{at}.{name}"), check);
            }
        }
        let Some(expiration) = &self.expiration else { return };
        let at = format!("{at}.expiration");
        if expiration.timestamp.parse::<u64>().is_err() {
            let what = "must be seconds since 1970, as a string";
            check.invalid(&format!("{at}.timestamp"), Rule::Format, what);
        }
        let text = expiration.description.as_deref();
        check.optional(&format!("{at}.description"), text, EXPIRATION_DESCRIPTION_CHARS_MAX);
    }
}

impl OrderItem {
    fn check(&self, at: &str, check: &mut Checker) {
        check.text(&format!("{at}.name"), &self.name, 1, ITEM_NAME_CHARS_MAX);
        self.amount.check(&format!("{at}.amount"), check);
        if let Some(sale) = self.sale_amount {
            sale.check(&format!("{at}.sale_amount"), check);
        }
        if self.quantity == 0 {
            check.invalid(&format!("{at}.quantity"), Rule::Range, "must be at least 1");
        }
        if let Some(image) = &self.image {
            check.link(&format!("{at}.image.link"), &image.link);
        }
    }
}

impl Beneficiary {
    fn check(&self, at: &str, check: &mut Checker) {
        check.text(&format!("{at}.name"), &self.name, 1, BENEFICIARY_NAME_CHARS_MAX);
        let line = format!("{at}.address_line1");
        check.text(&line, &self.address_line1, 1, BENEFICIARY_ADDRESS_CHARS_MAX);
        let line = format!("{at}.address_line2");
        check.optional(&line, self.address_line2.as_deref(), BENEFICIARY_ADDRESS_CHARS_MAX);
        let code = &self.postal_code;
        if code.len() != BENEFICIARY_POSTAL_CODE_CHARS
            || !code.bytes().all(|byte| byte.is_ascii_digit())
        {
            check.invalid(&format!("{at}.postal_code"), Rule::Format, "must be six digits");
        }
    }
}
