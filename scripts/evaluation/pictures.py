"""The evaluation's pictures, as SVG to put into a page."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import Any

import matplotlib
import numpy as np
from sklearn.metrics import confusion_matrix

from scripts.evaluation.measure import Answer, reliability

matplotlib.use("svg")
from matplotlib import pyplot

INK = "#0b6b60"


def confusion_picture(answers: Sequence[Answer]) -> str:
    """What is taken for what: a row for each intent meant, shares of the row."""
    intents = sorted({a.phrase.intent for a in answers} | {a.intent for a in answers})
    meant, taken = [a.phrase.intent for a in answers], [a.intent for a in answers]
    counts = confusion_matrix(meant, taken, labels=intents)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    size = 0.24 * len(intents) + 2
    figure, axes = pyplot.subplots(figsize=(size, size))
    axes.imshow(shares, cmap="BuGn", vmin=0, vmax=1)
    axes.set_xticks(range(len(intents)), intents, rotation=90, fontsize=7)
    axes.set_yticks(range(len(intents)), intents, fontsize=7)
    axes.set_xlabel("taken for")
    axes.set_ylabel("meant")
    return _svg(figure)


def reliability_picture(answers: Sequence[Answer]) -> str:
    """How often an answer is right that is so and so sure; on the diagonal, both agree."""
    bins = reliability(answers)
    figure, axes = pyplot.subplots(figsize=(4.4, 4.4))
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1)
    most = max(count for _, _, count in bins)
    axes.scatter(
        [sure for sure, _, _ in bins],
        [right for _, right, _ in bins],
        s=[20 + 200 * count / most for _, _, count in bins],
        color=INK,
    )
    axes.set_xlabel("how sure it is")
    axes.set_ylabel("how often it is right")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    return _svg(figure)


def _svg(figure: Any) -> str:
    figure.tight_layout()
    text = StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    pyplot.close(figure)
    svg = text.getvalue()
    return svg[svg.index("<svg") :]
