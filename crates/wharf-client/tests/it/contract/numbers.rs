mod calls;
mod desk;
mod people;
mod standing;

use serde_json::Value;
use wharf_model::number::{
    CodeMethod, Deregister, GetNumber, Pin, Register, RequestCode, SetPin, VerifyCode,
};

use super::{Contract, number};

#[tokio::test]
async fn a_number_and_all_that_is_set_on_it() {
    let contract = Contract::start().await;
    desk::profile(&contract).await;
    desk::settings(&contract).await;
    calls::by_the_business(&contract).await;
    desk::shop(&contract).await;
    people::links(&contract).await;
    people::blocked(&contract).await;
    people::username(&contract).await;
    standing::official(&contract).await;
    standing::history(&contract).await;
    ownership(&contract).await;
    contract.end("numbers").await;
}

async fn ownership(contract: &Contract) {
    let pin = || Pin::new("123456").unwrap();
    let node = contract.call("GET /{phone}", &GetNumber::new(number())).await;
    assert_eq!(node.id, Some(number()));
    assert_eq!(node.verified_name.as_deref(), Some("Wharf Coffee"));
    assert!(contract.call("POST /{phone}", &SetPin::new(number(), pin())).await.success);

    let request = RequestCode::new(number(), CodeMethod::Sms, "en_US");
    assert!(contract.call("POST /{phone}/request_code", &request).await.success);
    let known = contract.control("GET", "numbers", &Value::Null).await;
    let code = known["data"][0]["code"].as_str().unwrap().to_owned();
    let verify = VerifyCode::new(number(), code);
    assert!(contract.call("POST /{phone}/verify_code", &verify).await.success);

    let leave = Deregister::new(number());
    assert!(contract.call("POST /{phone}/deregister", &leave).await.success);
    let register = Register::new(number(), pin());
    assert!(contract.call("POST /{phone}/register", &register).await.success);
}
