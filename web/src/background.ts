/** The rest of the page, which cannot be reached while the chat covers it. */
export class Background {
  private silenced: HTMLElement[] = [];

  constructor(private readonly chat: HTMLElement) {}

  silence(on: boolean): void {
    for (const element of this.silenced) element.inert = false;
    this.silenced = on ? this.elements().filter((element) => !element.inert) : [];
    for (const element of this.silenced) element.inert = true;
  }

  /** Everything beside the chat, and beside what the chat is in. */
  private elements(): HTMLElement[] {
    const found: HTMLElement[] = [];
    let inner: Element = this.chat;
    while (inner !== document.body && inner.parentElement) {
      const siblings = [...inner.parentElement.children].filter((child) => child !== inner);
      found.push(...siblings.filter((sibling) => sibling instanceof HTMLElement));
      inner = inner.parentElement;
    }
    return found;
  }
}
