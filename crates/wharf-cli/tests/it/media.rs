//! `wharf media`: files go up and come down whole, or not at all.

use std::{
    fs,
    io::Write as _,
    net::TcpListener,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::{
    fake::{self, Fake},
    program::{Running, run, until, wharf},
};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on";

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn ok(command: &mut Command) -> String {
    let (stdout, stderr, code) = run(command);
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    stdout
}

#[test]
fn a_file_goes_up_comes_down_and_is_deleted() {
    let dev = Running::dev();
    let folder = tempfile::tempdir().unwrap();
    let here = |args: &[&str]| {
        let mut command = dev.wharf();
        command.current_dir(folder.path()).arg("media").args(args);
        command
    };
    fs::write(folder.path().join("picture.png"), PNG).unwrap();
    let id = ok(&mut here(&["upload", "picture.png"]));
    let id = id.trim();
    assert!(id.bytes().all(|byte| byte.is_ascii_digit()), "{id}");

    let info = ok(&mut here(&["info", id]));
    assert!(info.contains("image/png") && info.contains("\nsha256"), "{info}");
    let info: Value = serde_json::from_str(&ok(here(&["info", id]).arg("--json"))).unwrap();
    assert_eq!(info["file_size"], PNG.len());

    ok(&mut here(&["download", id]));
    assert_eq!(fs::read(folder.path().join(format!("{id}.png"))).unwrap(), PNG);
    let said: Value =
        serde_json::from_str(&ok(here(&["download", id, "mine.png"]).arg("--json"))).unwrap();
    assert_eq!((&said["file"], &said["sha256"]), (&json!("mine.png"), &info["sha256"]));
    let printed = here(&["download", id, "-"]).output().unwrap();
    assert_eq!(printed.stdout, PNG);

    ok(&mut here(&["delete", id]));
    let (_, stderr, code) = run(&mut here(&["download", id, "gone.png"]));
    assert_eq!(code, 1, "{stderr}");
    assert_eq!(
        names(folder.path()),
        [format!("{id}.png"), "mine.png".into(), "picture.png".into()]
    );
}

#[test]
fn the_content_decides_the_type_and_a_flag_may_not_contradict_it() {
    let dev = Running::dev();
    let folder = tempfile::tempdir().unwrap();
    let check = |name: &str, bytes: &[u8], flags: &[&str], mime: &str| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let mut command = dev.wharf();
        command.args(["--json", "media", "upload"]).arg(&path).args(flags);
        let said: Value = serde_json::from_str(&ok(&mut command)).unwrap();
        assert_eq!(said["mime_type"], mime, "{name}");
    };
    check("right.png", PNG, &[], "image/png");
    check("called.jpg", PNG, &[], "image/png");
    check("unnamed", b"%PDF-1.7", &[], "application/pdf");
    check("notes.txt", b"hello", &[], "text/plain");
    check("sound.m4a", b"\0\0\0\x20ftypisom", &[], "audio/mp4");
    check("clip", b"\0\0\0\x20ftypisom", &["--type", "video/mp4"], "video/mp4");
    let path = folder.path().join("right.png");
    let mut command = dev.wharf();
    let (_, stderr, code) =
        run(command.args(["media", "upload", "--type", "image/jpeg"]).arg(&path));
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.contains("image/jpeg") && stderr.contains("looks like image/png"), "{stderr}");
}

#[test]
fn what_the_platform_would_refuse_is_refused_here() {
    let dev = Running::dev();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("what");
    for (bytes, says) in [(&b"who knows"[..], "takes no files of type"), (b"", "empty")] {
        fs::write(&path, bytes).unwrap();
        let (_, stderr, code) = run(dev.wharf().args(["media", "upload"]).arg(&path));
        let (_, _, typed) =
            run(dev.wharf().args(["media", "upload", "--type", "text/plain"]).arg(&path));
        assert_eq!(code, 2, "{stderr}");
        assert_eq!(typed, if bytes.is_empty() { 2 } else { 0 });
        assert!(bytes.is_empty() || stderr.contains(says), "{stderr}");
    }
    let (_, stderr, code) = run(dev.wharf().args(["media", "upload", "nowhere.png"]));
    assert!(code == 2 && stderr.contains("nowhere.png: is no file here"), "{stderr}");
    let (_, stderr, code) = run(dev.wharf().args(["media", "upload", "-"]));
    assert!(code == 2 && stderr.contains("--type"), "{stderr}");
}

