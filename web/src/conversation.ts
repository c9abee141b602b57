/** The conversation as it is seen and read aloud. */

import { CallList } from "./calls";
import { chart } from "./chart";
import { Buttons, type Offer } from "./choices";
import { CLIP_ICON, icon, linked, make, outwardLink, webAddress } from "./dom";
import { MoreBelow } from "./more";
import {
  isCalls,
  isChart,
  isLink,
  type BotEntry,
  type Choice,
  type Kept,
  type Outgoing,
  type SignInLink,
  type UserEntry,
} from "./protocol";
import { has, text, type Arguments } from "./texts";

const SPACE_ABOVE_PIXELS = 8;
const BREATH_MILLISECONDS = 1_000;

export class ConversationView {
  readonly log = make("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
  readonly more = new MoreBelow(this.log);
  private readonly dots = make("div", { class: "typing", hidden: true });
  private readonly own = new Map<string, HTMLElement>();
  private offers: Offer[] = [];
  private isReplaying = false;
  /** The first of the messages that the assistant says in one breath, and when the last came. */
  private beginning: HTMLElement | undefined;
  private saidAt = 0;
  /** Whether the customer has gone somewhere else in the conversation than to its newest words. */
  private isReading = false;

  constructor(private readonly press: (choice: Choice) => void) {
    this.dots.append(make("span"), make("span"), make("span"));
    this.log.append(this.more.end);
    // A keyboard that comes up, or a telephone that is turned, must not hide what was said last.
    new ResizeObserver(() => this.isReading || this.showNewest()).observe(this.log);
    const read = (): void => void (this.isReading = true);
    for (const how of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      this.log.addEventListener(how, read, { passive: true });
    }
    this.more.button.addEventListener("click", read);
  }

  /** Start again with an empty conversation. */
  clear(): void {
    this.replayed();
    this.log.replaceChildren(this.more.end);
    this.own.clear();
    this.offers = [];
    this.beginning = undefined;
  }

  /** While the history arrives nothing is read aloud, for it has been heard, and a whole one is laid
   * out once: an old telephone takes seconds to do it for each message.
   */
  replaying(): void {
    this.isReplaying = true;
    this.log.setAttribute("aria-live", "off");
    if (!this.log.querySelector(".message:not(.pending)")) this.log.classList.add("replaying");
  }

  /** The history is there, or as much as came; what is on its way comes last. */
  replayed(): void {
    if (!this.isReplaying) return;
    this.isReplaying = false;
    this.log.classList.remove("replaying");
    this.log.append(...this.log.querySelectorAll(".pending"));
    this.showNewest();
    setTimeout(() => this.isReplaying || this.log.setAttribute("aria-live", "polite"));
  }

  say(entry: BotEntry): void {
    const bubble = make("div", { class: "bubble" });
    const words = isLink(entry.custom) ? besideCard(entry.text, entry.custom) : entry.text;
    if (entry.from) bubble.append(make("p", { class: "speaker" }, entry.from.name));
    if (words) bubble.append(make("p", { class: "words" }, ...linked(words)));
    const speaker = entry.from ? "person-said" : "assistant-said";
    const message = this.message("bot", speaker, entry.language, bubble);
    if (isCalls(entry.custom)) {
      this.closeOffers((offer) => offer instanceof CallList);
      this.offer(message, new CallList(entry.custom, entry.language, this.press));
    } else if (isChart(entry.custom)) {
      message.append(chart(entry.custom));
    } else if (isLink(entry.custom)) {
      bubble.append(...signIn(entry.custom, entry.language));
    }
    if (entry.buttons.length > 0) this.offer(message, new Buttons(entry.buttons, this.press));
    if (!bubble.hasChildNodes()) bubble.remove();
    this.begin(message);
    this.add(message);
  }

  /** Show a message that is on its way, under its id. */
  sending(message: Outgoing, language: string): void {
    if (!this.own.has(message.id)) {
      const isFile = message.bytes !== undefined;
      this.showOwn(message.id, message.title ?? message.text ?? "", language, isFile);
      if (!isFile) this.useUp(message.payload);
    }
    this.own.get(message.id)?.classList.add("pending");
  }

  /** If there is no connection, the message waits for one, for so long. */
  kept(message: Outgoing, kept: Kept): void {
    const own = this.own.get(message.id);
    if (own) own.dataset["kept"] = kept;
  }

  /** Say how far a file has been sent. */
  progressed(message: Outgoing, share: number, language: string): void {
    const own = this.own.get(message.id);
    if (!own?.classList.contains("pending")) return;
    let bar = own.querySelector("progress");
    if (!bar) {
      const label = text(language, "sending", { name: message.title ?? "" });
      bar = make("progress", { max: "1", "aria-label": label });
      this.follow(() => own.append(bar as HTMLProgressElement));
    }
    bar.value = share;
  }

  /** The server has taken the message, in this tab or another. */
  heard(entry: UserEntry, language: string): void {
    const isFile = entry.kind === "file";
    if (!this.own.has(entry.id)) this.showOwn(entry.id, entry.text, language, isFile);
    this.useUp(entry.payload);
    const message = this.own.get(entry.id);
    if (!message?.classList.contains("pending")) return;
    message.classList.remove("pending");
    message.querySelector(".state")?.remove();
    message.querySelector("progress")?.remove();
    // It was shown when it was written; it belongs where it arrived.
    if (message.nextElementSibling?.classList.contains("bot")) this.add(message);
  }

  /** The server will not take the message, for this reason. */
  refused(message: Outgoing, reason: string, language: string, args: Arguments): void {
    const bubble = this.own.get(message.id);
    if (!bubble) return;
    bubble.classList.replace("pending", "failed");
    bubble.querySelector("progress")?.remove();
    const other = message.bytes === undefined ? "refused-other" : "refused-file";
    const why = has(language, `refused-${reason}`) ? `refused-${reason}` : other;
    this.note(bubble, `${text(language, "failed")}. ${text(language, why, args)}`);
  }

  /** Say of the messages on their way that they wait, or no longer; nothing is said before it is so. */
  waiting(on: boolean, language: string): void {
    for (const bubble of this.log.querySelectorAll<HTMLElement>(".pending[data-kept]")) {
      if (on) {
        this.note(bubble, text(language, `waiting-${bubble.dataset["kept"]}`));
        bubble.querySelector("progress")?.remove();
      } else bubble.querySelector(".state")?.remove();
    }
  }

  typing(on: boolean): void {
    this.dots.hidden = !on;
    if (!on) this.dots.remove();
    else this.follow(() => this.log.append(this.dots));
  }

  /** The end of the conversation; of an answer taller than the window, its beginning. */
  showNewest(): void {
    const { scroller } = this;
    scroller.scrollTop = scroller.scrollHeight;
    this.isReading = false;
    if (!this.beginning) return;
    const above = this.beginning.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    if (above < 0) scroller.scrollTop += above - SPACE_ABOVE_PIXELS;
  }

  /** What scrolls: the log, or everything where there is little height (see styles.css). */
  private get scroller(): HTMLElement {
    const isOwn = getComputedStyle(this.log).overflowY !== "visible";
    return isOwn ? this.log : (this.log.parentElement ?? this.log);
  }

  private showOwn(id: string, words: string, language: string, isFile: boolean): void {
    const bubble = make("div", { class: "bubble" }, make("p", { class: "words" }, words));
    if (isFile) {
      bubble.classList.add("file");
      bubble.prepend(icon(CLIP_ICON), make("span", { class: "unseen" }, text(language, "file")));
    }
    const message = this.message("own", "you-said", language, bubble);
    message.removeAttribute("lang");
    this.own.set(id, message);
    this.beginning = undefined;
    this.add(message);
    if (!this.isReplaying) this.showNewest();
  }

  private message(kind: string, speaker: string, language: string, bubble: Node): HTMLElement {
    const who = make("span", { class: "unseen" }, text(language, speaker));
    return make("div", { class: `message ${kind}`, lang: language }, who, bubble);
  }

  private offer(message: HTMLElement, offer: Offer): void {
    message.append(offer.element);
    this.offers.push(offer);
  }

  /** Whoever goes on has answered what was asked; a list of calls stays until it is used. */
  private useUp(payload: string | undefined): void {
    const used =
      payload === undefined ? undefined : this.offers.findLast((offer) => offer.includes(payload));
    used?.close(payload);
    this.offers = this.offers.filter((offer) => offer !== used);
    this.closeOffers((offer) => offer instanceof Buttons);
  }

  private closeOffers(which: (offer: Offer) => boolean): void {
    for (const offer of this.offers.filter(which)) offer.close();
    this.offers = this.offers.filter((offer) => !which(offer));
  }

  private note(message: HTMLElement, words: string): void {
    message.querySelector(".state")?.remove();
    message.append(make("p", { class: "state" }, words));
  }

  private add(message: HTMLElement): void {
    this.follow(() => {
      this.log.append(message);
      if (!this.dots.hidden) this.log.append(this.dots);
    });
  }

  /** Go with the conversation, unless the customer has scrolled up to read. */
  private follow(change: () => void): void {
    if (this.isReplaying) return change();
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < 80;
    change();
    if (isAtEnd) this.showNewest();
  }

  /** Of what is said in one breath the beginning is to be seen. */
  private begin(message: HTMLElement): void {
    const now = performance.now();
    const goesOn = !this.isReplaying && now - this.saidAt < BREATH_MILLISECONDS;
    if (!this.beginning || !goesOn) this.beginning = message;
    this.saidAt = now;
  }
}

/** `words` without the line that is but the address: the card has a button for it. */
function besideCard(words: string, link: SignInLink): string {
  if (!webAddress(link.url)) return words;
  return words.split("\n").filter((line) => line.trim() !== link.url).join("\n");
}

function signIn(link: SignInLink, language: string): Node[] {
  const url = webAddress(link.url);
  const nodes: Node[] = [];
  if (url) {
    const hint = make("span", { class: "unseen" }, ` (${text(language, "new-tab")})`);
    const anchor = outwardLink(url, link.title, hint);
    anchor.className = "sign-in";
    nodes.push(anchor);
  }
  if (link.code) {
    const code = make("strong", {}, link.code);
    nodes.push(make("p", { class: "code" }, `${text(language, "code")} `, code));
  }
  return nodes;
}
