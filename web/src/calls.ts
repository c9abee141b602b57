/** A list of calls as a table, where the customer marks the wrong ones. */

import { disable, type Offer } from "./choices";
import { make, unbroken } from "./dom";
import type { Calls, CallItem, Choice } from "./protocol";
import { text } from "./texts";

const COLUMNS = ["when", "number", "place", "length", "price", "note"] as const;
type Column = (typeof COLUMNS)[number];

let lists = 0;

export class CallList implements Offer {
  readonly element = make("div", { class: "call-list" });
  private readonly boxes = new Map<number, HTMLInputElement>();
  private readonly all: HTMLInputElement | undefined;
  private readonly count = make("p", { class: "count", role: "status" });
  private readonly submit: HTMLButtonElement | undefined;
  private readonly name = `calls-${++lists}`;
  private readonly columns: Column[];

  constructor(
    private readonly calls: Calls,
    private readonly language: string,
    private readonly send: (choice: Choice) => void,
  ) {
    this.columns = COLUMNS.filter((column) => calls.items.some((item) => cell(item, column)));
    const rows = calls.items.map((item) => this.row(item));
    if (this.choosable.length > 1) this.all = make("input", { type: "checkbox" });
    // The roles are those of the elements: they outlast the style sheet that stacks the rows.
    const table = make(
      "table",
      { role: "table", "aria-labelledby": this.name },
      this.caption(),
      make("thead", { role: "rowgroup" }, this.headings()),
      make("tbody", { role: "rowgroup" }, ...rows),
    );
    const canMark = this.boxes.size > 0 && this.choosable.length > 0;
    const scroller = make("div", { class: "calls" }, table);
    if (!canMark) scroller.tabIndex = 0; // nothing in it takes the focus, and it may scroll
    this.element.append(scroller);
    if (canMark && calls.submit) {
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

  private caption(): HTMLElement {
    const head = make("div", { class: "list-head" });
    head.append(make("span", { class: "list-name", id: this.name }, this.calls.label));
    if (this.all) {
      this.all.addEventListener("change", () => this.markAll());
      head.append(make("label", { class: "all" }, this.all, text(this.language, "select-all")));
    }
    return make("caption", { role: "caption" }, head);
  }

  private headings(): HTMLElement {
    const row = make("tr", { role: "row" });
    const heading = (id: string): HTMLElement =>
      make("th", { role: "columnheader", scope: "col", class: id }, text(this.language, `column-${id}`));
    if (this.calls.select === "many") row.append(heading("mark"));
    row.append(...this.columns.map(heading));
    return row;
  }

  private row(item: CallItem): HTMLElement {
    const row = make("tr", { role: "row" });
    const id = (column: Column): string => `${this.name}-${item.position}-${column}`;
    const filled = this.columns.filter((column) => cell(item, column));
    if (this.calls.select === "many") {
      const box = this.box(item, filled.map(id).join(" "));
      row.append(make("td", { role: "cell", class: "mark" }, make("label", {}, box)));
      row.addEventListener("click", (event) => toggle(box, event));
    }
    for (const column of this.columns) {
      const words = unbroken(cell(item, column));
      if (column === "when") {
        const position = make("span", { class: "position" }, `${item.position}.`);
        const heading = { role: "rowheader", scope: "row", class: "when", id: id(column) };
        row.append(make("th", heading, position, " ", ...words));
      } else {
        row.append(make("td", { role: "cell", class: column, id: id(column) }, ...words));
      }
    }
    return row;
  }

  private box(item: CallItem, cells: string): HTMLInputElement {
    const enabled = item.enabled !== false;
    const box = make("input", {
      type: "checkbox",
      "aria-labelledby": cells,
      "data-ineligible": !enabled,
    });
    box.checked = enabled && item.selected === true;
    box.disabled = !enabled;
    box.addEventListener("change", () => this.recount());
    this.boxes.set(item.position, box);
    return box;
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

/** What an item has in a column. One without cells is a line of text: its title and detail. */
function cell(item: CallItem, column: Column): string {
  const own: Partial<Record<Column, string | null>> = item.cells ?? {
    when: item.title,
    place: item.detail ?? null,
    note: item.note ?? null,
  };
  return (column === "price" ? item.price : own[column]) ?? "";
}

/** A click anywhere in a row marks it, unless it was the end of selecting its words. */
function toggle(box: HTMLInputElement, event: Event): void {
  const isOnBox = event.target instanceof Element && event.target.closest("label");
  const isSelecting = document.getSelection()?.toString();
  if (!isOnBox && !isSelecting && !box.matches(":disabled, [aria-disabled='true']")) box.click();
}
