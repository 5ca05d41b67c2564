"""Toy sets, MNIST and IMDB."""

import io

import numpy as np
import pytest
from scipy import sparse
from sklearn import datasets

from annutils import data
from annutils.data import fetch

TOYS = [
    data.make_moons,
    data.make_circles,
    data.make_blobs,
    data.make_spiral,
    data.make_xor,
]


def by_row(X, y):
    """Return samples and labels as one sorted list, for sets without an order."""
    return sorted(map(tuple, np.round(np.column_stack([X, y]), 12).tolist()))


@pytest.mark.parametrize("make", TOYS)
@pytest.mark.parametrize("n_samples", [5, 200])
def test_a_toy_set_has_balanced_classes_and_the_promised_types(make, n_samples):
    X, y = make(n_samples)
    assert (X.shape, X.dtype) == ((n_samples, 2), np.float64)
    assert (y.shape, y.dtype) == ((n_samples,), np.int64)
    counts = np.bincount(y)
    assert len(counts) == 2
    assert counts[0] - counts[1] == n_samples % 2


@pytest.mark.parametrize("make", TOYS)
def test_the_seed_decides_all_of_a_toy_set(make):
    (X, y), (X_again, y_again), (X_other, _) = make(seed=1), make(seed=1), make(seed=2)
    np.testing.assert_array_equal(X, X_again)
    np.testing.assert_array_equal(y, y_again)
    assert not np.array_equal(X, X_other)
    assert len(np.unique(y[:20])) == 2, "the classes come mixed"


@pytest.mark.parametrize(
    ("make", "defaults"),
    [
        (data.make_moons, {"noise": 0.1}),
        (data.make_circles, {"noise": 0.1, "factor": 0.5}),
        (data.make_blobs, {"n_classes": 2, "spread": 1.0}),
        (data.make_spiral, {"n_classes": 2, "noise": 0.1, "turns": 1.0}),
        (data.make_xor, {"noise": 0.1}),
    ],
)
def test_a_toy_set_is_the_same_as_when_chapters_were_written(make, defaults):
    X, y = make(200, seed=0, **defaults)
    np.testing.assert_array_equal(make()[0], X)
    np.testing.assert_array_equal(make()[1], y)


@pytest.mark.parametrize("make", [data.make_moons, data.make_spiral, data.make_xor])
def test_noise_is_the_standard_deviation_of_the_added_values(make):
    (clean, _), (noisy, _), (noisier, _) = (make(5000, noise=s) for s in (0, 0.1, 0.2))
    assert (noisy - clean).std() == pytest.approx(0.1, rel=0.03)
    np.testing.assert_allclose(noisier - clean, 2 * (noisy - clean), atol=1e-12)


def test_moons_without_noise_are_those_of_scikit_learn():
    ours, theirs = data.make_moons(100, noise=0), datasets.make_moons(100)
    assert by_row(*ours) == by_row(*theirs)


def test_circles_without_noise_are_those_of_scikit_learn():
    ours = data.make_circles(100, noise=0, factor=0.3)
    assert by_row(*ours) == by_row(*datasets.make_circles(100, factor=0.3))


def test_four_xor_samples_without_noise_are_the_truth_table():
    table = [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]
    assert by_row(*data.make_xor(4, noise=0)) == table


@pytest.mark.parametrize("n_classes", [2, 3, 7])
def test_neighboring_blobs_stand_six_apart(n_classes):
    X, y = data.make_blobs(n_classes, n_classes=n_classes, spread=0)
    centers = X[np.argsort(y)]
    steps = np.linalg.norm(centers - np.roll(centers, 1, axis=0), axis=1)
    np.testing.assert_allclose(steps, 6)
    np.testing.assert_allclose(centers.sum(axis=0), 0, atol=1e-12)
    assert centers[0, 0] == pytest.approx(centers[0, 1])  # on the diagonal
    assert centers[0, 0] > 0


