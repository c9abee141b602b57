"""Logistic regression over many meanings, as it is learned and as it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.special import expit
from sklearn.linear_model import SGDClassifier

Likelihoods = npt.NDArray[np.float32]

AVERAGED_FROM = 60_000
"""Phrases seen, again and again, from which on the weights are averaged: without that, the order
of the phrases is worth two points in one language or another.
"""


@dataclass(frozen=True)
class Regression:
    """What was learned: `weights` has a row for each feature, a column for each meaning.

    That way round, a message costs the few rows of the features that it has.
    """

    meanings: list[str]
    weights: npt.NDArray[np.float32]
    biases: npt.NDArray[np.float32]

    @classmethod
    def learned(
        cls, rows: sparse.csr_matrix, meanings: Sequence[str], strength: float
    ) -> Regression:
        """Each meaning told from the rest, on all processors at once; a greater `strength` (C)
        follows the phrases more closely.

        With a finer `tol` or more patience (`n_iter_no_change`) nothing is understood better;
        liblinear, as good, takes twice the time and three times the memory.
        """
        alpha = 1 / (strength * rows.shape[0])
        learned = SGDClassifier(
            "log_loss",
            alpha=alpha,
            tol=3e-4,
            n_iter_no_change=1,
            average=AVERAGED_FROM,
            n_jobs=-1,
            random_state=0,
        )
        learned.fit(rows, meanings)
        weights = np.ascontiguousarray(learned.coef_.T, dtype=np.float32)
        return cls(learned.classes_.tolist(), weights, learned.intercept_.astype(np.float32))

    def likelihoods(self, rows: sparse.csr_matrix) -> Likelihoods:
        """How likely each meaning is beside the others, a row for each message."""
        told = expit(rows.astype(np.float32) @ self.weights + self.biases)
        likely: Likelihoods = told / told.sum(axis=1, keepdims=True)
        return likely
