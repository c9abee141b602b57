/**
 * `<aclaro-chat>`: the assistant on any page.
 *
 * Attributes: `lang` (language of a new conversation; else the page's), `operator` (the name in the
 * title), `server` (where the assistant is; else the page's origin), `visitor` (an address of the
 * page's site that says who is logged in; or the property `visitor`, a function that does), `open`,
 * and `mode`: "page" fills its place on the page and has no button to open it; else it is a panel
 * above the page. Colours: the custom properties of styles.css. See docs/widget.md.
 */

import { Background } from "./background";
import { Composer } from "./composer";
import { Connection, type Listener, type State } from "./connection";
import { ConversationView } from "./conversation";
import { CLOSE_ICON, icon, make } from "./dom";
import { LanguageMenu } from "./languages";
import type { BotEntry, Body, Choice, Kept, Outgoing, Session, UserEntry } from "./protocol";
import { Store } from "./store";
import styles from "./styles.css";
import { nameOf, size, spoken, text } from "./texts";
import { sayWhoAt, whoVisits, type SayWho } from "./visitor";

const CHAT_ICON = "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4.5V17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z";
const PATIENCE_MILLISECONDS = 1_500;
/** Where the chat covers the whole page; as in styles.css. */
const SMALL_SCREEN = "(max-width: 40rem), (max-height: 24rem)";

