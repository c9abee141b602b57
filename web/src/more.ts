/** Says that the conversation goes on below the edge, and leads there. */

import { make } from "./dom";
import { text } from "./texts";

const SHARE_OF_THE_WINDOW = 0.8;

export class MoreBelow {
  readonly button = make("button", { type: "button", class: "more", hidden: true });
  /** Stands below the last message: while it is out of sight, there is more. */
  readonly end = make("div", { class: "end" });

  constructor(private readonly log: HTMLElement) {
    this.button.addEventListener("click", () => this.goOn());
    const observer = new IntersectionObserver((seen) => this.look(seen), { root: log });
    observer.observe(this.end);
  }

  speak(language: string): void {
    this.button.textContent = text(language, "more");
  }

  private look(seen: IntersectionObserverEntry[]): void {
    const last = seen.at(-1);
    if (!last || last.boundingClientRect.width === 0) return; // the chat is closed
    const hadFocus = this.button.matches(":focus");
    this.button.hidden = last.isIntersecting;
    if (hadFocus && this.button.hidden) this.log.focus({ preventScroll: true });
  }

  private goOn(): void {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = this.log.clientHeight * SHARE_OF_THE_WINDOW;
    this.log.scrollBy({ top, behavior: isCalm ? "instant" : "smooth" });
  }
}
