// Makes the phone live: it asks for what has changed and puts it in place, and sends forms without
// leaving the page. Without this script the same forms and links work with a reload.

const phone = document.querySelector(".phone");
const byId = (id) => document.getElementById(id);

// The server writes times in the browser's zone once it knows it.
const zone = String(-new Date().getTimezoneOffset());
const zoneIsNew = !document.cookie.split("; ").includes(`wharf-zone=${zone}`);
document.cookie = `wharf-zone=${zone}; path=/; max-age=31536000; samesite=strict`;

for (const here of document.querySelectorAll("[data-here]")) here.textContent = location.origin;

function begin() {
  document.documentElement.classList.add("live");
  document.addEventListener("submit", submit);
  document.addEventListener("click", click);
  document.addEventListener("error", lost, true);
  document.addEventListener("load", grown, true);
  document.addEventListener("loadedmetadata", grown, true);
  document.addEventListener("visibilitychange", listen);
  document.addEventListener("toggle", closed, true);
  addEventListener("pageshow", () => (leaving = false));
  for (const media of document.querySelectorAll("[data-media] img, [data-media] video, [data-media] audio")) {
    if (media.error || (media.complete && !media.naturalWidth)) lost({ target: media });
  }
  const text = byId("text");
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (text.value.trim()) text.form.requestSubmit();
  });
  text.addEventListener("input", () => fit(text));
  log().addEventListener("scroll", () => isAtEnd() && (byId("latest").hidden = true));
  listen();
  // The window closes and days end without anything being said.
  setInterval(() => document.hidden || refresh(), 60_000);
  if (zoneIsNew) refresh();
}

// ---- what has changed ----

let events = null;

/** Listens while somebody looks: a browser opens few connections to one host, and tabs share them. */
function listen() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(phone.dataset.events);
  events.addEventListener("open", () => (byId("connection").hidden = true));
  events.addEventListener("changed", refresh);
  events.addEventListener("error", () => {
    byId("connection").hidden = false;
    // A browser gives up by itself when it gets an answer that is no stream.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  });
}

let leaving = false;
let running = null;
let again = false;

/** Puts what has changed in place. Calls while one is under way make one more. */
function refresh() {
  again = true;
  running ??= (async () => {
    while (again) {
      again = false;
      await fetchPart().catch(() => {});
    }
    running = null;
  })();
  return running;
}

async function fetchPart() {
  const all = "all" in phone.dataset ? "&all=1" : "";
  const answer = await fetch(`${phone.dataset.chat}${phone.dataset.query}${all}`);
  if (leaving || (!answer.ok && answer.status !== 404)) return;
  // The emulator began anew without this person, or they are in this group no longer.
  if (answer.status === 404) return location.reload();
  const part = document.createElement("template");
  part.innerHTML = await answer.text();

  const focused = document.activeElement;
  const atEnd = isAtEnd();
  const fromTop = log().scrollHeight + log().scrollTop;
  const last = newest();
  for (const fresh of [...part.content.children]) morph(byId(fresh.id), fresh);
  // The log counts from its end: at the end it stays there, elsewhere what is read must not move.
  log().scrollTop = atEnd ? 0 : fromTop - log().scrollHeight;
  if (!atEnd && newest() !== last) byId("latest").hidden = false;
  // What was tapped is tapped no more, and the keyboard needs a place to be.
  if (focused !== document.body && !canFocus(document.activeElement)) byId("text").focus({ preventScroll: true });
}

function canFocus(element) {
  return element && element !== document.body && !element.disabled;
}

/** Makes an element like another, and leaves alone what is alike: focus, open sheets, running videos. */
function morph(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== "open" && name !== "data-lost") old.removeAttribute(name);
  }
  if (old.type === "checkbox") old.checked = fresh.checked;
  let place = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const same = child.id ? [...old.children].find((mine) => mine.id === child.id) : place;
    if (same && isLike(same, child)) {
      // What stands before it and is not wanted here goes; an element of the same id never does.
      while (place && place !== same) place = drop(place);
      if (child.nodeType === Node.ELEMENT_NODE) morph(same, child);
      else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
      place = same.nextSibling;
    } else {
      if (child.nodeType === Node.ELEMENT_NODE && child.matches(".message")) child.classList.add("new");
      old.insertBefore(child, place);
    }
  }
  while (place) place = drop(place);
}