export class AclaroChat extends HTMLElement implements Listener {
  private readonly launcher = make("button", { type: "button", class: "launcher" }, icon(CHAT_ICON));
  private readonly unreadDot = make("span", { class: "unread", "aria-hidden": "true", hidden: true });
  private readonly closer = make("button", { type: "button", class: "close" }, icon(CLOSE_ICON));
  private readonly heading = make("h2", { id: "title" });
  private readonly status = make("p", { class: "connection", role: "status" });
  private readonly heardTyping = make("p", { class: "unseen", role: "status" });
  private readonly panel = make("section", {
    class: "panel",
    role: "dialog",
    "aria-labelledby": "title",
    hidden: true,
  });
  private readonly view = new ConversationView((choice) => this.choose(choice));
  private readonly composer = new Composer((words, files) => {
    for (const file of files) this.send({ title: file.name, bytes: file.size }, file);
    if (words) this.send({ text: words });
  });
  private readonly menu = new LanguageMenu((language) => this.changeLanguage(language));
  private readonly smallScreen = matchMedia(SMALL_SCREEN);
  private readonly background = new Background(this);
  /** What had the focus when the chat was opened from the page. */
  private opener: HTMLElement | undefined;
  private store = new Store("");
  private connection: Connection | undefined;
  private language = "";
  private lastOfHistory = 0;
  private unread = 0;
  private largestFile = 0;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private sayWho: SayWho | null = null;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.launcher.append(this.unreadDot);
    const header = make("header", {}, this.heading, this.menu.element, this.closer);
    const { log, more } = this.view;
    this.panel.append(header, this.status, log, more.button, this.heardTyping, this.composer.form);
    root.append(this.launcher, this.panel);
    this.launcher.addEventListener("click", () => this.open());
    this.closer.addEventListener("click", () => this.close());
    this.panel.addEventListener("keydown", (event) => this.onKey(event));
    this.smallScreen.addEventListener("change", () => this.coverPage());
  }

  connectedCallback(): void {
    const server = new URL(this.getAttribute("server") ?? location.origin).origin;
    this.store = new Store(server);
    this.speak(spoken(this.getAttribute("lang") ?? document.documentElement.lang));
    this.adoptVisitor();
    const visitor = (): Promise<string | null> => whoVisits(this.sayWho);
    this.connection = new Connection(server, this.store, this, () => this.language, visitor);
    const { session } = this.store;
    const [own] = session?.split(".") ?? [];
    if (own && !this.sayWho) this.store.enter(own, session);
    this.showPending();
    if (this.fillsItsPlace) this.fillPlace();
    else if (this.hasAttribute("open") || this.store.isOpen) this.show();
    else if (session) this.connection.start();
    else if (this.store.hadVisitor) void visitor().then((token) => token && this.connection?.start());
  }

  /** Says by a fresh token each time who visits the page, or null; to be set anew when that changes. */
  get visitor(): SayWho | null {
    return this.sayWho;
  }

  set visitor(say: SayWho | null) {
    this.sayWho = say;
    if (!this.connection) return;
    this.view.clear();
    this.connection.restart();
  }

  disconnectedCallback(): void {
    this.connection?.stop();
    this.coverPage();
    this.view.clear();
    this.lastOfHistory = 0;
  }

  /** Show the conversation and go to where one writes; a finger's keyboard would hide half of it. */
  open(): void {
    if (this.fillsItsPlace) {
      this.composer.focus();
      return;
    }
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    const isElsewhere = activeElement !== this && activeElement !== document.body;
    this.opener = isElsewhere && activeElement instanceof HTMLElement ? activeElement : undefined;
    this.show();
    if (matchMedia("(pointer: coarse)").matches) this.view.log.focus();
    else this.composer.focus();
  }

  /** Hide the conversation; it goes on when it is opened again. */
  close(): void {
    if (this.fillsItsPlace) return;
    this.store.isOpen = false;
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.coverPage();
    (this.opener?.isConnected ? this.opener : this.launcher).focus();
  }

  stateChanged(state: State): void {
    clearTimeout(this.patience);
    const wasLost = this.isOffline;
    if (state !== "connected") this.view.replayed();
    this.panel.classList.toggle("offline", state === "reconnecting");
    if (state === "connected") {
      this.announce(wasLost ? text(this.language, "reconnected") : "");
      this.patience = setTimeout(() => this.announce(""), PATIENCE_MILLISECONDS * 2);
    } else if (state === "reconnecting") {
      this.announce(text(this.language, "reconnecting"));
    } else {
      const say = (): void => this.announce(text(this.language, "connecting"));
      this.patience = setTimeout(say, PATIENCE_MILLISECONDS);
    }
    this.view.waiting(state === "reconnecting", this.language);
  }

  opened(session: Session, isAnother: boolean, isBehind: boolean): void {
    if (isAnother) this.view.clear();
    this.lastOfHistory = session.last;
    if (isBehind) this.view.replaying();
    this.largestFile = session.files?.largest ?? 0;
    this.composer.accept(session.max_text, session.files);
    this.speak(spoken(session.language));
    this.showPending();
  }

  said(entry: BotEntry): void {
    this.speak(spoken(entry.language));
    this.view.say(entry);
    if (entry.seq > this.lastOfHistory) this.countUnread();
    this.endOfHistory(entry.seq);
  }

  heard(entry: UserEntry): void {
    this.view.heard(entry, this.language);
    this.endOfHistory(entry.seq);
  }

  typing(on: boolean): void {
    this.view.typing(on);
    this.heardTyping.textContent = on ? text(this.language, "typing") : "";
  }

  refused(message: Outgoing, reason: string): void {
    const args = { size: size(this.language, this.largestFile) };
    this.view.refused(message, reason, this.language, args);
  }

  sending(message: Outgoing): void {
    this.view.sending(message, this.language);
  }

  kept(message: Outgoing, kept: Kept): void {
    this.view.kept(message, kept);
    this.view.waiting(this.isOffline, this.language);
  }

  progressed(message: Outgoing, share: number): void {
    this.view.progressed(message, share, this.language);
  }

  private get isOffline(): boolean {
    return this.panel.classList.contains("offline");
  }

  private get fillsItsPlace(): boolean {
    return this.getAttribute("mode") === "page";
  }

  private fillPlace(): void {
    this.panel.setAttribute("role", "region");
    this.panel.hidden = false;
    this.launcher.hidden = this.closer.hidden = true;
    this.connection?.start();
  }

  /** A page may have set `visitor` before this script came. */
  private adoptVisitor(): void {
    const address = this.getAttribute("visitor");
    if (Object.hasOwn(this, "visitor")) {
      const { visitor } = this;
      Reflect.deleteProperty(this, "visitor");
      this.visitor = visitor;
    } else if (address !== null && !this.sayWho) {
      this.sayWho = sayWhoAt(address);
    }
  }

  private showPending(): void {
    for (const message of this.store.pending()) {
      this.sending(message);
      this.kept(message, this.store.kept(message));
    }
  }

  private show(): void {
    this.store.isOpen = true;
    this.panel.hidden = false;
    this.launcher.hidden = true;
    this.coverPage();
    this.unread = 0;
    this.showUnread();
    this.connection?.start();
    this.view.showNewest();
  }

  /** A chat that covers the page keeps the focus: what is behind it cannot be seen. */
  private coverPage(): void {
    const covers = this.isConnected && !this.panel.hidden && this.smallScreen.matches;
    this.background.silence(covers);
    this.panel.setAttribute("aria-modal", String(covers));
  }

  private choose(choice: Choice): void {
    this.send({ payload: choice.payload, title: choice.title });
  }

  private send(body: Body, content?: Blob): void {
    this.connection?.send(body, content);
  }

  private changeLanguage(language: string): void {
    if (language === this.language) return;
    const payload = `/change_language${JSON.stringify({ language })}`;
    this.choose({ title: nameOf(language), payload });
  }

  private speak(language: string): void {
    if (language === this.language) return;
    this.language = language;
    const operator = this.getAttribute("operator");
    this.panel.lang = this.launcher.lang = language;
    this.heading.textContent = operator
      ? text(language, "title", { operator })
      : text(language, "title-plain");
    this.view.log.setAttribute("aria-label", text(language, "log"));
    this.view.more.speak(language);
    this.closer.setAttribute("aria-label", text(language, "close"));
    this.closer.title = text(language, "close");
    this.composer.speak(language);
    this.menu.speak(language);
    this.showUnread();
  }

  private endOfHistory(seq: number): void {
    if (seq === this.lastOfHistory) this.view.replayed();
  }

  private countUnread(): void {
    if (!this.panel.hidden) return;
    this.unread += 1;
    this.showUnread();
  }

  private showUnread(): void {
    this.unreadDot.hidden = this.unread === 0;
    this.unreadDot.textContent = String(this.unread);
    const label = this.unread
      ? text(this.language, "launcher-unread", { count: this.unread })
      : text(this.language, "launcher");
    this.launcher.setAttribute("aria-label", label);
    this.launcher.title = label;
  }

  private announce(words: string): void {
    this.status.textContent = words;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && !event.isComposing) {
      event.stopPropagation();
      this.close();
    }
  }
}
