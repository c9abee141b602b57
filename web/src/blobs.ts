/** The bytes of files that wait for the server, kept by the browser through a reload. */

const DATABASE = "aclaro-chat";
const TABLE = "files";

/** Where the browser keeps no database (private windows), files are kept as long as the page. */
export class Blobs {
  private readonly here = new Map<string, Blob>();
  private readonly database = open().catch(() => null);

  /** Keep a file, beyond the page if it `mayStay`; false if it will not outlive the page. */
  async keep(id: string, content: Blob, mayStay: boolean): Promise<boolean> {
    this.here.set(id, content);
    if (!mayStay) return false;
    return (await this.ask("readwrite", (table) => table.put(content, id))) !== undefined;
  }

  async get(id: string): Promise<Blob | undefined> {
    return this.here.get(id) ?? (await this.ask<Blob>("readonly", (table) => table.get(id)));
  }

  async release(id: string): Promise<void> {
    this.here.delete(id);
    await this.ask("readwrite", (table) => table.delete(id));
  }

  /** What the database answers; nothing if there is none, or no room in it. */
  private async ask<Answer>(
    mode: IDBTransactionMode,
    what: (table: IDBObjectStore) => IDBRequest<Answer>,
  ): Promise<Answer | undefined> {
    const database = await this.database;
    if (!database) return undefined;
    return new Promise((resolve) => {
      try {
        const transaction = database.transaction(TABLE, mode);
        const request = what(transaction.objectStore(TABLE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => resolve(undefined);
      } catch {
        resolve(undefined);
      }
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
