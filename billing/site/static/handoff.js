// The pages of hand-offs while they are open. Without this script their forms do the same, and
// looking again is a link.
const page = document.querySelector("[data-live]");
const byId = (id) => document.getElementById(id);
const [lines, form, words, refused] = ["lines", "say", "words", "refused"].map(byId);
const title = document.title;
const LONGEST_PAUSE = 15000;
const SIGNED_OUT = 4401;

let socket;
let pause = 500;
let pending = null;
let unread = 0;

function connect() {
  const address = new URL(page.dataset.live, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  if (page.dataset.last) address.searchParams.set("after", page.dataset.last);
  socket = new WebSocket(address);
  socket.addEventListener("open", () => {
    pause = 500;
    byId("offline").hidden = true;
    if (pending) send();
  });
  socket.addEventListener("message", (event) => show(JSON.parse(event.data)));
  socket.addEventListener("close", (event) => {
    if (event.code === SIGNED_OUT) return over();
    byId("offline").hidden = false;
    setTimeout(connect, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  });
}

function show(news) {
  for (const [id, html] of Object.entries(news.parts ?? {})) replace(byId(id), html);
  if (news.lines) {
    if (document.hidden) unread += news.lines.split('<li class="customer"').length - 1;
    lines.insertAdjacentHTML("beforeend", news.lines);
    page.dataset.last = news.last;
    toTheEnd();
  }
  mark();
  if (news.stands && news.stands !== page.dataset.stands) over();
  if (news.kept && news.kept === pending?.id) kept();
  if (news.refused && news.refused === pending?.id) refuse(news.why);
}

// The title tells of who waits, or of what the customer wrote while the officer was elsewhere.
function mark() {
  const count = Number(document.querySelector("[data-waiting]")?.dataset.waiting ?? unread);
  document.title = count ? `(${count}) ${title}` : title;
}

// What is replaced may hold the focus: it stays on the same link or button.
function replace(part, html) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const same = focused?.getAttribute("href");
  part.innerHTML = html;
  if (focused) (same ? part.querySelector(`[href="${CSS.escape(same)}"]`) : part.querySelector("button"))?.focus();
}

// Something else can be done now than the page offers: what is typed stays to be read.
function over() {
  if (byId("changed")) byId("changed").hidden = false;
  for (const button of page.querySelectorAll("form button")) button.disabled = true;
  if (words) words.readOnly = true;
  if (!form) location.reload();
}

function send() {
  socket.send(JSON.stringify(pending));
}

function kept() {
  pending = null;
  form.elements.message.value = newId();
  words.value = "";
  words.readOnly = false;
  refused.hidden = true;
}

function refuse(why) {
  pending = null;
  words.readOnly = false;
  refused.textContent = why;
  refused.hidden = false;
  words.focus();
}

function toTheEnd() {
  const log = lines.parentElement;
  log.scrollTop = log.scrollHeight;
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

if (lines) toTheEnd();
if (form) {
  byId("keys").hidden = false;
  form.addEventListener("submit", (event) => {
    if (event.submitter === byId("insert")) {
      event.preventDefault();
      const chosen = byId("canned").selectedOptions[0].dataset.words;
      words.value = words.value.trim() ? `${words.value.trimEnd()}\n${chosen}` : chosen;
      words.focus();
    } else if (socket.readyState === WebSocket.OPEN) {
      event.preventDefault();
      if (pending || !words.value.trim()) return;
      // The form's own id: should the form itself be sent after all, it is the same message.
      pending = { id: form.elements.message.value, text: words.value };
      words.readOnly = true;
      send();
    }
  });
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector(".primary"));
  });
}
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) unread = 0;
  mark();
});
connect();
