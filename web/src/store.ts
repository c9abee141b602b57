/** What the browser keeps: the session's token, and messages that the server has not taken yet. */

import type { Kept, Outgoing } from "./protocol";

/** A browser's storage; what it does not take is forgotten with the page. */
class Place {
  private readonly here = new Map<string, string>();

  constructor(private readonly storage: Storage | null) {}

  get(key: string): string | null {
    return this.here.get(key) ?? this.storage?.getItem(key) ?? null;
  }

  set(key: string, value: string): void {
    this.here.set(key, value);
    if (!this.storage) return;
    try {
      this.storage.setItem(key, value);
      this.here.delete(key);
    } catch (error) {
      console.warn("aclaro-chat: the browser has no room.", error);
    }
  }

  /** How long it stays. */
  kept(key: string): Kept {
    if (!this.here.has(key)) return "kept";
    return this.storage ? "no_room" : "no_place";
  }

  remove(key: string): void {
    this.here.delete(key);
    this.storage?.removeItem(key);
  }

  keys(): string[] {
    return [...new Set([...this.here.keys(), ...Object.keys(this.storage ?? {})])];
  }
}

/** Reading it shows whether the page may. */
function browserStorage(name: "localStorage" | "sessionStorage"): Place {
  try {
    window[name].getItem("");
    return new Place(window[name]);
  } catch {
    return new Place(null);
  }
}

export class Store {
  private readonly browser = browserStorage("localStorage");
  private readonly tab = browserStorage("sessionStorage");

  private conversation = "";
  /** Whether the conversation is the browser's own, and not a visitor's. */
  isOwn = false;

  /** `server` keeps the conversations of two servers on one page's origin apart. */
  constructor(private readonly server: string) {}

  /** The token of this browser's own conversation. */
  get session(): string | null {
    return this.browser.get(this.key("session"));
  }

  /** Whether a visitor was here whom the page knew. */
  get hadVisitor(): boolean {
    return this.browser.get(this.key("visitor")) === "yes";
  }

  /**
   * Go over to a conversation, which has a `session` if it is the browser's own. What was written
   * before it was known which one it would be belongs to it.
   */
  enter(conversation: string, session: string | null): void {
    const waiting = this.conversation === "" ? this.pending() : [];
    for (const message of waiting) this.release(message.id);
    this.conversation = conversation;
    this.isOwn = session !== null;
    if (session !== null) this.browser.set(this.key("session"), session);
    this.browser.set(this.key("visitor"), session === null ? "yes" : "no");
    for (const message of waiting) this.keep(message);
  }

  /** It is not known which conversation the next one is. */
  leave(): void {
    this.conversation = "";
    this.isOwn = false;
  }

  get isOpen(): boolean {
    return this.tab.get(this.key("open")) === "yes";
  }

  set isOpen(open: boolean) {
    this.tab.set(this.key("open"), open ? "yes" : "no");
  }

  /** Messages that wait for the server, oldest first; each has a key, so tabs do not collide. */
  pending(): Outgoing[] {
    const { place } = this;
    const prefix = this.pendingKey("");
    return place
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(place.get(key) ?? "null") as Outgoing | null)
      .filter((message) => message !== null)
      .sort((a, b) => a.at - b.at);
  }

  keep(message: Outgoing): void {
    this.place.set(this.pendingKey(message.id), JSON.stringify(message));
  }

  /** How long a message that waits is kept. */
  kept(message: Outgoing): Kept {
    const kept = this.place.kept(this.pendingKey(message.id));
    return kept === "kept" && !this.isOwn ? "here" : kept;
  }

  release(id: string): void {
    this.place.remove(this.pendingKey(id));
  }

  /** What a visitor has written stays in the tab: the next person at this browser is another. */
  private get place(): Place {
    return this.isOwn ? this.browser : this.tab;
  }

  private pendingKey(id: string): string {
    return this.key(`pending:${this.conversation}:${id}`);
  }

  private key(name: string): string {
    return `aclaro-chat ${this.server} ${name}`;
  }
}
