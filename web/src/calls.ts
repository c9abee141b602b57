/** A list of calls, where the customer marks the wrong ones. */

import { disable, type Offer } from "./choices";
import { make, unbroken } from "./dom";
import type { Calls, CallItem, Choice } from "./protocol";
import { text } from "./texts";

let lists = 0;

export class CallList implements Offer {
  readonly element: HTMLElement;
  private readonly boxes = new Map<number, HTMLInputElement>();
  private readonly all: HTMLInputElement | undefined;
  private readonly count = make("p", { class: "count", role: "status" });
  private readonly submit: HTMLButtonElement | undefined;
  private readonly name = `calls-${++lists}`;

  constructor(
    private readonly calls: Calls,
    private readonly language: string,
    private readonly send: (choice: Choice) => void,
  ) {
    const items = calls.items.map((item) => this.row(item));
    const list = make("ul", { class: "calls", role: "list" }, ...items);
    this.element =
      calls.select === "many"
        ? make("fieldset", { class: "call-list" }, make("legend", {}, calls.label))
        : make("section", { class: "call-list", "aria-label": calls.label });
    if (this.choosable.length > 1) {
      this.all = make("input", { type: "checkbox" });
      this.all.addEventListener("change", () => this.markAll());
      const label = make("label", { class: "all" }, this.all, text(language, "select-all"));
      this.element.append(label);
    }
    this.element.append(list);
    if (this.choosable.length > 0 && calls.submit) {
      this.submit = make("button", { type: "button", class: "submit" }, calls.submit);
      this.submit.addEventListener("click", () => this.submitMarked());
      this.element.append(make("div", { class: "submit-row" }, this.count, this.submit));
      this.recount();
    }
  }

  includes(payload: string): boolean {
    return this.calls.select === "many" && this.positionsIn(payload) !== null;
  }

  close(payload?: string): void {
    const marked = payload === undefined ? null : this.positionsIn(payload);
    if (marked) {
      for (const [position, box] of this.boxes) box.checked = marked.includes(position);
      this.recount();
    }
    disable(this.controls());
    this.element.classList.add("closed");
  }

  private get choosable(): [number, HTMLInputElement][] {
    return [...this.boxes].filter(([, box]) => !box.hasAttribute("data-ineligible"));
  }

  private get marked(): number[] {
    return [...this.boxes].filter(([, box]) => box.checked).map(([position]) => position);
  }

  private row(item: CallItem): HTMLElement {
    const words = make("span", { class: "call" });
    words.append(make("span", { class: "position" }, `${item.position}.`), " ");
    words.append(make("span", { class: "call-title parts" }, ...parts(item.title)));
    if (item.detail) words.append(" ", make("span", { class: "detail parts" }, ...parts(item.detail)));
    if (item.price) words.append(" ", make("span", { class: "price" }, item.price));
    if (item.note) words.append(" ", make("span", { class: "note" }, item.note));
    if (this.calls.select !== "many") return make("li", { class: "row" }, words);

    const id = `${this.name}-${item.position}`;
    const enabled = item.enabled !== false;
    const box = make("input", { type: "checkbox", id, "data-ineligible": !enabled });
    box.checked = enabled && item.selected === true;
    box.disabled = !enabled;
    box.addEventListener("change", () => this.recount());
    this.boxes.set(item.position, box);
    return make("li", {}, make("label", { class: "row", for: id }, box, words));
  }

  private markAll(): void {
    for (const [, box] of this.choosable) box.checked = this.all?.checked ?? false;
    this.recount();
  }

  private recount(): void {
    const marked = this.marked.length;
    this.tell(text(this.language, "selected", { count: marked }));
    if (this.all) {
      this.all.checked = marked === this.choosable.length;
      this.all.indeterminate = marked > 0 && !this.all.checked;
    }
  }

  private tell(words: string, isProblem = false): void {
    this.count.textContent = words;
    this.count.classList.toggle("problem", isProblem);
  }

  private submitMarked(): void {
    if (this.submit?.getAttribute("aria-disabled") === "true") return;
    const positions = this.marked;
    if (positions.length === 0) {
      this.tell(text(this.language, "select-first"), true);
      return;
    }
    this.send({
      title: text(this.language, "submitted", {
        submit: this.calls.submit ?? "",
        positions: positions.join(", "),
      }),
      payload: this.calls.payload.replace("%s", positions.join(",")),
    });
  }

  private positionsIn(payload: string): number[] | null {
    const [before = "", after = ""] = this.calls.payload.split("%s");
    const tight = (json: string): string => json.replace(/\s/g, "");
    const sent = tight(payload);
    if (!sent.startsWith(tight(before)) || !sent.endsWith(tight(after))) return null;
    const middle = sent.slice(tight(before).length, sent.length - tight(after).length);
    return /^\d+(,\d+)*$/.test(middle) ? middle.split(",").map(Number) : null;
  }

  private controls(): (HTMLButtonElement | HTMLInputElement)[] {
    return [this.all, ...this.boxes.values(), this.submit].filter((each) => each !== undefined);
  }
}

/** What dots divide, in pieces that stay whole where a line ends between them. */
function parts(words: string): (Node | string)[] {
  return words.split(/\s·\s/).flatMap((part, index) => {
    const piece = make("span", {}, ...unbroken(part));
    return index === 0 ? [piece] : [" ", piece];
  });
}
