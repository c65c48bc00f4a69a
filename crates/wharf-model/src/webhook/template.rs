//! What became of message templates (fields `message_template_*`, `template_*`).

use super::parts::parts;
use crate::time::Timestamp;

parts! {
    /// A template's status changed (`message_template_status_update`).
    TemplateStatus {
        /// `APPROVED`, `REJECTED`, `PAUSED`, `DISABLED`, `PENDING_DELETION`, …
        event: Option<String>,
        /// The template's id: up to 17 digits, so a string.
        message_template_id: Option<String>,
        /// Its name.
        message_template_name: Option<String>,
        /// Its language; `en-US` and `en_US` both occur.
        message_template_language: Option<String>,
        /// `MARKETING`, `UTILITY`, `AUTHENTICATION`.
        message_template_category: Option<String>,
        /// Why: `NONE`, `ABUSIVE_CONTENT`, `INVALID_FORMAT`, …
        reason: Option<String>,
        /// When it is or was disabled.
        disable_info: Option<DisableInfo>,
        /// More about a pause.
        other_info: Option<OtherInfo>,
        /// More about a rejection.
        rejection_info: Option<RejectionInfo>,
    }
    /// When a template is disabled.
    DisableInfo {
        /// Seconds, or a date as text.
        disable_date: Option<String>,
    }
    /// More about a pause.
    OtherInfo {
        /// `FIRST_PAUSE`, `SECOND_PAUSE`, `RATE_LIMITING_PAUSE`, `UNPAUSE`, `DISABLED`.
        title: Option<String>,
        /// The same for a person.
        description: Option<String>,
    }
    /// More about a rejection.
    RejectionInfo {
        /// Why.
        reason: Option<String>,
        /// What to change.
        recommendation: Option<String>,
    }
    /// A template's quality changed (`message_template_quality_update`).
    TemplateQuality {
        /// `GREEN`, `YELLOW`, `RED`, `UNKNOWN`.
        previous_quality_score: Option<String>,
        /// The same, now.
        new_quality_score: Option<String>,
        /// The template's id.
        message_template_id: Option<String>,
        /// Its name.
        message_template_name: Option<String>,
        /// Its language.
        message_template_language: Option<String>,
    }
    /// A template's parts changed (`message_template_components_update`).
    TemplateComponents {
        /// The template's id.
        message_template_id: Option<String>,
        /// Its name.
        message_template_name: Option<String>,
        /// Its language.
        message_template_language: Option<String>,
        /// The body.
        message_template_element: Option<String>,
        /// The text header.
        message_template_title: Option<String>,
        /// The footer.
        message_template_footer: Option<String>,
        /// The buttons.
        message_template_buttons: Vec<TemplateButton>,
    }
    /// A button of a template.
    TemplateButton {
        /// `QUICK_REPLY`, `URL`, `PHONE_NUMBER`, `FLOW`, `OTP`, …
        kind: Option<String> = "message_template_button_type",
        /// What it says.
        text: Option<String> = "message_template_button_text",
        /// Where it leads.
        url: Option<String> = "message_template_button_url",
        /// Whom it calls.
        phone_number: Option<String> = "message_template_button_phone_number",
    }
    /// A template's category changed, or will (`template_category_update`, `template_correct_category_detection`).
    TemplateCategory {
        /// The template's id.
        message_template_id: Option<String>,
        /// Its name.
        message_template_name: Option<String>,
        /// Its language.
        message_template_language: Option<String>,
        /// The category before.
        previous_category: Option<String>,
        /// The category now; when the change is only announced, the current one.
        new_category: Option<String>,
        /// The category it will have; present only when the change is announced.
        correct_category: Option<String>,
        /// The category of a direct send.
        category: Option<String>,
        /// When it will change.
        category_update_timestamp: Option<Timestamp>,
    }
}
