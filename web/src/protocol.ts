/** What the server and the widget say to each other; see assistant/channels/web.py. */

export interface Choice {
  title: string;
  payload: string;
}

/** A call in the columns of a table. */
export interface Cells {
  when: string;
  number: string;
  place: string;
  length: string;
  note?: string | null;
}

export interface CallItem {
  position: number;
  title: string;
  detail?: string | null;
  price?: string | null;
  note?: string | null;
  cells?: Cells;
  selected?: boolean;
  enabled?: boolean;
}

export interface Calls {
  kind: "calls";
  label: string;
  items: CallItem[];
  payload: string;
  submit?: string | null;
  select: "many" | "none";
}

export interface SignInLink {
  kind: "link";
  title: string;
  url: string;
  code?: string | null;
}

export interface Chart {
  kind: "chart";
  title: string;
  /** `share` is of the longest bar, from 0 to 1. */
  bars: { label: string; value: string; share: number }[];
}

export interface BotEntry {
  seq: number;
  text: string;
  buttons: Choice[];
  custom: Calls | Chart | SignInLink | { kind?: string } | null;
  language: string;
  /** The person at the operator's desk who says it, where it is not the assistant. */
  from?: { name: string };
}

export interface UserEntry {
  seq: number;
  id: string;
  text: string;
  payload?: string;
  /** What `text` is, if not the customer's words: the name of a file. */
  kind?: "file";
}

export interface FileLimits {
  types: string[];
  /** Bytes of one file. */
  largest: number;
  /** By which they are sent. */
  token: string;
}

export interface Session {
  conversation: string;
  /** Opens the conversation again; a visitor's is opened by the page's word alone. */
  session: string | null;
  /** Whether the page's word for its visitor was not good. */
  is_refused: boolean;
  language: string;
  last: number;
  max_text: number;
  files?: FileLimits;
}

/** A message of the customer, kept by the widget until the server has taken it. */
export interface Outgoing {
  id: string;
  at: number;
  text?: string;
  payload?: string;
  title?: string;
  /** A file of this many bytes, which is called `title`. */
  bytes?: number;
}

/** How long the browser keeps what waits: beyond the page, or why only as long as that. */
export type Kept = "kept" | "here" | "no_room" | "no_place";

/** What a customer says with a message; its file is kept apart. */
export type Body = Pick<Outgoing, "text" | "payload" | "title" | "bytes">;

export type Ack =
  | { ok: true }
  | { ok: false; reason: string; retry_after?: number };

export function isCalls(custom: BotEntry["custom"]): custom is Calls {
  return custom?.kind === "calls";
}

export function isChart(custom: BotEntry["custom"]): custom is Chart {
  return custom?.kind === "chart";
}

export function isLink(custom: BotEntry["custom"]): custom is SignInLink {
  return custom?.kind === "link";
}
