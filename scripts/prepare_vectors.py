"""`make vectors`: encodes every training phrase and writes what comes with the project.

Run it when phrases have changed; training without it is slower by the new phrases only.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from assistant.nlu.phrases import read_phrases
from assistant.nlu.prepared_vectors import PATH, PreparedVectors
from assistant.nlu.sentence_vectors import model_named
from assistant.nlu.text import meant

PHRASES = Path("data/nlu")


def phrases() -> list[str]:
    """The phrases of all languages, as the featurizer sees them."""
    paths = sorted(PHRASES.glob("*/*.yml"))
    return sorted({meant(words) for path in paths for _, words in read_phrases(path)})


def main() -> None:
    """Keep the vectors that are good still, add the missing ones, drop the others."""
    config = yaml.safe_load(Path("config.yml").read_text(encoding="utf-8"))
    (model,) = (step["model"] for step in config["pipeline"] if "model" in step)
    texts = phrases()
    vectors = PreparedVectors(model_named(model))
    missing = sum(not vectors.has(text) for text in texts)
    vectors.save(texts)
    print(
        f"{len(texts)} phrases, {missing} of them new: {PATH.stat().st_size:,} bytes in {PATH.name}"
    )


if __name__ == "__main__":
    main()