#[test]
fn stdin_goes_up_as_well() {
    let dev = Running::dev();
    let mut command = dev.wharf();
    command.args(["media", "upload", "-", "--type", "text/plain", "--name", "notes.txt"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"Remember the milk.").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && !output.stdout.is_empty());
}

/// A platform that announces a file of these bytes, by this digest, and gives others.
fn platform(announced: &'static [u8], sha256: &'static str, given: &'static [u8]) -> Fake {
    Fake::start(move |asked| {
        if asked.path == "/file" {
            return (200, Vec::new(), given.into());
        }
        fake::json(&json!({
            "messaging_product": "whatsapp", "id": "77", "mime_type": "image/png", "sha256": sha256,
            "file_size": announced.len(), "url": format!("http://{}/file", asked.header("host").unwrap()),
        }))
    })
}

/// Of `hello`.
const SHA256: &str = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

fn download(url: &str, folder: &Path, args: &[&str]) -> Command {
    let mut command = wharf();
    command.env("WHATSAPP_GRAPH_URL", url).env("WHATSAPP_ACCESS_TOKEN", "some-token");
    command.current_dir(folder).args(["media", "download", "77"]).args(args);
    command
}

#[test]
fn a_file_that_is_not_the_announced_one_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    for (given, says) in [(&b"hallo"[..], "SHA-256"), (b"hell", "shorter"), (b"hello!", "larger")] {
        let platform = platform(b"hello", SHA256, given);
        for to in [&[][..], &["mine"], &["-"]] {
            let (stdout, stderr, code) = run(&mut download(&platform.url, folder.path(), to));
            assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
            assert!(stderr.contains(says), "{stderr}");
            assert_eq!(names(folder.path()), [""; 0]);
        }
    }
}

#[test]
fn a_file_that_is_there_is_not_written_over_unless_that_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let platform = platform(b"hello", SHA256, b"hello");
    fs::write(folder.path().join("77.png"), "mine").unwrap();
    for args in [&[][..], &["77.png"], &["."]] {
        let (_, stderr, code) = run(&mut download(&platform.url, folder.path(), args));
        assert_eq!(code, 2, "{stderr}");
        assert!(stderr.contains("--force"), "{stderr}");
        assert_eq!(fs::read(folder.path().join("77.png")).unwrap(), b"mine");
    }
    let fetched = platform.seen().iter().any(|asked| asked.path == "/file");
    assert!(!fetched, "a file that cannot be kept was fetched");
    ok(&mut download(&platform.url, folder.path(), &["--force"]));
    assert_eq!(fs::read(folder.path().join("77.png")).unwrap(), b"hello");
    assert_eq!(names(folder.path()), ["77.png"]);
}

#[test]
fn a_file_can_be_read_by_whom_any_new_file_can() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let platform = platform(b"hello", SHA256, b"hello");
    ok(&mut download(&platform.url, folder.path(), &["came"]));
    fs::write(folder.path().join("made"), "x").unwrap();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("came"), mode("made"));
}

#[test]
fn whoever_stops_it_half_way_finds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let node = json!({
        "messaging_product": "whatsapp", "id": "77", "mime_type": "image/png", "sha256": SHA256,
        "file_size": 1_000_000, "url": format!("{url}/file"),
    });
    let mut child =
        download(&url, folder.path(), &["mine"]).stderr(Stdio::piped()).spawn().unwrap();
    // The node, then the beginning of the file, and no end.
    let mut open = Vec::new();
    while open.len() < 2 {
        let (stream, _) = listener.accept().unwrap();
        let mut reader = std::io::BufReader::new(stream);
        let mut line = String::new();
        std::io::BufRead::read_line(&mut reader, &mut line).unwrap();
        let mut stream = reader.into_inner();
        if line.contains("/file") {
            let head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
            stream.write_all(head.as_bytes()).unwrap();
            stream.write_all(&[7; 1_000]).unwrap();
        } else {
            let body = node.to_string();
            let head = format!(
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
                body.len()
            );
            stream.write_all(head.as_bytes()).unwrap();
            stream.write_all(body.as_bytes()).unwrap();
        }
        open.push(stream);
    }
    until("there is half a file", || (!names(folder.path()).is_empty()).then_some(()));
    assert!(names(folder.path()).iter().all(|name| name != "mine"));
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let status = until("the program stops", || child.try_wait().unwrap());
    assert_eq!(status.code(), Some(1));
    assert_eq!(names(folder.path()), [""; 0]);
}
