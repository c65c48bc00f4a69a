//! What is not as the platform's API description says, one by one, and why (sending.md, "Conflicts between sources").

/// Operations of the description that are none of those that the emulator lists.
pub(super) const STRANGERS: &[(&str, &str)] = &[
    ("GET /{Media-URL}", "a download from an absolute URL: bytes, and no operation of the API"),
    (
        "POST /{Pre-Verified-Phone-Number-ID}/request_code",
        "as of a number of the account, which is listed",
    ),
    (
        "POST /{Pre-Verified-Phone-Number-ID}/verify_code",
        "as of a number of the account, which is listed",
    ),
];

const NAME: &str = "a template cannot be deleted without its name";
const HTTP: &str = "the emulator calls webhooks of this machine only, by http://";
const WEAK: &str = "fields that no guide has, which the emulator says it has not";
const CURL: &str =
    "the part `file` as a command line writes it, in JSON: it is no form and there is no file";
const NO_TEMPLATE: &str =
    "there is no such template in this world, as there is none on the platform";
const EMPTY: &str = "the description has no example, so the body is empty";
const CURSOR: &str = "a cursor of another list";
const OF_WHOM: &str = "the platform's guide wants `business`, which the file leaves out";
const NO_CALL: &str = "there is no such call in this world";
const BADGE: &str = "the number of this world has the badge, for it has a group";
const WORDS: &str =
    "words of the file alone: the platform's guide has DEFAULT, DISABLE_ALL, and capitals";
const ELSEWHERE: &str = "numbers of other accounts and portfolios are not emulated, and it says so";

