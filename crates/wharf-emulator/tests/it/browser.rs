//! A browser without a window, steered as a person would: `WebDriver` is JSON over HTTP.

use std::{
    env, fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::http::call;

/// How long a condition may take to become true before a test fails.
const PATIENCE_MS: u32 = 20_000;

/// What `WebDriver` calls an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) const ENTER: &str = "\u{e007}";
pub(crate) const SHIFT: &str = "\u{e008}";
pub(crate) const TAB: &str = "\u{e004}";
pub(crate) const ESCAPE: &str = "\u{e00c}";

/// A browser with one page. It is gone when this is dropped, whatever became of the test.
pub(crate) struct Browser {
    driver: Child,
    host: String,
    session: String,
    profile: TempDir,
}

impl Browser {
    /// A browser with a page of this size. `None`: there is none on this machine, and that was said.
    pub(crate) async fn open(width: u32, height: u32) -> Option<Self> {
        let chromium = find("WHARF_TEST_CHROMIUM", "chromium");
        let chromedriver = find("WHARF_TEST_CHROMEDRIVER", "chromedriver");
        let (Some(chromium), Some(chromedriver)) = (chromium, chromedriver) else {
            missing();
            return None;
        };
        let profile = tempfile::tempdir().unwrap();
        let (driver, host) = start(&chromedriver);
        let mut browser = Self { driver, host, session: String::new(), profile };
        let folder = browser.profile.path().display();
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // What moves cannot be clicked on.
            "--force-prefers-reduced-motion",
            &format!("--user-data-dir={folder}"),
        ];
        let capabilities = json!({"capabilities": {"alwaysMatch": {
            "timeouts": {"script": PATIENCE_MS},
            "goog:chromeOptions": {"binary": chromium, "args": arguments},
        }}});
        let session = browser.send("POST", "/session", &capabilities).await;
        browser.session = format!("/session/{}", session["sessionId"].as_str().unwrap());
        browser.resize(width, height).await;
        Some(browser)
    }

    /// Gives the page this size, in CSS pixels; a window cannot be as narrow as a phone.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        let command = json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": size});
        self.post("/goog/cdp/execute", &command).await;
    }

    pub(crate) async fn go(&self, url: &str) {
        self.post("/url", &json!({"url": url})).await;
    }

    /// Opens another tab and goes to it; gives what [`Self::tab`] needs to come back.
    pub(crate) async fn new_tab(&self) -> String {
        let first = self.send("GET", &format!("{}/window", self.session), &Value::Null).await;
        let made = self.post("/window/new", &json!({"type": "tab"})).await;
        self.tab(made["handle"].as_str().unwrap()).await;
        first.as_str().unwrap().to_owned()
    }

    /// Goes to a tab; gives the one that was left.
    pub(crate) async fn tab(&self, handle: &str) -> String {
        let left = self.send("GET", &format!("{}/window", self.session), &Value::Null).await;
        self.post("/window", &json!({"handle": handle})).await;
        left.as_str().unwrap().to_owned()
    }

    /// What this expression is worth on the page.
    pub(crate) async fn value(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        self.post("/execute/sync", &json!({"script": script, "args": []})).await
    }

    /// Waits until this expression is true on the page, or an element.
    pub(crate) async fn wait(&self, expression: &str) -> Value {
        let mut answer = self.look_until(expression).await;
        if !answer["value"]["error"].is_null() {
            let page = self.value("document.body.innerText").await;
            let what = &answer["value"]["error"];
            assert_eq!(
                answer["value"], true,
                "{what}, never true: {expression}\non this page:\n{page}"
            );
        }
        answer["value"].take()
    }

    /// The same where the page is left for another meanwhile, which ends a script that waits on it.
    pub(crate) async fn arrive(&self, expression: &str) {
        const PAGES_MOST: u32 = 5;

        for _ in 1..PAGES_MOST {
            if self.look_until(expression).await["value"]["error"].is_null() {
                return;
            }
        }
        self.wait(expression).await;
    }

    async fn look_until(&self, expression: &str) -> Value {
        let script = format!(
            "const done = arguments[0];
             const look = () => {{
                 let found = false;
                 try {{ found = ({expression}); }} catch {{ }}
                 if (found) done(found); else setTimeout(look, 10);
             }};
             look();"
        );
        let body = json!({"script": script, "args": []});
        self.raw("POST", &format!("{}/execute/async", self.session), &body).await
    }

    /// Waits until the text is somewhere in what this selector finds.
    pub(crate) async fn wait_for(&self, selector: &str, text: &str) {
        let (selector, text) = (json!(selector), json!(text));
        self.wait(&format!(
            "[...document.querySelectorAll({selector})].some((found) => found.innerText.includes({text}))"
        ))
        .await;
    }

    /// Clicks on the first of these that can be seen, as soon as there is one.
    pub(crate) async fn click(&self, selector: &str) {
        let selector = json!(selector);
        let element = self
            .wait(&format!("[...document.querySelectorAll({selector})].find((found) => found.checkVisibility())"))
            .await;
        let id = element[ELEMENT].as_str().unwrap();
        self.post(&format!("/element/{id}/click"), &json!({})).await;
    }

    /// Types into whatever has the focus.
    pub(crate) async fn type_in(&self, text: &str) {
        let path = format!("{}/element/active", self.session);
        let element = self.send("GET", &path, &Value::Null).await;
        let id = element[ELEMENT].as_str().unwrap();
        self.post(&format!("/element/{id}/value"), &json!({"text": text})).await;
    }

    /// Chooses a file for the field.
    pub(crate) async fn choose_file(&self, selector: &str, file: &Path) {
        let element =
            self.post("/element", &json!({"using": "css selector", "value": selector})).await;
        let id = element[ELEMENT].as_str().unwrap();
        self.post(&format!("/element/{id}/value"), &json!({"text": file})).await;
    }

    /// Keeps what the page looks like, for people, where a folder for it is named.
    pub(crate) async fn picture(&self, name: &str) {
        let Some(folder) = env::var_os("WHARF_TEST_PICTURES") else { return };
        let path = format!("{}/screenshot", self.session);
        let picture = self.send("GET", &path, &Value::Null).await;
        let bytes = base64::Engine::decode(
            &base64::engine::general_purpose::STANDARD,
            picture.as_str().unwrap(),
        );
        fs::write(Path::new(&folder).join(name), bytes.unwrap()).unwrap();
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        self.send("POST", &format!("{}{path}", self.session), body).await
    }

    async fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut answer = self.raw(method, path, body).await;
        assert!(answer["value"]["error"].is_null(), "{path}: {answer}");
        answer["value"].take()
    }

    async fn raw(&self, method: &str, path: &str, body: &Value) -> Value {
        let url = format!("http://{}{path}", self.host);
        let body = if body.is_null() { String::new() } else { body.to_string() };
        call(method, &url, &[("content-type", "application/json")], body).await.json()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Ending the session ends the browser, which would outlive its driver.
        if let Ok(mut stream) = TcpStream::connect(&self.host) {
            let request = format!(
                "DELETE {} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
                self.session, self.host
            );
            let asked = stream.set_read_timeout(Some(Duration::from_secs(10)));
            let asked = asked.and_then(|()| stream.write_all(request.as_bytes()));
            if asked.is_ok() {
                let mut answer = [0; 64];
                let _gone = stream.read(&mut answer);
            }
        }
        let _dead = self.driver.kill();
        let _buried = self.driver.wait();
    }
}

/// The program that a variable names, or that is on the path.
fn find(variable: &str, program: &str) -> Option<PathBuf> {
    let named = env::var_os(variable).filter(|named| !named.is_empty()).map(PathBuf::from);
    let on_path = || {
        let folders = env::var_os("PATH")?;
        env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
    };
    named.or_else(on_path)
}

#[expect(clippy::print_stderr, reason = "a test that is not run must say so")]
fn missing() {
    let what = "no browser: WHARF_TEST_CHROMIUM and WHARF_TEST_CHROMEDRIVER name none, and none is on \
        the path (`cargo xtask test` installs them where it can)";
    assert_ne!(env::var("CI").as_deref(), Ok("true"), "{what}");
    eprintln!("not run: {what}");
}

/// Starts the driver on a port that it chooses and says.
fn start(program: &Path) -> (Child, String) {
    let mut driver = Command::new(program)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
    let port = lines.find_map(|line| {
        let line = line.unwrap();
        let (_, port) = line.split_once("started successfully on port ")?;
        Some(port.trim_end_matches('.').to_owned())
    });
    // What it says later must not block it.
    std::thread::spawn(move || lines.for_each(drop));
    (driver, format!("127.0.0.1:{}", port.unwrap()))
}
