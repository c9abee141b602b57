/** The bytes of files that wait for the server, kept by the browser through a reload. */

import type { Kept } from "./protocol";

const DATABASE = "aclaro-chat";
const TABLE = "files";

/** Where the browser keeps no database (private windows), files are kept as long as the page. */
export class Blobs {
  private readonly here = new Map<string, Blob>();
  private readonly database = open().catch(() => null);

  /** Keep a file, beyond the page if it `mayStay`. */
  async keep(id: string, content: Blob, mayStay: boolean): Promise<Kept> {
    this.here.set(id, content);
    if (!mayStay) return "here";
    try {
      await this.ask("readwrite", (table) => table.put(content, id));
      return "kept";
    } catch (error) {
      return error instanceof DOMException && error.name === "QuotaExceededError"
        ? "no_room"
        : "no_place";
    }
  }

  async get(id: string): Promise<Blob | undefined> {
    const here = this.here.get(id);
    return here ?? this.ask<Blob>("readonly", (table) => table.get(id)).catch(() => undefined);
  }

  async release(id: string): Promise<void> {
    this.here.delete(id);
    await this.ask("readwrite", (table) => table.delete(id)).catch(() => undefined);
  }

  /** What the database answers once it is on the disk; rejected if there is none, or no room in it. */
  private async ask<Answer>(
    mode: IDBTransactionMode,
    what: (table: IDBObjectStore) => IDBRequest<Answer>,
  ): Promise<Answer> {
    const database = await this.database;
    if (!database) throw new Error("no database");
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, mode, { durability: "strict" });
      const request = what(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no database"));
  });
}
