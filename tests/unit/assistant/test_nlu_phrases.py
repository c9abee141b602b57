from __future__ import annotations

from pathlib import Path

import pytest

from assistant.nlu.phrases import MalformedPhrasesError, read_phrases

GOOD = """version: "3.1"
nlu:
- intent: greet
  examples: |
    - hello: it's me
    - - hi -
- intent: dispute_charge/roaming
  examples: |
    - I was abroad
"""


def read(folder: Path, text: str) -> list[tuple[str, str]]:
    path = folder / "phrases.yml"
    path.write_text(text, encoding="utf-8")
    return list(read_phrases(path))


def test_each_phrase_comes_with_its_meaning(tmp_path: Path):
    assert read(tmp_path, GOOD) == [
        ("greet", "hello: it's me"),
        ("greet", "- hi -"),
        ("dispute_charge/roaming", "I was abroad"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "nlu: hello",
        "nlu: [hello]",
        "nlu:\n- intent: greet\n",
        "nlu:\n- intent: greet\n  examples: |\n    hello\n",
        "nlu:\n- intent: greet\n  examples: |\n    - \n",
        "nlu:\n- intent: greet\n  examples:\n  - hello\n",
        "nlu:\n- synonym: mum\n  examples: |\n    - mother\n",
    ],
)
def test_a_file_of_another_form_is_refused_by_its_name(tmp_path: Path, wrong: str):
    with pytest.raises(MalformedPhrasesError, match=r"phrases\.yml"):
        read(tmp_path, wrong)
