/** A bar chart: every label and value is a text, and the bars are drawings beside them. */

import { make, unbroken } from "./dom";
import type { Chart } from "./protocol";

const SVG = "http://www.w3.org/2000/svg";
let charts = 0;

export function chart({ title, bars }: Chart): HTMLElement {
  const id = `chart-${++charts}`;
  const list = make("dl", { class: "bars" });
  for (const bar of bars) {
    const label = make("dt", {}, ...unbroken(bar.label));
    const value = make("dd", {}, ...unbroken(bar.value));
    list.append(make("div", {}, label, value, drawn(bar.share)));
  }
  const caption = make("figcaption", { id }, title);
  return make("figure", { class: "chart", "aria-labelledby": id }, caption, list);
}

/** A bar as long as its share of the longest. Attributes of SVG are no style to any policy. */
function drawn(share: number): SVGSVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("aria-hidden", "true");
  const percent = Math.min(Math.max(Number(share) || 0, 0), 1) * 100;
  const bar = document.createElementNS(SVG, "rect");
  bar.setAttribute("width", `${percent}%`);
  bar.setAttribute("height", "100%");
  bar.setAttribute("rx", "3");
  drawing.append(bar);
  return drawing;
}
