"""`make vectors`: encodes every training phrase and writes what comes with the project.

Run it when phrases have changed; training without it is slower by the new phrases only.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from pathlib import Path

import yaml

from assistant.nlu.prepared_vectors import PATH, PreparedVectors
from assistant.nlu.sentence_vectors import MODELS
from assistant.nlu.text import clean

PHRASES = Path("data/nlu")


def phrases() -> list[str]:
    """The phrases of all languages, as the featurizer sees them."""
    blocks = [
        block
        for path in sorted(PHRASES.glob("*/*.yml"))
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    ]
    lines = [line for block in blocks for line in block["examples"].splitlines()]
    return sorted({clean(line.partition("-")[2].strip()) for line in lines})


def main() -> None:
    """Keep the vectors that are good still, add the missing ones, drop the others."""
    config = yaml.safe_load(Path("config.yml").read_text(encoding="utf-8"))
    (model,) = (step["model"] for step in config["pipeline"] if "model" in step)
    texts = phrases()
    vectors = PreparedVectors(MODELS[model]())
    missing = sum(not vectors.has(text) for text in texts)
    vectors.save(texts)
    print(
        f"{len(texts)} phrases, {missing} of them new: {PATH.stat().st_size:,} bytes in {PATH.name}"
    )


if __name__ == "__main__":
    main()
