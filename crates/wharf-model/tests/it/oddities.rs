//! Answers that come in more than one shape, and lists that come in pages.

use http::Method;
use serde_json::{Value, json};
use wharf_model::{
    call::Call,
    endpoint::{Encoding, Endpoint, Success},
    flow::{CreateFlow, Flow, FlowStatus, UploadFlowJson},
    group::GroupList,
    id::{AccountId, CallId, FlowId, PhoneNumberId, UploadId},
    media::SendUpload,
    number::{BlockUsers, BlockedUser, Number, Profile, QrCodeAnswer, UserToBlock, VerifyCode},
    page::Page,
    templates::ArchiveTemplates,
};

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn number() -> PhoneNumberId {
    PhoneNumberId::new("7").unwrap()
}

#[test]
fn a_list_ends_where_no_next_page_is_named() {
    let page = |paging: Value| read::<Page<Flow>>(json!({"data": [], "paging": paging}));
    let cursors = json!({"before": "A", "after": "B"});
    let more = page(json!({"cursors": cursors, "next": "https://example.com/next"}));
    assert_eq!(more.after(), Some("B"), "an empty page is not the last one");
    assert_eq!(page(json!({"cursors": cursors})).after(), None);
    assert_eq!(read::<Page<Flow>>(json!({})).after(), None);
    let counted: Page<Flow> = read(json!({"data": [], "summary": {"total_count": 15}}));
    assert_eq!(counted.summary.unwrap().total_count, Some(15));
}

#[test]
fn rows_are_found_however_they_are_nested() {
    let groups: GroupList = read(json!({"data": {"groups": [{"id": "g", "created_at": 7}]},
        "paging": {"cursors": {"after": "B"}, "next": "https://example.com/next"}}));
    let groups = groups.into_page();
    assert_eq!(groups.after(), Some("B"));
    assert_eq!(groups.data[0].created_at.as_deref(), Some("7"));

    let flat = json!({"data": [{"wa_id": "1"}]});
    let nested = json!({"data": [{"block_users": [{"wa_id": "1"}]}]});
    for list in [flat, nested] {
        let list: Page<BlockedUser> = read(list);
        let blocked: Vec<_> = list.data.iter().flat_map(BlockedUser::each).collect();
        assert_eq!(blocked[0].wa_id.as_deref(), Some("1"));
    }

    for profile in [json!({"about": "a"}), json!({"business_profile": {"about": "a"}})] {
        assert_eq!(read::<Profile>(profile).flat().about.as_deref(), Some("a"));
    }

    for code in [json!({"code": "C"}), json!({"data": [{"code": "C"}]})] {
        assert_eq!(read::<QrCodeAnswer>(code).qr_code().unwrap().code.as_deref(), Some("C"));
    }
    assert_eq!(read::<QrCodeAnswer>(json!({"data": []})).qr_code(), None);
}

#[test]
fn a_word_of_the_wrong_kind_or_unheard_of_is_no_obstacle() {
    assert!(read::<Success>(json!({"success": "true"})).success);
    let number: Number =
        read(json!({"is_pin_enabled": "true", "status": "ASLEEP", "username": null,
        "quality_score": {"score": "GREEN", "date": "1700000000"}, "new": {"x": 1}}));
    assert_eq!(number.is_pin_enabled, Some(true));
    assert_eq!(number.quality_score.unwrap().date, Some(1_700_000_000));
    assert!(!number.status.unwrap().is_listed());
    let flow: Flow = read(json!({"status": "DRAFT", "json_version": 7.2}));
    assert_eq!((flow.status, flow.json_version.as_deref()), (Some(FlowStatus::Draft), Some("7.2")));
}

#[test]
fn what_is_not_json_says_so() {
    let encoding = |_: CreateFlow| CreateFlow::ENCODING;
    let account = AccountId::new("7").unwrap();
    assert_eq!(encoding(CreateFlow::new(account, "f", [])), Encoding::Multipart { file: None });
    let flow = UploadFlowJson::of(FlowId::new("7").unwrap());
    assert_eq!(UploadFlowJson::ENCODING, Encoding::Multipart { file: Some("file") });
    assert_eq!(flow.body().unwrap().name, "flow.json");
    let upload = SendUpload::new(UploadId::new("upload:7?sig=A%2B").unwrap(), 512);
    assert_eq!((SendUpload::METHOD, SendUpload::ENCODING), (Method::POST, Encoding::Bytes));
    assert_eq!(upload.path(), "upload:7?sig=A%2B", "it goes exactly as it came");
    assert_eq!(upload.header(), Some(("file_offset", "512".to_owned())));
    assert_eq!(BlockUsers::ENCODING, Encoding::Json);
    assert_eq!(ArchiveTemplates::HOST, Some("api.facebook.com"));
    assert_eq!(BlockUsers::HOST, None);
}

#[test]
fn nothing_personal_or_secret_is_in_debug() {
    let call = CallId::new("wacid.A").unwrap();
    let shown = [
        format!("{:?}", VerifyCode::new(number(), "hidden")),
        format!("{:?}", BlockUsers::new(number(), [UserToBlock::from("hidden")])),
        format!("{:?}", Call::connect(number(), "hidden", "hidden")),
        format!("{:?}", Call::accept(number(), call, "hidden")),
    ];
    for shown in shown {
        assert!(!shown.contains("hidden"), "{shown}");
    }
}
