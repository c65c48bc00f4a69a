//! `wharf phone info`: the number as the platform knows it.

use wharf::PhoneNumber;

use crate::{exit::Failure, print::Printer};

pub(super) async fn run(number: &PhoneNumber, printer: &mut Printer) -> Result<(), Failure> {
    let info = number.info().await?;
    printer.either(&info, || crate::table::members(&info))
}
