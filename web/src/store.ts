/** What the browser keeps: the session's token, and messages that the server has not taken yet. */

import type { Outgoing } from "./protocol";

/** A Storage that forgets with the page, for browsers that allow no other. */
class Memory implements Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  private readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
  keys(): string[] {
    return [...this.items.keys()];
  }
}

function browserStorage(name: "localStorage" | "sessionStorage"): Storage | Memory {
  try {
    const storage = window[name];
    storage.setItem("aclaro-chat?", "");
    storage.removeItem("aclaro-chat?");
    return storage;
  } catch {
    return new Memory();
  }
}

export class Store {
  private readonly kept = browserStorage("localStorage");
  private readonly tab = browserStorage("sessionStorage");

  private conversation = "";
  /** Whether the conversation is the browser's own, and not a visitor's. */
  isOwn = false;

  /** `server` keeps the conversations of two servers on one page's origin apart. */
  constructor(private readonly server: string) {}

  /** The token of this browser's own conversation. */
  get session(): string | null {
    return this.kept.getItem(this.key("session"));
  }

  /** Whether a visitor was here whom the page knew. */
  get hadVisitor(): boolean {
    return this.kept.getItem(this.key("visitor")) === "yes";
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
    if (session !== null) this.kept.setItem(this.key("session"), session);
    this.kept.setItem(this.key("visitor"), session === null ? "yes" : "no");
    for (const message of waiting) this.keep(message);
  }

  /** It is not known which conversation the next one is. */
  leave(): void {
    this.conversation = "";
    this.isOwn = false;
  }

  get isOpen(): boolean {
    return this.tab.getItem(this.key("open")) === "yes";
  }

  set isOpen(open: boolean) {
    this.tab.setItem(this.key("open"), open ? "yes" : "no");
  }

  /** Messages that wait for the server, oldest first; each has a key, so tabs do not collide. */
  pending(): Outgoing[] {
    const { place } = this;
    const prefix = this.pendingKey("");
    const keys = place instanceof Memory ? place.keys() : Object.keys(place);
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(place.getItem(key) ?? "null") as Outgoing | null)
      .filter((message) => message !== null)
      .sort((a, b) => a.at - b.at);
  }

  keep(message: Outgoing): void {
    this.place.setItem(this.pendingKey(message.id), JSON.stringify(message));
  }

  release(id: string): void {
    this.place.removeItem(this.pendingKey(id));
  }

  /** What a visitor has written stays in the tab: the next person at this browser is another. */
  private get place(): Storage | Memory {
    return this.isOwn ? this.kept : this.tab;
  }

  private pendingKey(id: string): string {
    return this.key(`pending:${this.conversation}:${id}`);
  }

  private key(name: string): string {
    return `aclaro-chat ${this.server} ${name}`;
  }
}