def test_a_spiral_arm_turns_as_often_as_asked():
    X, y = data.make_spiral(3000, n_classes=3, noise=0, turns=2)
    arm = X[y == 1][np.argsort(np.linalg.norm(X[y == 1], axis=1))]
    np.testing.assert_allclose(np.linalg.norm(arm, axis=1)[[0, -1]], [0.2, 2])
    angles = np.unwrap(np.arctan2(*arm.T[::-1]))
    assert angles[-1] - angles[0] == pytest.approx(2 * 2 * np.pi * 0.9)


@pytest.mark.parametrize(
    ("make", "arguments", "error", "message"),
    [
        (
            data.make_moons,
            {"n_samples": 1},
            ValueError,
            "n_samples of 2 or more, got 1",
        ),
        (data.make_xor, {"n_samples": 3}, ValueError, "n_samples of 4 or more, got 3"),
        (data.make_blobs, {"n_samples": 2, "n_classes": 3}, ValueError, "of 3 or more"),
        (data.make_spiral, {"n_classes": 1}, ValueError, "n_classes of 2 or more"),
        (
            data.make_moons,
            {"n_samples": 10.0},
            TypeError,
            "integer n_samples, got 10.0",
        ),
        (
            data.make_moons,
            {"noise": -0.1},
            ValueError,
            r"\[0, inf\), got -0.1",
        ),
        (
            data.make_xor,
            {"noise": float("nan")},
            ValueError,
            r"\[0, inf\), got nan",
        ),
        (data.make_xor, {"noise": "much"}, TypeError, "number as noise, got 'much'"),
        (data.make_blobs, {"spread": -1}, ValueError, r"spread in \[0, inf\), got -1"),
        (data.make_circles, {"factor": 1}, ValueError, r"factor in \[0, 1\), got 1"),
        (data.make_spiral, {"turns": -1}, ValueError, r"turns in \[0, inf\), got -1"),
        (data.make_circles, {"seed": -1}, ValueError, "seed"),
    ],
)
def test_a_toy_set_says_what_it_expected(make, arguments, error, message):
    with pytest.raises(error, match=message):
        make(**arguments)


def test_mnist_has_the_layout_of_its_file(small_data):
    (X_train, y_train), (X_test, y_test) = data.load_mnist()
    assert X_train.shape[1:] == X_test.shape[1:] == (28, 28)
    assert (len(X_train), len(X_test)) == (len(y_train), len(y_test))
    assert {a.dtype for a in (X_train, y_train, X_test, y_test)} == {np.dtype("uint8")}


def test_the_real_mnist_is_complete(real_data):
    (X_train, y_train), (X_test, y_test) = data.load_mnist()
    assert (X_train.shape, X_test.shape) == ((60000, 28, 28), (10000, 28, 28))
    assert (y_train.shape, y_test.shape) == ((60000,), (10000,))
    assert X_train.mean() / 255 == pytest.approx(0.13066, abs=1e-5)
    assert X_train.std() / 255 == pytest.approx(0.30811, abs=1e-5)


def assert_as_keras(num_words, monkeypatch):
    from keras.src.datasets import imdb

    content = fetch.read("imdb.npz")
    monkeypatch.setattr(imdb, "get_file", lambda **arguments: io.BytesIO(content))
    ours, theirs = data.load_imdb(num_words), imdb.load_data(num_words=num_words)
    for (sequences, y), (expected, y_expected) in zip(ours, theirs, strict=True):
        assert sequences.dtype == expected.dtype == object
        assert sequences.tolist() == expected.tolist()
        assert y.dtype == y_expected.dtype
        np.testing.assert_array_equal(y, y_expected)


@pytest.mark.parametrize("num_words", [None, 3, 500, 10**6])
def test_imdb_is_what_keras_returns(num_words, small_data, monkeypatch):
    assert_as_keras(num_words, monkeypatch)


@pytest.mark.weekly  # the former do the same with small files
def test_the_real_imdb_is_what_keras_returns(real_data, monkeypatch):
    assert_as_keras(10000, monkeypatch)


@pytest.fixture(scope="module")
def real_imdb(real_data):
    """Return the real reviews, loaded once."""
    return data.load_imdb(num_words=10000)


