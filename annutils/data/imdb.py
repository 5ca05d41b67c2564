"""IMDB: film reviews as sequences of word indices."""

import functools
import io
import json
from array import array
from itertools import chain

import numpy as np

from annutils.checks import checked_between, checked_count, checked_sequence
from annutils.data import fetch

__all__ = ["decode_review", "load_imdb", "multi_hot"]

# Indices of IMDB's sequences: 0 is padding; a word has its frequency rank plus OFFSET.
START, UNKNOWN, OFFSET = 1, 2, 3


def load_imdb(num_words=None):
    """Return IMDB: film reviews as word indices, exactly as Keras's ``load_data`` does.

    A review is a list of indices: 1 for its start, then for each word its frequency
    rank plus 3. Index 2 stands for a word left out; 0 is for padding, 3 is never used.
    The order is Keras's (shuffled with seed 113). Maas et al., Learning word vectors
    for sentiment analysis, ACL 2011; the authors state no license.

    Parameters
    ----------
    num_words : int, at least 3, or None
        Indices from ``num_words`` on become 2. With None all words stay, except the
        single one with the largest index (so Keras does it).

    Returns
    -------
    (train_sequences, y_train), (test_sequences, y_test)
        sequences : object arrays (25000,) of lists of int;
        y : int64 arrays (25000,), 1 where the review is positive, else 0.

    Raises
    ------
    TypeError, ValueError
        If ``num_words`` is no integer, or leaves no room for the reserved indices.
    ValueError, FileNotFoundError, ConnectionError, OSError
        As `annutils.data.fetch.read`.
    """
    if num_words is not None and checked_count("num_words", num_words) < OFFSET:
        raise ValueError(f"Expected num_words of {OFFSET} or more, got {num_words}.")
    rng = np.random.RandomState(113)
    parts = []
    for reviews, y in _load_parts():
        order = np.arange(len(y))
        rng.shuffle(order)
        parts.append((reviews[order], y[order]))
    largest = max(max(map(max, reviews)) for reviews, _ in parts)
    indices = np.arange(largest + 1) + OFFSET
    indices[indices >= (num_words or largest + OFFSET)] = UNKNOWN
    index_of = indices.tolist()  # shared integers: a third of the memory of new ones
    train, test = ((_index(reviews, index_of), y) for reviews, y in parts)
    return train, test


def decode_review(sequence):
    """Return the text of a review of `load_imdb`.

    Parameters
    ----------
    sequence : sequence of int
        Word indices.

    Returns
    -------
    str
        Lower-case words separated by blanks; "?" for an index that stands for no word.

    Raises
    ------
    TypeError
        If the sequence holds something else than integers.
    ValueError
        If an index is negative or beyond the vocabulary (88,587).
    ValueError, FileNotFoundError, ConnectionError, OSError
        As `annutils.data.fetch.read`.
    """
    words = _words(fetch.DATASETS["imdb_word_index.json"].sha256)
    indices, _ = _flatten([sequence], len(words))
    return " ".join(words[index] for index in indices)


def multi_hot(sequences, num_words=10000):
    """Return which words occur in which review, as a sparse matrix of 0 and 1.

    Parameters
    ----------
    sequences : sequence of sequences of int
        Word indices from 0 to num_words - 1, one sequence for each review.
    num_words : int, from 1 to 2**31 - 1

    Returns
    -------
    scipy.sparse.csr_matrix
        float32 (n_samples, num_words); entry (i, j) is 1 if word j occurs in review i.
        The 25,000 training reviews take 26 MB (a dense float32 matrix: 1 GB).

    Raises
    ------
    TypeError
        If ``sequences`` is not made of sequences of integers.
    ValueError
        If there is no review, or an index lies outside.
    """
    from scipy.sparse import csr_matrix

    num_words = checked_count("num_words", num_words)
    checked_between("num_words", num_words, 1, 2**31 - 1)
    indices, bounds = _flatten(sequences, num_words)
    ones = np.ones(len(indices), dtype=np.float32)
    X = csr_matrix((ones, indices, bounds), shape=(len(sequences), num_words))
    X.sum_duplicates()
    X.data.fill(1)  # a word that occurs several times counts once
    return X


def _load_parts():
    """Yield reviews and labels, of the training part, then of the test part."""
    # Nothing is unpickled that has not been verified: these bytes are what was hashed.
    content = io.BytesIO(fetch.read("imdb.npz"))
    with np.load(content, allow_pickle=True) as archive:
        for part in ("train", "test"):
            yield archive[f"x_{part}"], archive[f"y_{part}"]


def _index(reviews, index_of):
    """Turn lists of ranks into lists of indices that begin with START."""
    lists = ([START, *map(index_of.__getitem__, ranks)] for ranks in reviews)
    return np.fromiter(lists, dtype=object, count=len(reviews))


@functools.lru_cache(maxsize=1)
def _words(sha256):
    """Return the words by index; the hash says of which file, so that none is stale."""
    ranks = json.loads(fetch.read("imdb_word_index.json"))
    words = ["?"] * (max(ranks.values()) + OFFSET + 1)
    for word, rank in ranks.items():
        words[rank + OFFSET] = word
    return words


def _flatten(sequences, num_words):
    """Return all indices in one array, checked, and where each sequence begins."""
    if not checked_sequence("sequences", sequences):
        raise ValueError("Expected one sequence of word indices or more, got none.")
    try:
        bounds = np.cumsum([0, *map(len, sequences)])
        indices = np.asarray(array("q", chain.from_iterable(sequences)))
    except (TypeError, OverflowError) as error:
        raise TypeError(f"Expected sequences of integers: {error}.") from error
    wrong = np.flatnonzero((indices < 0) | (indices >= num_words))
    if len(wrong):
        which = np.searchsorted(bounds, wrong[0], side="right") - 1
        raise ValueError(
            f"Expected word indices from 0 to {num_words - 1}, "
            f"got {indices[wrong[0]]} in sequence {which}."
        )
    return indices, bounds
