//! Analytics that are fields of the account.

use wharf_model::analytics::{
    GetCallAnalytics, GetConversationAnalytics, GetMessageAnalytics, GetPricingAnalytics,
    Granularity,
};

use super::{Case, id, variant};

pub(super) fn cases() -> Vec<Case> {
    vec![
        variant(
            &GetMessageAnalytics::new(id("WABA-ID"), 1, 2, Granularity::Day)
                .phone_numbers(["15550001111"])
                .product_types([0, 2])
                .country_codes(["US"]),
            "WABA-ID?fields=analytics.start%281%29.end%282%29.granularity%28DAY%29\
             .phone_numbers%28%5B%2215550001111%22%5D%29.product_types%28%5B0%2C2%5D%29\
             .country_codes%28%5B%22US%22%5D%29",
            "",
            r#"{"id": "7", "analytics": {"phone_numbers": ["15550001111"], "granularity": "DAY",
                "data_points": [{"start": 1, "end": 2, "sent": 3, "delivered": 2}]}}"#,
        ),
        variant(
            &GetConversationAnalytics::new(id("WABA-ID"), 1, 2, Granularity::Daily)
                .metric_types(["COST"]),
            "WABA-ID?fields=conversation_analytics.start%281%29.end%282%29.granularity%28DAILY%29\
             .metric_types%28%5B%22COST%22%5D%29",
            "",
            r#"{"id": "7", "conversation_analytics": {"data": [{"data_points": [
                {"start": 1, "end": 2, "conversation": 3, "cost": 0.25}]}]}}"#,
        ),
        variant(
            &GetPricingAnalytics::new(id("WABA-ID"), 1, 2, Granularity::Monthly)
                .pricing_types(["REGULAR"])
                .dimensions(["TIER"]),
            "WABA-ID?fields=pricing_analytics.start%281%29.end%282%29.granularity%28MONTHLY%29\
             .pricing_types%28%5B%22REGULAR%22%5D%29.dimensions%28%5B%22TIER%22%5D%29",
            "",
            r#"{"id": "7", "pricing_analytics": {"data": [{"data_points": [
                {"start": 1, "end": 2, "tier": "0:1000", "volume": 3, "cost": 0}]}]}}"#,
        ),
        variant(
            &GetCallAnalytics::new(id("WABA-ID"), 1, 2, Granularity::HalfHour)
                .directions(["USER_INITIATED"]),
            "WABA-ID?fields=call_analytics.start%281%29.end%282%29.granularity%28HALF_HOUR%29\
             .directions%28%5B%22USER_INITIATED%22%5D%29",
            "",
            r#"{"id": "7", "call_analytics": {"data": [{"data_points": [
                {"start": 1, "end": 2, "count": 3, "average_duration": 60}]}]}}"#,
        ),
    ]
}
