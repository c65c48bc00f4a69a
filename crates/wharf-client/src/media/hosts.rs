//! Where the token may go.

use http::Uri;
use url::{Host, Url};

use crate::{Client, Error, Kind};

/// The platform's domains.
const DOMAINS: [&str; 3] = ["facebook.com", "fbsbx.com", "whatsapp.net"];

impl Client {
    /// The URL, if the token may be sent there: the platform's hosts by `https://`, and the host this
    /// client calls anyway. On this machine the port does not matter: gateway and emulator are neighbours.
    pub(super) fn trusted(&self, url: &Url) -> Result<Uri, Error> {
        let uri = Uri::try_from(url.as_str())
            .map_err(|error| Error::argument("the file's URL is not a URL").because(error))?;
        let foreign = || {
            let host = url.host_str().unwrap_or("nowhere").to_owned();
            Error::new(Kind::Foreign { host })
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(foreign());
        }
        let base = &self.place.uri;
        let same_host = base.host() == url.host_str() && base.scheme_str() == Some(url.scheme());
        let base_port = base.port_u16().or_else(|| match base.scheme_str() {
            Some("https") => Some(443),
            _ => Some(80),
        });
        let local = match url.host() {
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        };
        if same_host && (local || base_port == url.port_or_known_default()) {
            return Ok(uri);
        }
        let platform = |name: &str| {
            DOMAINS.iter().any(|domain| {
                name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            })
        };
        match url.host() {
            Some(Host::Domain(name))
                if url.scheme() == "https" && url.port().is_none() && platform(name) =>
            {
                Ok(uri)
            }
            _ => Err(foreign()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccessToken;

    #[test]
    fn the_token_goes_to_the_platform_only() {
        let token = || AccessToken::new("token").unwrap();
        let real = Client::new(token());
        let dev = Client::builder(token()).base_url("http://127.0.0.1:3000/").build().unwrap();
        for (url, by_real, by_dev) in [
            ("https://lookaside.fbsbx.com/whatsapp/1?mid=2", true, true),
            ("https://mmg.whatsapp.net/x", true, true),
            ("https://graph.facebook.com/v25.0/1", true, true),
            ("http://127.0.0.1:4000/media/1", false, true),
            ("https://127.0.0.1:4000/media/1", false, false),
            ("http://lookaside.fbsbx.com/", false, false),
            ("https://lookaside.fbsbx.com:8443/", false, false),
            ("https://evilfbsbx.com/", false, false),
            ("https://fbsbx.com.evil.org/", false, false),
            ("https://fbsbx.com@evil.org/", false, false),
            ("https://user@lookaside.fbsbx.com/", false, false),
            ("https://10.0.0.1/", false, false),
        ] {
            let url = Url::parse(url).unwrap();
            assert_eq!(real.trusted(&url).is_ok(), by_real, "{url}");
            assert_eq!(dev.trusted(&url).is_ok(), by_dev, "{url}");
        }
    }
}
