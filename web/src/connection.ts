/** The wire: one conversation over Socket.IO, nothing lost and nothing sent twice. */

import { io, type Socket } from "socket.io-client";

import { Blobs } from "./blobs";
import type { Ack, BotEntry, Body, Kept, Outgoing, Session, UserEntry } from "./protocol";
import type { Store } from "./store";
import { upload } from "./upload";

const ACK_MILLISECONDS = 10_000;
const RETRY_MILLISECONDS = 1_000;

export type State = "connecting" | "connected" | "reconnecting";

export interface Listener {
  stateChanged(state: State): void;
  /** The server has opened a conversation, `isAnother` than the one shown so far; what is shown of
   * it `isBehind`, and what was said since comes next.
   */
  opened(session: Session, isAnother: boolean, isBehind: boolean): void;
  said(entry: BotEntry): void;
  heard(entry: UserEntry): void;
  typing(on: boolean): void;
  refused(message: Outgoing, reason: string): void;
  sending(message: Outgoing): void;
  /** The message may wait for a connection, for so long. */
  kept(message: Outgoing, kept: Kept): void;
  /** Which share of a file has been sent. */
  progressed(message: Outgoing, share: number): void;
}

export class Connection {
  private readonly socket: Socket;
  private readonly blobs = new Blobs();
  /** Files that the browser cannot keep longer than the page. */
  private fleeting: Outgoing[] = [];
  private filesToken = "";
  private seen = 0;
  private lastAt = 0;
  private isSending = false;
  private shown: string | null = null;

  constructor(
    private readonly server: string,
    private readonly store: Store,
    private readonly listener: Listener,
    language: () => string,
    visitor: () => Promise<string | null>,
  ) {
    this.socket = io(server, {
      path: "/socket.io",
      autoConnect: false,
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      auth: (give) =>
        void visitor().then((token) =>
          give({
            session: store.session,
            language: language(),
            conversation: this.shown,
            seen: this.seen,
            visitor: token,
          }),
        ),
    });
    this.socket.on("visitor", (answer: (token: string | null) => void) => void visitor().then(answer));
    this.socket.on("session", (session: Session) => this.open(session));
    this.socket.on("bot", (entry: BotEntry) => this.next(entry.seq, () => listener.said(entry)));
    this.socket.on("user", (entry: UserEntry) => {
      this.release(entry.id);
      this.next(entry.seq, () => listener.heard(entry));
    });
    this.socket.on("typing", ({ on }: { on: boolean }) => listener.typing(on));
    this.socket.on("disconnect", (reason) => this.lost(reason));
    this.socket.on("connect_error", () => listener.stateChanged("reconnecting"));
  }

  get isStarted(): boolean {
    return this.socket.active;
  }

  start(): void {
    if (this.socket.active) return;
    this.listener.stateChanged("connecting");
    this.socket.connect();
  }

  stop(): void {
    this.socket.disconnect();
  }

  /** Somebody else may be there: what was shown is theirs no more, and who it is shows anew. */
  restart(): void {
    this.store.leave();
    this.fleeting = [];
    this.shown = null;
    this.seen = 0;
    if (!this.socket.active) return;
    this.stop();
    this.start();
  }

  /** Keep the message, and send it when its turn comes and there is a connection. */
  send(body: Body, content?: Blob): void {
    this.lastAt = Math.max(Date.now(), this.lastAt + 1);
    const message = { id: newId(), at: this.lastAt, ...body };
    this.listener.sending(message);
    if (content) void this.keepFile(message, content);
    else this.keep(message);
    void this.sendPending();
  }

  private keep(message: Outgoing): void {
    this.store.keep(message);
    this.listener.kept(message, this.store.kept(message));
  }

