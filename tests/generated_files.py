"""Small generated files in the layout of MNIST's and IMDB's, learnable like them."""

import hashlib
import itertools
import json

import numpy as np

from annutils.data.fetch import DATASETS, Dataset

# The segments of a digital clock: (row, column, height, width) in an image of 28 x 28.
SEGMENTS = {
    "top": (4, 9, 3, 10),
    "middle": (13, 9, 3, 10),
    "bottom": (22, 9, 3, 10),
    "upper left": (4, 8, 10, 3),
    "upper right": (4, 17, 10, 3),
    "lower left": (14, 8, 11, 3),
    "lower right": (14, 17, 11, 3),
}
# One character per segment, in the order above; one string per digit.
LIT = "1011111 0000101 1110110 1110101 0101101 1111001 1111011 1000101 1111111 1111101"
N_WORDS = 10_000


def digits(n_samples, rng):
    """Return shifted, noisy clock digits, uint8 (n_samples, 28, 28), and labels."""
    prototypes = np.zeros((10, 28, 28))
    for image, lit in zip(prototypes, LIT.split(), strict=True):
        for on, (row, column, height, width) in zip(
            lit, SEGMENTS.values(), strict=True
        ):
            image[row : row + height, column : column + width] += 200 * int(on)
    y = rng.permutation(np.arange(n_samples) % 10).astype(np.uint8)
    shifts = rng.integers(-2, 3, (n_samples, 2))
    X = np.stack(
        [
            np.roll(prototypes[label], shift, (0, 1))
            for label, shift in zip(y, shifts, strict=True)
        ]
    )
    ink = rng.normal(0, 40, X.shape) * (rng.random(X.shape) < 0.5)
    return np.clip(X + ink, 0, 255).astype(np.uint8), y


def reviews(n_samples, rng):
    """Return lists of word ranks, and labels: even ranks lean to 1, odd ones to 0."""
    y = rng.permutation(np.arange(n_samples) % 2)
    chances = 1 / np.arange(1, N_WORDS + 1)  # Zipf's law
    lists = np.empty(n_samples, dtype=object)
    for i, length in enumerate(30 + rng.geometric(1 / 50, n_samples)):
        ranks = 1 + rng.choice(N_WORDS, length, p=chances / chances.sum())
        against = (ranks % 2 == y[i]) & (ranks < N_WORDS) & (rng.random(length) < 0.3)
        lists[i] = (ranks + against).tolist()
    return lists, y


def words():
    """Return different pronounceable words, one for each rank from 1 on."""
    syllables = [a + b for a in "bdfklmnprstvz" for b in "aeiou"]
    pairs = itertools.product(["", *syllables], syllables, ["", "n", "s"])
    return {
        "".join(parts): rank
        for rank, parts in enumerate(itertools.islice(pairs, N_WORDS), start=1)
    }


def write(folder):
    """Write the data files and return what the registry must say of them.

    The folder "startup" holds a module that says the same to a new Python process.
    """
    rng = np.random.default_rng(0)
    # Chapters hold 10,000 training samples out for validation: some must remain.
    for name, make, sizes in [
        ("mnist.npz", digits, (11_000, 200)),
        ("imdb.npz", reviews, (10_600, 600)),
    ]:
        (x_train, y_train), (x_test, y_test) = (make(size, rng) for size in sizes)
        np.savez_compressed(
            folder / name,
            x_train=x_train,
            y_train=y_train,
            x_test=x_test,
            y_test=y_test,
        )
    (folder / "imdb_word_index.json").write_text(json.dumps(words()))
    entries = {name: describe(folder / name) for name in DATASETS}
    (folder / "startup").mkdir()
    (folder / "startup" / "sitecustomize.py").write_text(
        "from annutils.data.fetch import DATASETS, Dataset\n"
        f"DATASETS.update({entries!r})\n"
    )
    return entries


def describe(path):
    """Return the registry's entry of a generated file."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return Dataset("https://example.org/" + path.name, digest, len(content), "none")
