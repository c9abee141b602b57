"""axe-core, which looks for breaches of WCAG 2.2 on the page that a test shows."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from scripts.settings import ROOT

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"

# `target-size` is of WCAG 2.2 and left out by axe unless it is asked for.
RUN = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const how = { runOnly: tags, rules: { "target-size": { enabled: true } } };
  const { violations, passes } = await axe.run(document, how);
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help}: ${node.html.slice(0, 160)}`));
  return { told, passed: passes.map(rule => rule.id) };
}"""


def breaches(page: Page) -> list[str]:
    """What axe finds; that it looked into the chat is part of it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    found = page.evaluate(RUN)
    assert {"button-name", "color-contrast", "target-size"} <= set(found["passed"])
    told: list[str] = found["told"]
    return told


@cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")
