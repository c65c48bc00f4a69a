//! `wharf template check`: a project's sends against its lock file.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Emulated, beside, fits, lines};
use crate::program::{run, wharf};

/// A project, and a lock file with templates in several states.
struct Project(TempDir);

impl Project {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut lock: Value =
            serde_json::from_slice(&fs::read(beside("typed.lock.json")).unwrap()).unwrap();
        let state = |name: &str, status: &str| {
            json!({"name": name, "language": "en_US", "id": "1", "status": status, "category": "UTILITY",
                "components": [{"type": "BODY", "text": "A text."}]})
        };
        let templates = lock["templates"].as_array_mut().unwrap();
        templates.extend([state("paused_one", "PAUSED"), state("dead_one", "DISABLED")]);
        lock["pulled"] = "2999-01-01".into();
        let project = Self(folder);
        project.write("templates.lock.json", &lock.to_string());
        for (path, text) in files {
            project.write(path, text);
        }
        project
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn check(&self, args: &[&str]) -> (String, String, i32) {
        run(wharf().current_dir(self.0.path()).args(["template", "check"]).args(args))
    }

    /// The findings as `file:line:column what`, and the count.
    fn found(&self) -> (Vec<String>, Value) {
        let (stdout, stderr, code) = self.check(&["--json"]);
        let mut lines = lines(&stdout);
        let count = lines.pop().unwrap()["count"].take();
        assert_eq!(i32::from(count["errors"] != 0), code, "{stdout}{stderr}");
        let place = |line: &Value| {
            let file = Path::new(line["file"].as_str().unwrap()).display().to_string();
            let what = line["what"].as_str().unwrap();
            format!("{file}:{}:{} {what}", line["line"], line["column"])
        };
        (lines.iter().map(place).collect(), count)
    }
}

fn send(name: &str, language: &str, components: &Value) -> String {
    json!({"messaging_product": "whatsapp", "to": "+15550001111", "type": "template", "template":
        {"name": name, "language": {"code": language}, "components": components}})
    .to_string()
}

fn body(values: &[&str]) -> Value {
    let values: Vec<_> = values.iter().map(|text| json!({"type": "text", "text": text})).collect();
    json!([{"type": "body", "parameters": values}])
}

/// What is found in a file of this name and text.
fn check(name: &str, text: &str, found: &[&str]) {
    let project = Project::new(&[(name, text)]);
    let (given, count) = project.found();
    assert_eq!(
        given,
        found.iter().map(|what| format!("{name}:{what}")).collect::<Vec<_>>(),
        "{text}"
    );
    assert_eq!(count["files"], 1);
}

#[test]
fn a_send_in_json_is_checked_wholly() {
    check("a.json", &send("order_ready", "fr", &body(&["42"])), &[]);
    check("a.json", &send("hello_again", "en_US", &json!([])), &[]);
    let text = send("order_ready", "fr", &body(&["42", "43"]));
    let place = text.find("[{\"text\"").unwrap() + 1;
    let what =
        "body: number of localizable_params (2) does not match the expected number of params (1)";
    check("a.json", &text, &[&format!("1:{place} {what}")]);
}

#[test]
fn a_finding_says_where_and_what_to_do() {
    let text = "{\n  \"sends\": [\n    {\"to\": \"1\", \"type\": \"template\", \"template\": {\n      \
        \"name\": \"order_read\",\n      \"language\": {\"code\": \"fr\"}}}\n  ]\n}\n";
    let project = Project::new(&[("sub/sends.json", text)]);
    let (stdout, stderr, code) = project.check(&[]);
    assert_eq!(code, 1);
    assert_eq!(
        stdout,
        "sub/sends.json:4:15: error: there is no template order_read (132001)\n    is order_ready meant?\n\
         1 file, 1 template send: 1 checked wholly, 0 by name and language\n"
    );
    assert_eq!(stderr, "wharf: 1 mistake: the platform would refuse this\n");
    let (stdout, _, _) = project.check(&["--json", "sub"]);
    let line = lines(&stdout).remove(0);
    assert_eq!(line["file"], "sub/sends.json");
    assert_eq!(
        (&line["line"], &line["column"], &line["code"]),
        (&json!(4), &json!(15), &json!(132_001))
    );
    assert_eq!((&line["severity"], &line["template"]), (&json!("error"), &json!("order_read")));
    fits(&stderr);
}