  /** The message waits only once its file does: another tab may be the one that sends it. */
  private async keepFile(message: Outgoing, content: Blob): Promise<void> {
    this.fleeting.push(message);
    // What a visitor sends stays in the page: the next person at this browser is another.
    const kept = await this.blobs.keep(message.id, content, this.store.isOwn);
    const isSent = !this.fleeting.includes(message);
    if (isSent) return this.blobs.release(message.id);
    if (kept !== "kept") return this.listener.kept(message, kept);
    this.fleeting = this.fleeting.filter((each) => each !== message);
    this.keep(message);
  }

  private open(session: Session): void {
    // One that the server has forgotten meanwhile begins anew, and its numbers do.
    const isAnother =
      this.shown !== null && (this.shown !== session.conversation || session.last < this.seen);
    if (isAnother) {
      this.seen = 0;
      this.fleeting = [];
    }
    this.filesToken = session.files?.token ?? "";
    this.shown = session.conversation;
    this.store.enter(session.conversation, session.session);
    if (session.is_refused) console.warn("aclaro-chat: the visitor's token was refused.");
    this.listener.stateChanged("connected");
    this.listener.opened(session, isAnother, session.last > this.seen);
    void this.sendPending();
  }

  private next(seq: number, tell: () => void): void {
    if (seq <= this.seen) return;
    this.seen = seq;
    tell();
  }

  private lost(reason: string): void {
    if (reason === "io client disconnect") return;
    this.listener.typing(false);
    this.listener.stateChanged("reconnecting");
    if (reason === "io server disconnect") {
      setTimeout(() => this.socket.connect(), RETRY_MILLISECONDS);
    }
  }

  /** One at a time, so that they arrive in the order in which they were written. */
  private async sendPending(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let message = this.first(); message; message = this.first()) {
        await this.sendOne(message);
      }
    } finally {
      this.isSending = false;
    }
  }

  private first(): Outgoing | undefined {
    return this.socket.connected ? this.pending()[0] : undefined;
  }

  private pending(): Outgoing[] {
    return [...this.store.pending(), ...this.fleeting].sort((a, b) => a.at - b.at);
  }

  private release(id: string): void {
    const isFile = this.pending().some((each) => each.id === id && each.bytes !== undefined);
    this.store.release(id);
    this.fleeting = this.fleeting.filter((each) => each.id !== id);
    if (isFile) void this.blobs.release(id);
  }

  private refuse(message: Outgoing, reason: string): void {
    this.release(message.id);
    this.listener.refused(message, reason);
  }

  private async sendOne(kept: Outgoing): Promise<void> {
    if (kept.bytes !== undefined) {
      const file = await this.sendFile(kept);
      if (file) await this.emit(kept, { id: kept.id, file, title: kept.title });
    } else {
      const { at: _, ...message } = kept;
      await this.emit(kept, message);
    }
  }

  /** Send the bytes; the name that the server gives them, or nothing if it is not to be sent now. */
  private async sendFile(message: Outgoing): Promise<string | undefined> {
    const content = await this.blobs.get(message.id);
    const isWaiting = this.pending().some((each) => each.id === message.id);
    if (!isWaiting) return undefined; // another tab was faster
    if (!content) {
      this.refuse(message, "lost");
      return undefined;
    }
    const told = (share: number): void => this.listener.progressed(message, share);
    told(0);
    const sent = await upload(this.server, this.filesToken, message.title ?? "", content, told);
    if ("id" in sent) return sent.id;
    if ("refused" in sent) this.refuse(message, sent.refused);
    else await pause(sent.afterSeconds * 1_000);
    return undefined;
  }

  private async emit(kept: Outgoing, message: object): Promise<void> {
    let ack: Ack;
    try {
      ack = (await this.socket.timeout(ACK_MILLISECONDS).emitWithAck("user", message)) as Ack;
    } catch {
      return;
    }
    if (ack.ok) this.release(kept.id);
    else if (ack.reason === "too_fast") await pause((ack.retry_after ?? 1) * 1_000);
    else this.refuse(kept, ack.reason);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** 128 random bits; `crypto.randomUUID` exists only on secure origins. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