/// Requests of the description that are refused: the start of the name, the code, why.
pub(super) const REFUSED: &[(&str, i64, &str)] = &[
    (
        "DELETE /{WhatsApp-Business-Account-ID}/assigned_users request remove_user",
        100,
        "nobody works on the account of this world",
    ),
    ("DELETE /{group_id}/invite_link bare", 100, EMPTY),
    ("DELETE /{group_id}/join_requests bare", 100, EMPTY),
    ("DELETE /{group_id}/participants bare", 100, EMPTY),
    ("GET /{Message-History-ID}/events query after", 131_059, CURSOR),
    ("GET /{Message-History-ID}/events query before", 131_059, CURSOR),
    ("GET /{Phone-Number-ID}/call_permissions bare", 100, "it does not say of whom"),
    ("GET /{Phone-Number-ID}/message_history query after", 131_059, CURSOR),
    ("GET /{Phone-Number-ID}/message_history query before", 131_059, CURSOR),
    ("GET /{WABA-ID}/activities query after", 131_059, CURSOR),
    ("GET /{WABA-ID}/activities query before", 131_059, CURSOR),
    ("GET /{WhatsApp-Business-Account-ID}/assigned_users bare", 100, OF_WHOM),
    ("GET /{WhatsApp-Business-Account-ID}/assigned_users query after", 100, OF_WHOM),
    ("GET /{WhatsApp-Business-Account-ID}/assigned_users query before", 100, OF_WHOM),
    ("GET /{WhatsApp-Business-Account-ID}/assigned_users query fields", 100, OF_WHOM),
    ("GET /{WhatsApp-Business-Account-ID}/assigned_users query limit", 100, OF_WHOM),
    ("POST /{Phone-Number-ID}/calls request Accept Call", 131_008, NO_CALL),
    ("POST /{Phone-Number-ID}/calls request Connect Call", 138_006, "nobody allowed it"),
    ("POST /{Phone-Number-ID}/calls request Reject Call", 131_008, NO_CALL),
    ("POST /{Phone-Number-ID}/calls request Terminate Call", 131_009, NO_CALL),
    ("POST /{Phone-Number-ID}/groups bare", 100, EMPTY),
    (
        "POST /{Phone-Number-ID}/marketing_messages request Parameterized Template",
        132_001,
        NO_TEMPLATE,
    ),
    (
        "POST /{Phone-Number-ID}/marketing_messages request Simple Template Message",
        132_001,
        "hello_world is there in en_US, and not in en",
    ),
    (
        "POST /{Phone-Number-ID}/marketing_messages request Template with Product Policy",
        132_001,
        NO_TEMPLATE,
    ),
    ("POST /{Phone-Number-ID}/official_business_account request resubmit_application", 100, BADGE),
    ("POST /{Phone-Number-ID}/official_business_account request submit_application", 100, BADGE),
    ("POST /{Phone-Number-ID}/official_business_account request withdraw_application", 100, BADGE),
    ("POST /{Phone-Number-ID}/settings request Disable calling", 100, WORDS),
    ("POST /{Phone-Number-ID}/settings request Enable SIP calling", 100, WORDS),
    ("POST /{Phone-Number-ID}/settings request Enable calling with video", 100, WORDS),
    ("POST /{WABA-ID}/phone_numbers request migration_phone_number", 3, ELSEWHERE),
    ("POST /{WABA-ID}/phone_numbers request preverified_phone_number", 3, ELSEWHERE),
    ("POST /{group_id} bare", 100, EMPTY),
    ("POST /{group_id}/invite_link bare", 100, EMPTY),
    ("POST /{group_id}/join_requests bare", 100, EMPTY),
    (
        "POST /{group_id}/participants bare",
        100,
        "nobody can be put into a group, says the platform's guide",
    ),
    ("DELETE /{WABA-ID}/message_templates bare", 100, NAME),
    ("DELETE /{WABA-ID}/message_templates query hsm_id", 100, NAME),
    ("GET /{Phone-Number-ID}/message_qrdls query after", 131_059, CURSOR),
    ("GET /{Phone-Number-ID}/message_qrdls query before", 131_059, CURSOR),
    ("POST /{Flow-ID}/assets bare", 100, EMPTY),
    ("POST /{Flow-ID}/deprecate bare", 139_003, "the flow of this world is a draft"),
    ("POST /{Phone-Number-ID} request comprehensive_update", 100, HTTP),
    ("POST /{Phone-Number-ID} request configure_webhook", 100, HTTP),
    ("POST /{Phone-Number-ID} request update_connection_status", 3, WEAK),
    ("POST /{Phone-Number-ID} request update_security_settings", 3, WEAK),
    ("POST /{Phone-Number-ID}/media request Upload Audio", 100, CURL),
    ("POST /{Phone-Number-ID}/media request Upload Image", 100, CURL),
    ("POST /{Phone-Number-ID}/media request Upload Sticker", 100, CURL),
    (
        "POST /{Phone-Number-ID}/messages request Send Catalog Template Message",
        132_001,
        NO_TEMPLATE,
    ),
    ("POST /{Phone-Number-ID}/messages request Send Flow Template Message", 132_001, NO_TEMPLATE),
    (
        "POST /{Phone-Number-ID}/messages request Send Message Template Interactive",
        132_001,
        NO_TEMPLATE,
    ),
    ("POST /{Phone-Number-ID}/messages request Send Message Template Media", 132_001, NO_TEMPLATE),
    ("POST /{Phone-Number-ID}/messages request Send Message Template Text", 132_001, NO_TEMPLATE),
    (
        "POST /{Phone-Number-ID}/messages request Send Reply to List Message",
        131_008,
        "it has no `type`, so it is a text, and has none",
    ),
    (
        "POST /{Phone-Number-ID}/messages request Send Sample Issue Resolution Template",
        100,
        "`text: true`, where the platform wants a string",
    ),
    (
        "POST /{Phone-Number-ID}/messages request Send Sample Shipping Confirmation Template",
        132_001,
        NO_TEMPLATE,
    ),
    ("POST /{Phone-Number-ID}/messages request Send Sample Text Message", 132_001, NO_TEMPLATE),
    (
        "POST /{Phone-Number-ID}/settings request Configure data storage",
        100,
        "where data is kept is said before the number is registered",
    ),
    ("POST /{Phone-Number-ID}/verify_code request", 136_025, "no code was sent"),
    (
        "POST /{Phone-Number-ID}/whatsapp_business_encryption request",
        100,
        "the key is cut off with three dots",
    ),
    (
        "POST /{TEMPLATE_ID} request",
        100,
        "the category of a template that is approved cannot be changed",
    ),
    ("POST /{WABA-ID}/flows bare", 100, EMPTY),
    ("POST /{WABA-ID}/migrate_flows bare", 100, EMPTY),
    ("POST /{WABA-ID}/subscribed_apps request custom_callback", 100, HTTP),
];

const FLAT: &str = "one link comes as a list of one, as the platform's guide has it";
const CAPITALS: &str = "capitals, as the platform's guide has them";
const THERE: &str =
    "the states of a number that is there: the file's are of one that is being added";
const ASKED_FOR: &str = "shown when it is asked for, as in the guide";
const TAKEN: &str = "a message is accepted before it is sent; the file begins with `sent`";
const GUIDES: &str = "the word of the platform's guide";
const NEW: &str = "a number that was just added, in the words of the platform's guide";
const GUIDES_WORDS: &str = "the words of the platform's guide, where the file has others";
const FILE_ALONE: &str = "a field of the file alone, which no guide shows";
const OFF: &str = "calling is off, and there is no more to say of it";

