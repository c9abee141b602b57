/** The paper clip, and the files that go with the next message. */

import { CLIP_ICON, CLOSE_ICON, icon, make } from "./dom";
import type { FileLimits } from "./protocol";
import { size, text } from "./texts";

const MOST = 10;

export class Attachments {
  readonly button = make("button", { type: "button", class: "clip", hidden: true }, icon(CLIP_ICON));
  readonly list = make("ul", { class: "attached", role: "list", hidden: true });
  readonly problem = make("p", { class: "refusal", role: "status" });
  /** What was attached, for those who hear it. */
  readonly heard = make("p", { class: "unseen", role: "status" });
  private readonly input = make("input", { type: "file", multiple: true });
  private limits: FileLimits | undefined;
  private files: File[] = [];
  private language = "";

  constructor() {
    this.button.addEventListener("click", () => this.input.click());
    this.input.addEventListener("change", () => {
      this.add([...(this.input.files ?? [])]);
      this.input.value = ""; // so that the same file can be chosen again
    });
  }

  /** What the server takes; nothing where it takes no files. */
  accept(limits: FileLimits | undefined): void {
    this.limits = limits;
    this.button.hidden = !limits;
    this.input.accept = limits?.types.join(",") ?? "";
  }

  speak(language: string): void {
    this.language = language;
    this.button.setAttribute("aria-label", text(language, "attach"));
    this.button.title = text(language, "attach");
    this.list.setAttribute("aria-label", text(language, "attached"));
    this.show();
  }

  /** Put files beside the message; those that the server would refuse are named with the reason. */
  add(files: File[]): void {
    const problems: HTMLElement[] = [];
    for (const file of files) {
      const reason = this.files.length < MOST ? this.reasonAgainst(file) : "too_many";
      if (reason) problems.push(this.refusal(file, reason));
      else this.files.push(file);
    }
    this.problem.replaceChildren(...problems);
    this.show();
    const names = this.files.map((file) => file.name).join(", ");
    this.heard.textContent = names && `${text(this.language, "attached")}: ${names}`;
  }

  /** Hand over the files, and begin anew. */
  take(): File[] {
    const files = this.files;
    this.files = [];
    this.problem.textContent = this.heard.textContent = "";
    this.show();
    return files;
  }

  private refusal(file: File, reason: string): HTMLElement {
    const args = { size: size(this.language, this.limits?.largest ?? 0) };
    const why = `: ${text(this.language, `refused-${reason}`, args)}`;
    return make("span", {}, make("bdi", {}, file.name), why);
  }

  private reasonAgainst(file: File): string | null {
    if (!this.limits) return "file";
    if (file.size === 0) return "empty";
    if (file.size > this.limits.largest) return "too_large";
    // A browser that does not know the type leaves it to the server, which looks at the bytes.
    return file.type && !this.limits.types.includes(file.type) ? "wrong_type" : null;
  }

  private show(): void {
    this.list.hidden = this.files.length === 0;
    this.list.replaceChildren(...this.files.map((file) => this.line(file)));
  }

  private line(file: File): HTMLElement {
    const remove = make("button", { type: "button", class: "remove" }, icon(CLOSE_ICON));
    const label = text(this.language, "remove", { name: file.name });
    remove.setAttribute("aria-label", label);
    remove.title = label;
    remove.addEventListener("click", () => {
      this.files = this.files.filter((each) => each !== file);
      this.show();
      (this.list.querySelector("button") ?? this.button).focus();
    });
    const name = make("bdi", { class: "name" }, file.name);
    const length = make("span", { class: "size" }, size(this.language, file.size));
    return make("li", {}, icon(CLIP_ICON), name, length, remove);
  }
}
