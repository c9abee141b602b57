/** What the server and the widget say to each other; see assistant/channels/web.py. */

export interface Choice {
  title: string;
  payload: string;
}

export interface CallItem {
  position: number;
  title: string;
  detail?: string | null;
  price?: string | null;
  note?: string | null;
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

export interface BotEntry {
  seq: number;
  text: string;
  buttons: Choice[];
  custom: Calls | SignInLink | { kind?: string } | null;
  language: string;
  /** The person at the operator's desk who says it, where it is not the assistant. */
  from?: { name: string };
}

export interface UserEntry {
  seq: number;
  id: string;
  text: string;
  payload?: string;
}

export interface Session {
  session: string;
  language: string;
  last: number;
  max_text: number;
}

/** A message of the customer, kept by the widget until the server has taken it. */
export interface Outgoing {
  id: string;
  at: number;
  text?: string;
  payload?: string;
  title?: string;
}

export type Ack =
  | { ok: true }
  | { ok: false; reason: string; retry_after?: number };

export function isCalls(custom: BotEntry["custom"]): custom is Calls {
  return custom?.kind === "calls";
}

export function isLink(custom: BotEntry["custom"]): custom is SignInLink {
  return custom?.kind === "link";
}
