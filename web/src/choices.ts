/** What a customer can press in a message, and how it goes out of use. */

import { make, unbroken } from "./dom";
import type { Choice } from "./protocol";

/** Something in the conversation that can be used once. */
export interface Offer {
  /** The element that shows it. */
  readonly element: HTMLElement;
  /** Whether this payload of the customer's came from here. */
  includes(payload: string): boolean;
  /** Take it out of use, keeping in sight what was chosen. */
  close(payload?: string): void;
}

/**
 * Take controls out of use. The one that has the focus keeps it until the customer moves on: a
 * disabled control would drop the focus of a keyboard.
 */
export function disable(controls: Iterable<HTMLButtonElement | HTMLInputElement>): void {
  for (const control of controls) {
    control.setAttribute("aria-disabled", "true");
    const root = control.getRootNode();
    if (root instanceof ShadowRoot && root.activeElement === control) {
      control.addEventListener("blur", () => (control.disabled = true), { once: true });
    } else {
      control.disabled = true;
    }
  }
}

/** The buttons under a message. */
export class Buttons implements Offer {
  readonly element: HTMLElement;
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(choices: Choice[], press: (choice: Choice) => void) {
    this.element = make("ul", { class: "choices", role: "list" });
    for (const choice of choices) {
      const button = make("button", { type: "button", class: "choice" }, ...unbroken(choice.title));
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") !== "true") press(choice);
      });
      this.buttons.set(choice.payload, button);
      this.element.append(make("li", {}, button));
    }
  }

  includes(payload: string): boolean {
    return this.buttons.has(payload);
  }

  close(payload?: string): void {
    if (payload !== undefined) this.buttons.get(payload)?.classList.add("chosen");
    disable(this.buttons.values());
  }
}