def test_the_real_imdb_begins_as_known(real_imdb):
    (sequences, y), (test_sequences, y_test) = real_imdb
    assert (len(sequences), len(test_sequences)) == (25000, 25000)
    assert y.mean() == y_test.mean() == 0.5
    assert sequences[0][:7] == [1, 14, 22, 16, 43, 530, 973]
    assert len(sequences[0]) == 218
    assert test_sequences[0][:5] == [1, 591, 202, 14, 31]
    text = data.decode_review(sequences[0])
    assert text.startswith("? this film was just brilliant casting location scenery")


def test_the_real_reviews_become_a_small_matrix(real_imdb):
    (sequences, _), _ = real_imdb
    X = data.multi_hot(sequences)
    assert X.shape == (25000, 10000)
    assert X.data.nbytes + X.indices.nbytes + X.indptr.nbytes < 100e6


@pytest.mark.parametrize(
    ("num_words", "error"), [(2, ValueError), (0, ValueError), (99.5, TypeError)]
)
def test_imdb_needs_room_for_the_reserved_indices(num_words, error):
    with pytest.raises(error, match="num_words"):
        data.load_imdb(num_words)


class Payload:
    """What an attacker would put into a pickle: unpickling it raises."""

    def __reduce__(self):
        return exec, ("raise AssertionError('unpickled')",)


def test_a_corrupt_file_is_refused_before_unpickling(tmp_path, monkeypatch):
    harmful = np.array([Payload()], dtype=object)
    np.savez(tmp_path / "imdb.npz", x_train=harmful, y_train=[0])
    with pytest.raises(AssertionError, match="unpickled"):
        np.load(tmp_path / "imdb.npz", allow_pickle=True)["x_train"]
    monkeypatch.setenv("ANNUTILS_DATA", str(tmp_path))
    with pytest.raises(ValueError, match="corrupt"):
        data.load_imdb()


def test_images_are_never_unpickled(tmp_path, monkeypatch):
    np.savez(tmp_path / "mnist.npz", x_train=np.array([Payload()], dtype=object))
    content = (tmp_path / "mnist.npz").read_bytes()
    monkeypatch.setattr(fetch, "read", lambda name: content)
    with pytest.raises(ValueError, match="allow_pickle=False"):
        data.load_mnist()


def test_a_review_is_decoded_word_by_word(small_data):
    assert data.decode_review([1, 4, 5, 0, 2, 3, np.int64(6)]) == "? ba ban ? ? ? bas"


@pytest.mark.parametrize("index", [-1, 10_004])
def test_an_index_without_word_is_refused(index, small_data):
    with pytest.raises(ValueError, match=f"from 0 to 10003, got {index}"):
        data.decode_review([1, index])


def test_multi_hot_marks_each_word_once():
    X = data.multi_hot([[1, 3, 3], [], np.array([0, 1])], num_words=4)
    assert isinstance(X, sparse.csr_matrix)
    assert X.dtype == np.float32
    expected = [[0, 1, 0, 1], [0, 0, 0, 0], [1, 1, 0, 0]]
    np.testing.assert_array_equal(X.toarray(), expected)
    assert X.nnz == 4


@pytest.mark.parametrize(
    ("sequences", "error", "message"),
    [
        ([[1], [2, -1]], ValueError, "from 0 to 9, got -1 in sequence 1"),
        ([[], [10], [11]], ValueError, "from 0 to 9, got 10 in sequence 1"),
        ([], ValueError, "one sequence of word indices or more"),
        ([1, 2, 3], TypeError, "sequences of integers"),
        ([[1.0, 2.0]], TypeError, "sequences of integers"),
        (["a review"], TypeError, "sequences of integers"),
        ([[2**70]], TypeError, "sequences of integers"),
    ],
)
def test_multi_hot_says_what_it_expected(sequences, error, message):
    with pytest.raises(error, match=message):
        data.multi_hot(sequences, num_words=10)


def test_small_files_reach_other_processes(small_data):
    import subprocess
    import sys

    code = "from annutils import data; print(len(data.load_mnist()[0][0]))"
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, capture_output=True).stdout == b"11000\n"  # noqa: S603
