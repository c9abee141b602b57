/** Making elements without HTML, so that a text is always a text. */

type Attributes = Record<string, string | boolean | undefined>;

/** An element with attributes and children; strings become text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (typeof value === "string") element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

export const CLIP_ICON =
  "M16.5 6v11a4.5 4.5 0 0 1-9 0V5a3 3 0 0 1 6 0v10.5a1.5 1.5 0 0 1-3 0V6H9v9.5a3 3 0 0 0 6 0V5a4.5 4.5 0 0 0-9 0v12a6 6 0 0 0 12 0V6z";
export const CLOSE_ICON =
  "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z";

/** A 24 by 24 drawing that screen readers pass over. */
export function icon(path: string): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(namespace, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(namespace, "path");
  line.setAttribute("d", path);
  drawing.append(line);
  return drawing;
}

const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}»”’]/gi;

/** `text` with its web addresses as links. */
export function linked(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = webAddress(match[0]);
    if (!url) continue;
    parts.push(...unbroken(text.slice(end, match.index)), outwardLink(url, match[0]));
    end = match.index + match[0].length;
  }
  parts.push(...unbroken(text.slice(end)));
  return parts;
}

const WHOLE = new RegExp(
  [
    /\+?\d[\d\s]{5,18}\d/, // a telephone number
    /\b[\dA-Z]{3,4}(?:-[\dA-Z]{4}){1,2}\b/, // a report number, a code
    /\d[\d:]*\s?[–-]\s?\d[\d:]*/, // from one hour or day to another
    /(?<![\p{L}-])\p{L}{1,12}(?:-\p{L}{1,5}){1,2}(?![\p{L}-])/u, // « voulez-vous »
  ]
    .map((each) => each.source)
    .join("|"),
  "gu",
);
const LONELY_LETTER = /(?<![\p{L}\p{N}])(\p{L}) (?=\S)/gu;

/** `text` with its numbers and hours each kept on one line, and one-letter words with the next. */
export function unbroken(words: string): (Node | string)[] {
  const text = words.replace(LONELY_LETTER, "$1\u00a0");
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(WHOLE)) {
    parts.push(text.slice(end, match.index), make("span", { class: "whole" }, match[0]));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

/** A link that opens beside the page. */
export function outwardLink(url: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** `url` if it is an address of the web, whatever else it may pretend to be. */
export function webAddress(url: string): string | null {
  try {
    const parsed = new URL(url);
    return /^https?:$/.test(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}
