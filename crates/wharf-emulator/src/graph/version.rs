//! The version of the API: `v16.0` and whatever came after.

use axum::{extract::Request, http::HeaderValue, response::Response};

use super::refuse;
use crate::{shell::Shell, world::Refusal};

/// The oldest version that is understood: the seed guide's.
const OLDEST: u32 = 16;

/// Lets calls of a version through that is understood, and says which one served them.
pub(super) async fn served(
    shell: &Shell,
    request: Request,
    answer: impl AsyncFnOnce(Request) -> Response,
) -> Response {
    let path = request.uri().path();
    let version = path.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
    if !is_understood(&version) {
        return refuse(shell, Refusal::plain(2500, format!("Unknown path components: {path}")));
    }
    let mut response = answer(request).await;
    if let Ok(version) = HeaderValue::try_from(version) {
        response.headers_mut().insert("facebook-api-version", version);
    }
    response
}

fn is_understood(version: &str) -> bool {
    let number = version.strip_prefix('v').and_then(|number| number.strip_suffix(".0"));
    let number = number.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    number.and_then(|digits| digits.parse::<u32>().ok()).is_some_and(|number| number >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::is_understood;

    #[test]
    fn versions_from_the_guides_own_on_are_understood() {
        for good in ["v16.0", "v23.0", "v26.0", "v100.0"] {
            assert!(is_understood(good), "{good}");
        }
        for bad in ["v15.0", "v16", "16.0", "v16.1", "v+16.0", "v.0", "", "vx.0", "v99999999999.0"]
        {
            assert!(!is_understood(bad), "{bad}");
        }
    }
}
