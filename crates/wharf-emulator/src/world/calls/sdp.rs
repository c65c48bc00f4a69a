//! Session descriptions of calls: plausible, and good for nothing (RFC 8866).

use std::fmt::Write as _;

use crate::world::World;

/// What a call's webhook carries: no media is behind it.
impl World {
    /// The offer of somebody who calls, or their answer.
    pub(super) fn description(&mut self, offers: bool) -> String {
        let mut draw = || self.ids.draw();
        let (session, stream, ice) = (draw() >> 1, draw(), draw());
        let secret = format!("{:016x}{:08x}", draw(), draw() >> 32);
        let mut print = String::new();
        for _ in 0..4 {
            for byte in draw().to_be_bytes() {
                // Writing to a string cannot fail.
                let _written = write!(print, "{byte:02X}:");
            }
        }
        let (ssrc, ice, print) = (stream >> 32, ice >> 48, print.trim_end_matches(':'));
        let setup = if offers { "actpass" } else { "active" };
        let lines = [
            "v=0".to_owned(),
            format!("o=- {session} 2 IN IP4 127.0.0.1"),
            "s=-".to_owned(),
            "t=0 0".to_owned(),
            "a=group:BUNDLE audio".to_owned(),
            format!("a=msid-semantic: WMS {stream:016x}"),
            "m=audio 3480 UDP/TLS/RTP/SAVPF 111 126".to_owned(),
            "c=IN IP4 127.0.0.1".to_owned(),
            "a=rtcp:9 IN IP4 0.0.0.0".to_owned(),
            "a=candidate:1 1 udp 2113937151 127.0.0.1 3480 typ host generation 0".to_owned(),
            format!("a=ice-ufrag:{ice:04x}"),
            format!("a=ice-pwd:{secret}"),
            format!("a=fingerprint:sha-256 {print}"),
            format!("a=setup:{setup}"),
            "a=mid:audio".to_owned(),
            "a=sendrecv".to_owned(),
            "a=rtcp-mux".to_owned(),
            "a=rtpmap:111 opus/48000/2".to_owned(),
            "a=fmtp:111 minptime=20;useinbandfec=1".to_owned(),
            "a=rtpmap:126 telephone-event/8000".to_owned(),
            "a=ptime:20".to_owned(),
            format!("a=ssrc:{ssrc} cname:wharf"),
        ];
        lines.map(|line| line + "\r\n").concat()
    }
}
