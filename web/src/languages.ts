/** The button that shows the language of the conversation, and offers the others. */

import { make } from "./dom";
import { languages, nameOf, text } from "./texts";

export class LanguageMenu {
  readonly element = make("div", { class: "language" });
  private readonly button = make("button", { type: "button", "aria-expanded": "false" });
  private readonly list = make("ul", { class: "languages", role: "list", hidden: true });

  constructor(choose: (language: string) => void) {
    this.element.append(this.button, this.list);
    this.button.addEventListener("click", () => this.toggle(this.list.hidden));
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.toggle(false);
    });
    for (const language of languages) {
      const option = make("button", { type: "button", lang: language }, nameOf(language));
      option.addEventListener("click", () => {
        this.toggle(false);
        this.button.focus();
        choose(language);
      });
      this.list.append(make("li", {}, option));
    }
  }

  speak(language: string): void {
    this.button.textContent = nameOf(language);
    this.button.setAttribute("aria-label", text(language, "language", { language: nameOf(language) }));
    for (const option of this.list.querySelectorAll("button")) {
      if (option.lang === language) option.setAttribute("aria-current", "true");
      else option.removeAttribute("aria-current");
    }
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.toggle(false);
      this.button.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    }
  }

  /** Go to the next language, around the end; from the button to the first or the last. */
  private move(step: 1 | -1): void {
    this.toggle(true);
    const options = [...this.list.querySelectorAll("button")];
    const current = options.findIndex((option) => option.matches(":focus"));
    const next = current < 0 && step < 0 ? -1 : (current + step) % options.length;
    options.at(next)?.focus();
  }

  private toggle(open: boolean): void {
    this.list.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
  }
}
