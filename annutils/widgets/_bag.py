"""The figure of the bag of words: two reviews, and the scores a neuron gives them."""

import json
import re
from functools import partial
from itertools import pairwise

from annutils.checks import checked_array, checked_between, checked_sequence
from annutils.widgets._figure import Figure

__all__ = ["bag"]

ALT = (
    "Two short reviews. From the bias, the weight of each word leads to the right, for "
    "the film, or to the left, against it; each of the two ways ends at a score."
)
LONGEST = 12  # words of a review
MOST = 10_000  # words that travel


def bag(
    words,
    weights,
    bias,
    *,
    first="not bad",
    second="not good",
):
    """Show two reviews, whose words readers move, and the scores that a neuron gives.

    Parameters
    ----------
    words : list of str
        Those that the neuron has an input for, in small letters; at most 10,000.
    weights : array of shape (n_words,)
        Their weights; the page gets three decimals of each.
    bias : float
        From -10 to 10.
    first, second : str
        The reviews at first: 1 to 12 words with single blanks between them.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If words is no list or tuple, or weights or bias are no numbers.
    ValueError
        If a word stands there twice or with a blank, weights are of another number, or
        a review is empty, too long or in other letters.
    """
    words = list(checked_sequence("words", words))
    weights = checked_array("weights", weights)
    if not 1 <= len(words) == len(set(words)) <= MOST or " " in "".join(words):
        raise ValueError(f"Expected 1 to {MOST:,} different words, got {len(words)}.")
    if weights.shape != (len(words),):
        raise ValueError(f"Expected {len(words)} weights, got shape {weights.shape}.")
    bias = round(checked_between("bias", bias, -10, 10), 3)
    reviews = [_checked_review("first", first), _checked_review("second", second)]
    settings = dict(
        zip(("first", "second"), ("-".join(r) for r in reviews), strict=True)
    )
    shared = {w: round(float(v), 3) for w, v in zip(words, weights, strict=True)}
    carried = {"words": " ".join(words), "weights": [*shared.values()], "bias": bias}
    text = json.dumps(carried, separators=(",", ":"))
    draw = partial(_draw, weights=shared, bias=bias, reviews=reviews)
    return Figure("ann-bag", settings, draw, ALT, figsize=(5, 3.6), carried=text)


def _checked_review(name, text):
    """Return the words of a review."""
    words = re.findall(r"[\w']+", text)
    if not 1 <= len(words) <= LONGEST or " ".join(words).lower() != text:
        raise ValueError(
            f"Expected {name} to be 1 to {LONGEST} words in small letters, "
            f"got {text!r}."
        )
    return words


def _draw(ax, weights, bias, reviews):
    """Draw both walks from the bias to the score, below each other."""
    import numpy as np

    from annutils import plot

    top = 0.0
    for review in reviews:
        words = list(dict.fromkeys(review))  # what is there twice counts once
        sums = bias + np.cumsum([0, *(weights.get(word, 0) for word in words)])
        heights = top + np.arange(len(sums))
        ax.plot(sums[0], top, "o", color="0.1")
        ax.step(sums, heights, color="0.6", linewidth=1)
        for word, ends, y in zip(words, pairwise(sums), heights[1:], strict=True):
            color = plot.BLUE if ends[1] < ends[0] else plot.ORANGE
            ax.plot(ends, [y, y], color=color, linewidth=4)
            beside = {"xytext": (5, -4), "textcoords": "offset points"}
            ax.annotate(word, (max(ends), y), **beside)
        ax.plot(sums[-1], heights[-1], "o", color="white", markeredgecolor="0.1")
        ax.axvline(sums[-1], color="0.1", linestyle=":")
        top = heights[-1] + 1.5
    ax.invert_yaxis()
    ax.set(xlabel="sum of the weights", yticks=[])
    ax.margins(x=0.15)
