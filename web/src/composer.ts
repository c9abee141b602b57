/** Where the customer writes. */

import { Attachments } from "./attachments";
import { icon, make } from "./dom";
import type { FileLimits } from "./protocol";
import { text } from "./texts";

const SEND_ICON = "M3 20.5v-7l9-1.5-9-1.5v-7L22 12z";
const SHOW_LIMIT_FROM = 0.9;

export class Composer {
  readonly form = make("form", { class: "composer", novalidate: true });
  private readonly attachments = new Attachments();
  private readonly name = make("span", { class: "unseen" });
  private readonly input = make("textarea", {
    rows: "1",
    enterkeyhint: "send",
    autocomplete: "off",
    "aria-describedby": "limit",
  });
  private readonly button = make("button", { type: "submit", class: "send" }, icon(SEND_ICON));
  private readonly limit = make("p", { class: "limit", id: "limit", role: "status" });
  private maxLength = Infinity;
  private language = "";

  constructor(send: (words: string, files: File[]) => void) {
    const field = make("label", { class: "field" }, this.name, this.input);
    const { list, problem, heard, button } = this.attachments;
    this.form.append(heard, problem, list, this.limit, button, field, this.button);
    this.input.addEventListener("input", () => this.fit());
    // In the next frame: to change what is observed at once is an error to the page.
    new ResizeObserver(() => requestAnimationFrame(() => this.fit())).observe(field);
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.form.requestSubmit();
      }
    });
    this.input.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || button.hidden) return;
      event.preventDefault();
      this.attachments.add(files);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = this.input.value.trim();
      if (words.length > this.maxLength) return;
      const files = this.attachments.take();
      if (!words && files.length === 0) return;
      this.input.value = "";
      this.fit();
      send(words, files);
    });
  }

  focus(): void {
    this.input.focus();
  }

  /** The number of characters that the server takes, and which files. */
  accept(maxLength: number, files: FileLimits | undefined): void {
    this.maxLength = maxLength;
    this.attachments.accept(files);
    this.fit();
  }

  speak(language: string): void {
    this.language = language;
    this.name.textContent = text(language, "input");
    this.input.placeholder = text(language, "input-hint");
    this.button.setAttribute("aria-label", text(language, "send"));
    this.button.title = text(language, "send");
    this.attachments.speak(language);
    this.fit();
  }

  /** As tall as the words or the hint in their place, and say when they are too many. */
  private fit(): void {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
    const length = this.input.value.trim().length;
    const over = length - this.maxLength;
    if (over > 0) this.limit.textContent = text(this.language, "too-long", { over });
    else if (length > this.maxLength * SHOW_LIMIT_FROM) {
      this.limit.textContent = `${length} / ${this.maxLength}`;
    } else this.limit.textContent = "";
    this.input.setAttribute("aria-invalid", String(over > 0));
    this.button.setAttribute("aria-disabled", String(over > 0));
  }
}
