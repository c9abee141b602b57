"""Which of our languages a text is in, learned from the training phrases: slips and slang too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier

from assistant.nlu.component import StateDoesNotFit, load_arrays, save_arrays

_LETTERS: Final = (1, 4)
_MOST_LETTERS: Final = 60_000
_STRENGTH: Final = 20.0
_FILE: Final = "spoken.npz"


class SpokenLanguages:
    """Letters within words and a regression over them, learned in a few seconds."""

    def __init__(self) -> None:
        self._letters = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=_LETTERS,
            lowercase=False,
            sublinear_tf=True,
            max_features=_MOST_LETTERS,
            dtype=np.float32,
        )
        self._regression = SGDClassifier("log_loss", average=True, random_state=0)

    def learn(self, texts: Sequence[str], languages: Sequence[str]) -> None:
        """Learns from texts and the language of each."""
        rows = self._letters.fit_transform([text.lower() for text in texts])
        del self._letters.stop_words_
        if len(set(languages)) > 1:
            self._regression.set_params(alpha=1 / (_STRENGTH * rows.shape[0]))
            self._regression.fit(rows, languages)
        else:
            self._regression.classes_ = np.array(languages[:1])
            self._regression.coef_ = np.zeros((1, rows.shape[1]), dtype=np.float32)
            self._regression.intercept_ = np.zeros(1)

    def likelihoods(self, text: str) -> dict[str, float]:
        """Language → how likely it is among ours; one that is alone is certain."""
        languages = self._regression.classes_.tolist()
        if len(languages) == 1:
            return {languages[0]: 1.0}
        likely = self._regression.predict_proba(self._letters.transform([text.lower()]))[0]
        return dict(zip(languages, map(float, likely), strict=True))

    def write(self, directory: Path) -> None:
        """Saves what was learned."""
        save_arrays(
            directory / _FILE,
            letters=self._letters.get_feature_names_out().astype(str),
            rarity=self._letters.idf_,
            languages=self._regression.classes_.astype(str),
            weights=self._regression.coef_.astype(np.float32),
            biases=self._regression.intercept_,
        )

    def read(self, directory: Path) -> None:
        """Reads what `write` saved; raises StateDoesNotFit."""
        state = load_arrays(directory / _FILE)
        letters = state["letters"].tolist()
        if state["weights"].shape[1] != len(letters) or len(state["rarity"]) != len(letters):
            raise StateDoesNotFit("a weight and a rarity are needed for each group of letters")
        self._letters.vocabulary = {group: place for place, group in enumerate(letters)}
        self._letters.idf_ = state["rarity"]
        self._regression.classes_ = state["languages"]
        self._regression.coef_ = state["weights"]
        self._regression.intercept_ = state["biases"]