/// Where answers differ from their schemas: the operation, the status and the place in the answer, why.
pub(super) const ANSWERS: &[(&str, &str)] = &[
    ("GET /{Message-History-ID}/events 200 /data/0/node/delivery_status: \"ACCEPTED\"", TAKEN),
    ("GET /{Phone-Number-ID}/call_permissions 200 /permission/status: \"no_permission\"", GUIDES),
    (
        "GET /{Phone-Number-ID}/message_history 200 /data/0/events/data/0/delivery_status: \"ACCEPTED\"",
        TAKEN,
    ),
    ("GET /{Media-ID} 200 /file_size: ", "a number, as the platform's guide shows it"),
    ("GET /{Phone-Number-ID}/message_qrdls/{QR-Code-ID} 200 : \"code\"", FLAT),
    ("GET /{Phone-Number-ID}/message_qrdls/{QR-Code-ID} 200 : \"deep_link_url\"", FLAT),
    ("GET /{Phone-Number-ID}/message_qrdls/{QR-Code-ID} 200 : \"prefilled_message\"", FLAT),
    ("GET /{Phone-Number-ID}/settings 200 /calling/status: ", CAPITALS),
    ("GET /{Phone-Number-ID}/settings 200 /calling/call_icon_visibility: ", GUIDES_WORDS),
    ("GET /{Phone-Number-ID}/settings 200 /calling/callback_permission_status: ", CAPITALS),
    ("GET /{Phone-Number-ID}/settings 200 /calling: \"ip_addresses\"", FILE_ALONE),
    ("GET /{Phone-Number-ID}/settings 200 /payload_encryption/status: ", CAPITALS),
    ("GET /{Phone-Number-ID}/settings 200 /storage_configuration/status: ", CAPITALS),
    ("GET /{WABA-ID}/phone_numbers 200 /data/0/status: ", THERE),
    ("GET /{WABA-ID}/phone_numbers 200 /data/0: \"status\"", ASKED_FOR),
    ("GET /{WhatsApp-Account-Number-ID} 200 : \"status\"", ASKED_FOR),
];

/// The same of what schemathesis makes up.
pub(super) const MADE_UP: &[(&str, &str)] = &[
    ("GET /{Message-History-ID}/events 200: \"ACCEPTED\" is not one of", TAKEN),
    ("GET /{Phone-Number-ID}/message_history 200: \"ACCEPTED\" is not one of", TAKEN),
    ("GET /{Phone-Number-ID}/settings 200: \"ENABLED\" is not one of", CAPITALS),
    ("GET /{WABA-ID}/activities 200: \"actor_type\" is a required property", ASKED_FOR),
    ("GET /{WABA-ID}/activities 200: \"20", "+0000, as the Graph API writes every time"),
    ("GET /{WABA-ID}/phone_numbers 200: \"NOT_VERIFIED\" is not one of", NEW),
    ("GET /{WABA-ID}/phone_numbers 200: \"UNKNOWN\" is not one of", NEW),
    (
        "POST /{WABA-ID}/phone_numbers 501: {\"error\":{\"message\":\"(#3) Not emulated: POST /{waba}/phone_numbers with migrate_phone_number or preverified_id.",
        ELSEWHERE,
    ),
    (
        "GET /{Media-ID} 200: 5 is not of type \"string\"",
        "a number, as the platform's guide shows it",
    ),
    (
        "GET /{Phone-Number-ID}/message_qrdls/{QR-Code-ID} 200: \"code\" is a required property",
        FLAT,
    ),
    ("GET /{Phone-Number-ID}/settings 200: \"DEFAULT\" is not one of", CAPITALS),
    ("GET /{WABA-ID}/phone_numbers 200: \"CONNECTED\" is not one of", THERE),
    ("GET /{WABA-ID}/phone_numbers 200: \"status\" is a required property", ASKED_FOR),
    ("GET /{WhatsApp-Account-Number-ID} 200: \"status\" is a required property", ASKED_FOR),
    (
        "POST /{Phone-Number-ID} 501: {\"error\":{\"message\":\"(#3) Not emulated: POST /{phone} with connection_status.",
        WEAK,
    ),
    (
        "POST /{Phone-Number-ID} 501: {\"error\":{\"message\":\"(#3) Not emulated: POST /{phone} with webhook_url.",
        WEAK,
    ),
    (
        "POST /{Phone-Number-ID} 501: {\"error\":{\"message\":\"(#3) Not emulated: POST /{phone} with whatsapp_business_api_data.",
        WEAK,
    ),
];

/// The same of what it comes upon only when it has the time (`WHARF_TEST_EXAMPLES`): these may go unused.
pub(super) const SELDOM: &[(&str, &str)] = &[
    ("GET /{Phone-Number-ID}/settings 200: \"call_icon_visibility\" is a required property", OFF),
    ("GET /{Phone-Number-ID}/settings 200: \"DISABLED\" is not one of", CAPITALS),
    ("GET /{Phone-Number-ID}/settings 200: \"ip_addresses\" is a required property", FILE_ALONE),
    ("GET /{WABA-ID} 200: \"name\" is a required property", ASKED_FOR),
    (
        "GET /{WABA-ID}/phone_numbers 200: \"display_phone_number\" is a required property",
        ASKED_FOR,
    ),
    (
        "GET /{WhatsApp-Account-Number-ID} 200: \"display_phone_number\" is a required property",
        ASKED_FOR,
    ),
];