function isLike(old, fresh) {
  return old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && (old.id ?? "") === (fresh.id ?? "");
}

function drop(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

// ---- what is sent ----

async function submit(event) {
  const form = event.target;
  if (!form.matches("[data-live]")) {
    // The page is left: what changes now must not stop that.
    leaving = form.method === "post";
    return;
  }
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  const isText = form.id === "write";
  const kept = byId("text").value;
  if (isText) byId("text").value = "";
  const failure = await post(form.action, body);
  say(failure);
  if (failure !== null) {
    if (isText && !byId("text").value) byId("text").value = kept;
    fit(byId("text"));
    return;
  }
  fit(byId("text"));
  if (isText) unquote();
  // A sheet and the menu that it was opened from.
  for (const sheet of document.querySelectorAll(":popover-open")) sheet.hidePopover();
  if (form.action.endsWith("/file")) form.reset();
  log().scrollTop = 0;
  await refresh();
}

/** What went wrong, or null. */
async function post(url, body) {
  try {
    const answer = await fetch(url, { method: "POST", body, headers: { accept: "text/plain" } });
    return answer.ok ? null : (await answer.text()) || `The emulator answered ${answer.status}.`;
  } catch {
    return "The emulator cannot be reached. Is it running?";
  }
}

function say(failure) {
  const notice = byId("notice");
  notice.textContent = failure ?? "";
  notice.hidden = failure === null;
}

function click(event) {
  const reply = event.target.closest("[data-reply]");
  const code = event.target.closest("[data-copy]");
  if (code) {
    copy(code);
  } else if (reply) {
    event.preventDefault();
    byId("quotes").value = reply.dataset.reply;
    byId("quoting-text").textContent = reply.dataset.summary;
    byId("quoting").hidden = false;
    reply.closest("[popover]").hidePopover();
    byId("text").focus();
  } else if (event.target.closest("#unquote")) {
    event.preventDefault();
    unquote();
    byId("text").focus();
  } else if (event.target.closest("#latest")) {
    log().scrollTop = 0;
    byId("latest").hidden = true;
  } else if (event.target.closest("#notice")) {
    say(null);
  } else if (event.target.closest("a.quote")) {
    event.preventDefault();
    const said = document.querySelector(event.target.closest("a.quote").getAttribute("href"));
    said?.scrollIntoView({ block: "center" });
    said?.animate?.([{ opacity: 0.3 }, { opacity: 1 }], 700);
  }
}

/** Puts a code on the clipboard; where there is none, it is selected, ready to be copied by hand. */
async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.querySelector("[role=status]").textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(button.querySelector("code"));
  }
}

/** What was ticked and not set is as it was. */
function closed({ target, newState }) {
  if (newState === "closed" && target.id === "habits") target.querySelector("form").reset();
}

function unquote() {
  byId("quotes").value = "";
  byId("quoting").hidden = true;
}

// ---- what is seen ----

function log() {
  return byId("log");
}

function newest() {
  return [...byId("messages").querySelectorAll("[data-id]")].at(-1)?.id;
}

function isAtEnd() {
  return log().scrollTop > -60;
}

/** A field as tall as its text, where the style sheet cannot do it. */
function fit(text) {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
}

/** A picture, video or sound that did not load shows its address. */
function lost({ target }) {
  target.closest?.("[data-media]")?.setAttribute("data-lost", "");
}

/** A picture that has come makes the chat longer. */
function grown({ target }) {
  if (target.closest?.("#log") && isAtEnd()) log().scrollTop = 0;
}

if (phone) begin();
