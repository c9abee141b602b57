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

  /** `server` keeps the conversations of two servers on one page's origin apart. */
  constructor(private readonly server: string) {}

  get session(): string | null {
    return this.kept.getItem(this.key("session"));
  }

  set session(token: string) {
    this.kept.setItem(this.key("session"), token);
  }

  get isOpen(): boolean {
    return this.tab.getItem(this.key("open")) === "yes";
  }

  set isOpen(open: boolean) {
    this.tab.setItem(this.key("open"), open ? "yes" : "no");
  }

  /** Messages that wait for the server, oldest first; each has a key, so tabs do not collide. */
  pending(): Outgoing[] {
    const prefix = this.key("pending:");
    const keys = this.kept instanceof Memory ? this.kept.keys() : Object.keys(this.kept);
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(this.kept.getItem(key) ?? "null") as Outgoing | null)
      .filter((message) => message !== null)
      .sort((a, b) => a.at - b.at);
  }

  keep(message: Outgoing): void {
    this.kept.setItem(this.key(`pending:${message.id}`), JSON.stringify(message));
  }

  release(id: string): void {
    this.kept.removeItem(this.key(`pending:${id}`));
  }

  private key(name: string): string {
    return `aclaro-chat ${this.server} ${name}`;
  }
}