#[test]
fn what_cannot_be_sent_is_found_by_its_state() {
    for (name, language, what) in [
        ("waiting", "en_US", "waiting in en_US cannot be sent: it is PENDING"),
        ("paused_one", "en_US", "paused_one in en_US cannot be sent: it is PAUSED"),
        ("dead_one", "en_US", "dead_one in en_US cannot be sent: it is DISABLED"),
        ("order_ready", "es", "order_ready is not there in es"),
        ("nothing_like_it_at_all", "en_US", "there is no template nothing_like_it_at_all"),
    ] {
        let project = Project::new(&[("a.json", &send(name, language, &json!([])))]);
        let (found, count) = project.found();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].ends_with(what), "{found:?}");
        assert_eq!(count["errors"], 1);
    }
}

#[test]
fn each_part_of_a_send_is_held_against_the_template() {
    let image = json!({"type": "image", "image": {"link": "https://example.com/a.png"}});
    let named = |name: &str| json!({"type": "text", "parameter_name": name, "text": "x"});
    let sale = |index: &str| {
        json!([
            {"type": "header", "parameters": [image]},
            {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]},
            {"type": "limited_time_offer", "parameters": [
                {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": 1_900_000_000_000_i64}}]},
            {"type": "button", "sub_type": "copy_code", "index": "0", "parameters": [
                {"type": "coupon_code", "coupon_code": "SUN25"}]},
            {"type": "button", "sub_type": "url", "index": index, "parameters": [{"type": "text", "text": "sun"}]},
        ])
    };
    let visit = |last: &str| {
        json!([{"type": "header", "parameters": [named("first_name")]},
            {"type": "body", "parameters": [named("first_name"), named("day"), named(last)]}])
    };
    for (name, components, codes) in [
        ("summer_sale", sale("1"), &[][..]),
        ("summer_sale", sale("7"), &[132_000, 131_008]),
        ("summer_sale", json!([]), &[132_012, 132_000, 131_008, 131_008, 131_008]),
        ("visit", visit("type"), &[]),
        ("visit", visit("hour"), &[132_012]),
        ("visit", json!([{"type": "header", "parameters": [image]}]), &[132_000, 132_012, 132_012]),
    ] {
        let project = Project::new(&[("a.json", &send(name, "en_US", &components))]);
        let (stdout, _, _) = project.check(&["--json"]);
        let mut found = lines(&stdout);
        let count = found.pop().unwrap();
        assert_eq!(count["count"]["wholly"], 1);
        let mut given: Vec<_> = found.iter().map(|line| line["code"].as_i64().unwrap()).collect();
        let mut expected = codes.to_vec();
        given.sort_unstable();
        expected.sort_unstable();
        assert_eq!(given, expected, "{name} {components}: {stdout}");
    }
}

#[test]
fn lines_of_json_and_json_in_a_text_are_read() {
    let good = send("hello_again", "en_US", &json!([]));
    let bad = send("hello_gain", "en_US", &json!([]));
    let project = Project::new(&[
        ("a.jsonl", &format!("{good}\n{bad}\n\n{good}\n")),
        ("b.rs", &format!("fn main() {{\n    let x = r#\"{bad}\"#;\n}}\n")),
        ("c.sh", &format!("curl -d '{bad}' # {bad}\n")),
        ("d.py", &format!("BODY = \"\"\"\n{bad}\n\"\"\"\n")),
    ]);
    let (found, count) = project.found();
    let column = bad.find("\"hello_gain").unwrap() + 1;
    let what = "there is no template hello_gain";
    assert_eq!(
        found,
        [
            format!("a.jsonl:2:{column} {what}"),
            format!("b.rs:2:{} {what}", column + "    let x = r#\"".len()),
            format!("c.sh:1:{} {what}", column + "curl -d '".len()),
            format!("d.py:2:{column} {what}"),
        ]
    );
    assert_eq!((&count["wholly"], &count["sends"]), (&json!(6), &json!(6)));
}

#[test]
fn calls_and_objects_of_many_languages_are_seen() {
    let wrong = "there is no template order_read";
    for (file, line, column) in [
        ("a.rs", r#"number.send(to, Template::new("order_read", "fr").body(["42"])).await?;"#, 31),
        ("a.rs", r#"let template = wharf::message::Template::new("order_read", "fr");"#, 46),
        (
            "a.py",
            r#"wa.send_template(to="1", name="order_read", language=TemplateLanguage.FRENCH)"#,
            31,
        ),
        (
            "a.py",
            r#"messenger.send_template("order_read", "255757", components=[], lang="fr")"#,
            25,
        ),
        (
            "a.py",
            r#"{"type": "template", "template": {"name": "order_read", "language": {"code": "fr"}}}"#,
            43,
        ),
        (
            "a.py",
            r#"{"template": {"name": "order_read", "language": {"code": "fr"}, "components": parts}}"#,
            23,
        ),
        ("a.py", r#"dict(template=dict(name="order_read", language=dict(code="fr")))"#, 25),
        ("a.js", r"client.messages.template({name: 'order_read', language: {code: 'fr'}})", 33),
        ("a.ts", r"await send({ template: { name: `order_read`, language: { code: 'fr' } } })", 32),
        ("a.js", r#"new Template("order_read", new Language("fr"))"#, 14),
        ("a.php", r"['template' => ['name' => 'order_read', 'language' => ['code' => 'fr']]]", 27),
        ("a.go", r#"Template: &Template{Name: "order_read", Language: &Language{Code: "fr"}}"#, 27),
        ("a.java", r#"client.sendTemplate("order_read", "fr");"#, 21),
        ("a.cs", r#"await api.SendTemplateMessage(to, "order_read", "fr");"#, 35),
        ("a.rb", r#"client.send_template(to, name: "order_read", language: "fr")"#, 32),
    ] {
        check(file, &format!("\n  {line}\n"), &[&format!("2:{} {wrong}", column + 2)]);
        // The same with the right name is in order, but for values, which only JSON has.
        let right = Project::new(&[(file, &line.replace("order_read", "order_ready"))]);
        let (found, count) = right.found();
        assert!(found.iter().all(|what| what.contains("localizable_params")), "{line}: {found:?}");
        assert_eq!(count["sends"], 1, "{line}");
    }
}

#[test]
fn what_is_no_send_is_let_be() {
    for (file, text) in [
        ("a.py", "# send_template('order_read', 'fr')\ntemplate = Template('hello')\n"),
        ("a.py", "def send_template(self, name='x', language='fr'):\n    pass\n"),
        (
            "a.js",
            "// template: {name: 'order_read', language: 'fr'}\nrender_template('order_read', 'fr')\n",
        ),
        ("a.java", "public void sendTemplate(String name, String language) {}\n"),
        ("a.json", r#"{"template": {"name": "a_layout", "language": "html"}}"#),
        (
            "a.json",
            r#"{"name": "order_read", "language": "en_US", "category": "UTILITY", "components": []}"#,
        ),
        (
            "a.json",
            r#"{"from": "1", "timestamp": "1", "template": {"name": "order_read", "language": {"code": "fr"}}}"#,
        ),
        ("a.md", "Template::new(\"order_read\", \"fr\")"),
        ("node_modules/a.js", "sendTemplate('order_read', 'fr')"),
        (".hidden/a.js", "sendTemplate('order_read', 'fr')"),
        ("templates.rs", include_str!("typed.rs")),
    ] {
        let (found, count) = Project::new(&[(file, text)]).found();
        assert_eq!((found, &count["sends"]), (Vec::new(), &json!(0)), "{file}: {text}");
    }
}

#[test]
fn what_cannot_be_checked_is_counted_and_said() {
    let project = Project::new(&[
        (
            "a.rs",
            "Template::new(name, \"fr\"); send_template(which); Template::new(\"hello_again\", language)",
        ),
        ("b.json", r#"{"template": {"name": "{{name}}", "language": {"code": "fr"}}}"#),
        (
            "c.json",
            r#"{"template": {"name": "hello_again", "language": {"code": "{{language}}"}}}"#,
        ),
        ("d.json", r#"{"template": {"name": "hello_again", "language": {"code""#),
    ]);
    let (stdout, stderr, code) = project.check(&[]);
    assert_eq!(code, 0, "{stdout}");
    fits(&stdout);
    assert!(stdout.contains("4 files, 4 template sends: 0 checked wholly, 1 by name"), "{stdout}");
    assert!(stdout.contains("3 not at all: the name is not written there"), "{stdout}");
    assert!(stderr.contains("d.json: is no JSON"), "{stderr}");
    let (found, count) = project.found();
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!((&count["unchecked"], &count["skipped"]), (&json!(3), &json!(1)));
}

#[test]
fn what_git_ignores_is_not_looked_at_unless_it_is_named() {
    let bad = send("order_read", "fr", &json!([]));
    let project =
        Project::new(&[(".gitignore", "built/\n"), ("built/a.json", &bad), ("a.txt", "x")]);
    assert_eq!(project.check(&[]).2, 0);
    assert_eq!(project.check(&["built/a.json"]).2, 1);
    let (_, stderr, code) = project.check(&["nowhere"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("nowhere: there is no such file"), "{stderr}");
}

#[test]
fn an_old_lock_is_warned_of_and_a_missing_one_is_asked_for() {
    let project = Project::new(&[]);
    assert_eq!(project.check(&[]).1, "");
    let path = project.0.path().join("templates.lock.json");
    let text = fs::read_to_string(&path).unwrap().replace("2999-01-01", "2020-01-01");
    fs::write(&path, text).unwrap();
    let (_, stderr, code) = project.check(&[]);
    assert_eq!(code, 0);
    assert!(stderr.contains("days old: `wharf template pull` renews it"), "{stderr}");
    assert_eq!(project.check(&["--max-age", "100000"]).1, "");
    fs::remove_file(path).unwrap();
    let (_, stderr, code) = project.check(&[]);
    assert_eq!(code, 2);
    assert!(stderr.contains("`wharf template pull` writes it"), "{stderr}");
}

#[test]
fn what_was_pulled_is_what_is_checked_against() {
    let emulated = Emulated::start();
    let folder = tempfile::tempdir().unwrap();
    let mut pull = emulated.wharf();
    assert_eq!(run(pull.current_dir(folder.path()).args(["template", "pull"])).2, 0);
    let order = |values: &[&str]| send("order_update", "en_US", &body(values));
    for (values, refused) in [(&["Ada", "42"][..], false), (&["Ada"], true)] {
        fs::write(folder.path().join("send.json"), order(values)).unwrap();
        let mut check = emulated.wharf();
        let checked = run(check.current_dir(folder.path()).args(["template", "check"]));
        let mut sending = emulated.wharf();
        let sent = run(sending.current_dir(folder.path()).args(["send", "json", "send.json"]));
        assert_eq!((checked.2 == 1, sent.2 == 1), (refused, refused), "{}{}", checked.0, sent.1);
    }
}

#[test]
fn a_text_of_a_shell_goes_over_lines() {
    let text = "curl -d '{\n  \"template\": {\n    \"name\": \"order_read\",\n    \"language\": {\"code\": \"fr\"}\n  }}'\n";
    check("a.sh", text, &["3:13 there is no template order_read"]);
}
