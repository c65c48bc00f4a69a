//! `wharf phone request-code` and `verify-code`: proves that a number is yours.

use clap::{Args, ValueEnum};
use serde_json::json;
use wharf::{
    PhoneNumber,
    number::{CodeMethod, RequestCode as Request, VerifyCode as Verify},
};

use super::{Of, done};
use crate::{exit::Failure, input, print::Printer};

/// Have a code sent to the number that proves that it is yours
#[derive(Debug, Args)]
pub(super) struct RequestCode {
    /// How the code comes
    #[arg(long, value_enum, default_value_t = By::Sms)]
    by: By,
    /// The language it comes in
    #[arg(long, default_value = "en_US", value_name = "CODE")]
    language: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    /// By text message
    Sms,
    /// By a call
    Voice,
}

/// Prove that the number is yours, by the code that came
#[derive(Debug, Args)]
pub(super) struct VerifyCode {
    /// The code, with or without its dash; read from stdin if absent
    code: Option<String>,
}

pub(super) async fn request(
    command: &RequestCode,
    number: &PhoneNumber,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let method = match command.by {
        By::Sms => CodeMethod::Sms,
        By::Voice => CodeMethod::Voice,
    };
    let call = Request::new(number.id().clone(), method, command.language.as_str());
    done(number.client().call(&call).await?.success)?;
    printer.either(&json!({"success": true}), || {
        "a code is on its way, good for about 10 minutes: wharf phone verify-code CODE".to_owned()
    })
}

pub(super) async fn verify(
    command: VerifyCode,
    of: Of<'_>,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let code = input::secret(command.code, "the code")?;
    let code: String = code.chars().filter(|char| !matches!(char, '-' | ' ')).collect();
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Failure::usage("a code has six digits, such as 123-456"));
    }
    let number = of()?;
    let verified = number.client().call(&Verify::new(number.id().clone(), code)).await?;
    done(verified.success)?;
    printer.either(&json!({"success": true}), || {
        "it is yours: wharf phone register takes it into use".to_owned()
    })
}
