//! How people find the number, and who may not.

use wharf_model::number::{
    BlockUsers, CreateQrCode, DeleteQrCode, DeleteUsername, GetQrCode, GetUsername, ListBlocked,
    ListQrCodes, ListUsernameSuggestions, QrImage, SetUsername, UnblockUsers, UpdateQrCode,
    UserToBlock, UsernameStatus,
};

use super::Contract;
use crate::contract::{PERSON, number};

pub(super) async fn links(contract: &Contract) {
    let all = "POST /{phone}/message_qrdls";
    let create = CreateQrCode::new(number(), "Hi!").generate_qr_image(QrImage::Svg);
    let made = contract.call(all, &create).await;
    let code = made.code.unwrap();
    assert!(made.qr_image_url.unwrap().ends_with("svg"));
    let update = UpdateQrCode::new(number(), &code, "Hello!");
    let updated = contract.call(all, &update).await;
    assert_eq!(updated.prefilled_message.as_deref(), Some("Hello!"));
    let list = ListQrCodes::new(number());
    let listed = contract.call("GET /{phone}/message_qrdls", &list).await.data;
    assert_eq!(listed[0].code.as_ref(), Some(&code));
    let get = GetQrCode::new(number(), &code);
    let one = contract.call("GET /{phone}/message_qrdls/{code}", &get).await.data.unwrap();
    assert_eq!(one[0].prefilled_message.as_deref(), Some("Hello!"));
    let delete = DeleteQrCode::new(number(), &code);
    assert!(contract.call("DELETE /{phone}/message_qrdls/{code}", &delete).await.success);
}

pub(super) async fn blocked(contract: &Contract) {
    let user = || UserToBlock::new().user(PERSON);
    contract.emulator.write(PERSON, "you won").unwrap();
    let block = BlockUsers::new(number(), [user()]);
    let answer = contract.call("POST /{phone}/block_users", &block).await;
    let added = answer.block_users.unwrap().added_users.unwrap();
    assert_eq!(added[0].wa_id.as_deref(), Some(PERSON));
    let list = ListBlocked::new(number());
    let listed = contract.call("GET /{phone}/block_users", &list).await.data;
    assert_eq!(listed[0].wa_id.as_deref(), Some(PERSON));
    let unblock = UnblockUsers::new(number(), [user()]);
    let answer = contract.call("DELETE /{phone}/block_users", &unblock).await;
    assert_eq!(answer.block_users.unwrap().removed_users.unwrap().len(), 1);
}

pub(super) async fn username(contract: &Contract) {
    let suggest = ListUsernameSuggestions::new(number());
    let suggested = contract.call("GET /{phone}/username_suggestions", &suggest).await.data;
    let name = suggested[0].username_suggestions.as_ref().unwrap()[0].clone();
    let set = SetUsername::new(number(), &name);
    let answer = contract.call("POST /{phone}/username", &set).await;
    assert!(matches!(answer.status, Some(UsernameStatus::Reserved | UsernameStatus::Approved)));
    let held = contract.call("GET /{phone}/username", &GetUsername::new(number())).await;
    assert_eq!(held.username, Some(name));
    contract.call("DELETE /{phone}/username", &DeleteUsername::new(number())).await;
    let held = contract.call("GET /{phone}/username", &GetUsername::new(number())).await;
    assert_eq!(held.status, Some(UsernameStatus::None));
}
