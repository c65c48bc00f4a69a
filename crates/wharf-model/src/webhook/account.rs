//! What became of the account and its numbers (fields `account_*`, `phone_number_*`, `business_*`, `security`, …).

use serde_json::Value;

use super::parts::parts;
use crate::{
    id::{AccountId, PhoneNumberId},
    time::Timestamp,
};

parts! {
    /// Something about the account (`account_update`). Which of the `*_info` is there follows from `event`.
    AccountUpdate {
        /// `ACCOUNT_RESTRICTION`, `DISABLED_UPDATE`, `PARTNER_ADDED`, `VERIFIED_ACCOUNT`, …
        event: Option<String>,
        /// The number it is about.
        phone_number: Option<String>,
        /// The country it is about.
        country: Option<String>,
        /// What is restricted, until when.
        restriction_info: Vec<Restriction>,
        /// What was violated.
        violation_info: Option<Violation>,
        /// Whether the account is banned.
        ban_info: Option<Ban>,
        /// The account a partner event is about.
        waba_info: Option<WabaInfo>,
        /// Why a phone app was disconnected.
        disconnection_info: Option<Disconnection>,
        /// The tier that volume prices follow.
        volume_tier_info: Option<VolumeTier>,
        /// Where international authentication prices apply.
        auth_international_rate_eligibility: Option<RateEligibility>,
        /// Whether a partner's client is certified.
        partner_client_certification_info: Option<Certification>,
        /// What a partner's client has yet to do to be certified, as it came.
        partner_client_certification_needed_info: Option<Value>,
    }
    /// What is restricted.
    Restriction {
        /// `RESTRICTED_BIZ_INITIATED_MESSAGING`, …
        restriction_type: Option<String>,
        /// Until when.
        expiration: Option<Timestamp>,
        /// What to do about it.
        remediation: Option<String>,
    }
    /// What was violated.
    Violation {
        /// Which rule.
        violation_type: Option<String>,
        /// What to do about it.
        remediation: Option<String>,
    }
    /// The account a partner event is about.
    WabaInfo {
        /// The account.
        waba_id: Option<AccountId>,
        /// The business that owns it.
        owner_business_id: Option<String>,
        /// The partner's app.
        partner_app_id: Option<String>,
        /// The solution of several partners.
        solution_id: Option<String>,
        /// The partners in it.
        solution_partner_business_ids: Vec<String>,
        /// The advertising account that was linked.
        ad_account_linked: Option<String>,
        /// The advertising account that was linked, as some versions spell it.
        ad_account_id: Option<String>,
    }
    /// Why a phone app was disconnected.
    Disconnection {
        /// `ACCOUNT_DISCONNECTED`, `CHANGE_NUMBER`, `COMPANION_INACTIVITY`, …
        reason: Option<String>,
        /// `SYSTEM` or `USER`.
        initiated_by: Option<String>,
    }
    /// The tier that volume prices follow.
    VolumeTier {
        /// When it changed.
        tier_update_time: Option<Timestamp>,
        /// `UTILITY`, `AUTHENTICATION`, …
        pricing_category: Option<String>,
        /// `min:max` messages; the last tier may be open.
        tier: Option<String>,
        /// `YYYY-MM`.
        effective_month: Option<String>,
        /// The market.
        region: Option<String>,
    }
    /// Where international authentication prices apply.
    RateEligibility {
        /// From when.
        start_time: Option<Timestamp>,
        /// Where it is from another time.
        exception_countries: Vec<ExceptionCountry>,
    }
    /// A country where prices apply from another time.
    ExceptionCountry {
        /// Two letters.
        country_code: Option<String>,
        /// From when.
        start_time: Option<Timestamp>,
    }
    /// Whether a partner's client is certified.
    Certification {
        /// The client.
        client_business_id: Option<String>,
        /// `APPROVED`, `DISCARDED`, `FAILED`, `PENDING`, `REVOKED`.
        status: Option<String>,
        /// Why not; with spaces in them.
        rejection_reasons: Vec<String>,
    }
    /// Whether the account is banned.
    Ban {
        /// `DISABLE`, `REINSTATE`, `SCHEDULE_FOR_DISABLE`; a word or a list of words.
        waba_ban_state: Option<Value>,
        /// When, as English text.
        waba_ban_date: Option<String>,
    }
    /// A warning (`account_alerts`). Older versions put the parts of `alert_info` beside it.
    AccountAlert {
        /// `BUSINESS`, `PHONE_NUMBER`, …
        entity_type: Option<String>,
        /// Its id.
        entity_id: Option<String>,
        /// The warning, as new versions put it.
        alert_info: Option<AlertInfo>,
        /// `CRITICAL`, `WARNING`, `INFORMATIONAL`, as old versions put it.
        alert_severity: Option<String>,
        /// `ACTIVE`, `NONE`, as old versions put it.
        alert_status: Option<String>,
        /// What it is about, as old versions put it.
        alert_type: Option<String>,
        /// The same for a person, as old versions put it.
        alert_description: Option<String>,
    }
    /// A warning.
    AlertInfo {
        /// `CRITICAL`, `WARNING`, `INFORMATIONAL`.
        alert_severity: Option<String>,
        /// `ACTIVE`, `NONE`.
        alert_status: Option<String>,
        /// What it is about.
        alert_type: Option<String>,
        /// The same for a person.
        alert_description: Option<String>,
    }
    /// The account was reviewed (`account_review_update`).
    AccountReview {
        /// `APPROVED`, `REJECTED`, `PENDING`, `DEFERRED`.
        decision: Option<String>,
    }
    /// Settings of a number changed (`account_settings_update`).
    AccountSettings {
        /// When.
        timestamp: Option<Timestamp>,
        /// `phone_number_settings`.
        kind: Option<String> = "type",
        /// The settings.
        phone_number_settings: Option<NumberSettings>,
    }
    /// Settings of a number.
    NumberSettings {
        /// The number.
        phone_number_id: Option<PhoneNumberId>,
        /// Calls.
        calling: Option<CallSettings>,
        /// Calls, as some programs spell it.
        callings: Option<CallSettings>,
    }
    /// Whether and when a number takes calls.
    CallSettings {
        /// `ENABLED` or `DISABLED`.
        status: Option<String>,
        /// `DEFAULT` or `DISABLE_ALL`.
        call_icon_visibility: Option<String>,
        /// `ENABLED` or `DISABLED`.
        callback_permission_status: Option<String>,
        /// When calls are taken, as it came.
        call_hours: Option<Value>,
        /// The SIP servers, as they came; may hold a password.
        sip: Option<Value>,
    }
    /// What the business may do changed (`business_capability_update`). -1 is "no limit".
    Capability {
        /// Conversations a day for each number; gone since 2026.
        max_daily_conversation_per_phone: Option<i64>,
        /// People a day for the business; a number or a tier such as `TIER_2K`.
        max_daily_conversations_per_business: Option<String>,
        /// Numbers of the business.
        max_phone_numbers_per_business: Option<i64>,
        /// Numbers of the account.
        max_phone_numbers_per_waba: Option<i64>,
    }
    /// A display name was judged (`phone_number_name_update`).
    NumberName {
        /// The number.
        display_phone_number: Option<String>,
        /// `APPROVED`, `REJECTED`, `DEFERRED`, `PENDING`.
        decision: Option<String>,
        /// The name that was asked for.
        requested_verified_name: Option<String>,
        /// Why it was refused.
        rejection_reason: Option<String>,
    }
    /// A number's limits changed (`phone_number_quality_update`; it no longer tells quality).
    NumberQuality {
        /// The number.
        display_phone_number: Option<String>,
        /// `ONBOARDING`, `THROUGHPUT_UPGRADE`, `FLAGGED`, …
        event: Option<String>,
        /// The limit before.
        old_limit: Option<String>,
        /// The limit now.
        current_limit: Option<String>,
        /// People a day for the business.
        max_daily_conversations_per_business: Option<String>,
    }
    /// A business username changed (`business_username_update`, `business_username_updates`).
    Username {
        /// The number.
        display_phone_number: Option<String>,
        /// The username; absent when it was deleted.
        username: Option<String>,
        /// `approved`, `reserved`, `deleted`.
        status: Option<String>,
    }
    /// Something about two-step verification (`security`).
    Security {
        /// The number.
        display_phone_number: Option<String>,
        /// `PIN_CHANGED`, `PIN_RESET_REQUEST`, `PIN_REQUEST_SUCCESS`.
        event: Option<String>,
        /// Who asked for a reset.
        requester: Option<String>,
    }
    /// A way to be paid changed (`payment_configuration_update`).
    PaymentConfiguration {
        /// Its name.
        configuration_name: Option<String>,
        /// `razorpay`, `payu`, …
        provider_name: Option<String>,
        /// The merchant's id there.
        provider_mid: Option<String>,
        /// `Active`, `Needs Connecting`, `Needs Testing`.
        status: Option<String>,
        /// When it was made.
        created_timestamp: Option<Timestamp>,
        /// When it changed.
        updated_timestamp: Option<Timestamp>,
    }
    /// A solution of several partners changed (`partner_solutions`).
    PartnerSolution {
        /// `SOLUTION_CREATED`, `SOLUTION_UPDATED`.
        event: Option<String>,
        /// Its id.
        solution_id: Option<String>,
        /// `ACTIVE`, `DRAFT`, `INITIATED`, …
        solution_status: Option<String>,
    }
}

impl Ban {
    /// The states, whether one came or a list.
    pub fn states(&self) -> Vec<&str> {
        match &self.waba_ban_state {
            Some(Value::String(state)) => vec![state],
            Some(Value::Array(states)) => states.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

impl NumberSettings {
    /// The settings of calls, however they are spelled.
    pub fn calling(&self) -> Option<&CallSettings> {
        self.calling.as_ref().or(self.callings.as_ref())
    }
}

impl AccountAlert {
    /// The warning, wherever the sender's version put it.
    pub fn info(&self) -> AlertInfo {
        self.alert_info.clone().unwrap_or_else(|| AlertInfo {
            alert_severity: self.alert_severity.clone(),
            alert_status: self.alert_status.clone(),
            alert_type: self.alert_type.clone(),
            alert_description: self.alert_description.clone(),
        })
    }
}
