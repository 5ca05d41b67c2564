"""Losses from logits against Keras, scikit-learn, differences and sums on paper."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import log_loss

from annutils import losses
from annutils.activations import ACTIVATIONS
from annutils.experiments import train
from annutils.losses import LOSSES

train.silence_tensorflow()
import keras  # noqa: E402

RNG = np.random.default_rng(0)
CASES = {
    "categorical_crossentropy": (RNG.integers(0, 3, 7), RNG.normal(size=(7, 3))),
    "binary_crossentropy": (RNG.integers(0, 2, 7), RNG.normal(size=(7, 1))),
    "mean_squared_error": (RNG.normal(size=(7, 2)), RNG.normal(size=(7, 2))),
}


@pytest.mark.parametrize("name", LOSSES)
def test_a_gradient_is_the_limit_of_differences(name):
    (y, z), loss, h = CASES[name], LOSSES[name], 1e-6
    differences = np.empty_like(z)
    for index in np.ndindex(z.shape):
        step = np.zeros_like(z)
        step[index] = h
        differences[index] = (loss.value(y, z + step) - loss.value(y, z - step)) / (
            2 * h
        )
    np.testing.assert_allclose(loss.gradient(y, z), differences, atol=1e-9)
    a = ACTIVATIONS[loss.output].value(z)
    np.testing.assert_allclose(loss.gradient(y, z, a), differences, atol=1e-9)


@pytest.mark.parametrize(
    ("name", "in_keras"),
    [
        (
            "categorical_crossentropy",
            keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        ),
        ("binary_crossentropy", keras.losses.BinaryCrossentropy(from_logits=True)),
        ("mean_squared_error", keras.losses.MeanSquaredError()),
    ],
)
def test_a_loss_is_the_one_of_keras(name, in_keras):
    y, z = CASES[name]
    expected = float(in_keras(y.reshape(7, -1), z))
    assert LOSSES[name].value(y, z) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("name", ["categorical_crossentropy", "binary_crossentropy"])
def test_a_cross_entropy_is_the_log_loss_of_scikit_learn(name):
    y, z = CASES[name]
    p = ACTIVATIONS[LOSSES[name].output].value(z)
    assert LOSSES[name].value(y, z) == pytest.approx(log_loss(y, p))


def test_cross_entropies_are_right_on_paper():
    z = np.log([[1.0, 2.0, 5.0]])  # probabilities 1/8, 2/8, 5/8
    assert losses.categorical_crossentropy([1], z) == pytest.approx(math.log(4))
    assert losses.binary_crossentropy([0], np.log([[3.0]])) == pytest.approx(
        math.log(4)
    )
    assert losses.mean_squared_error([1.0, 2.0], [[2.0], [4.0]]) == 2.5


@pytest.mark.parametrize("z", [30.0, 800.0])
def test_large_logits_give_neither_infinity_nor_zero(z):
    assert losses.binary_crossentropy([0], [[z]]) == pytest.approx(z)
    assert losses.binary_crossentropy([1], [[z]]) == pytest.approx(math.exp(-z))
    assert losses.categorical_crossentropy([1], [[z, 0.0]]) == pytest.approx(z)


@pytest.mark.parametrize(
    ("name", "y", "z"),
    [
        ("categorical_crossentropy", [1], [[3, 2]]),
        ("binary_crossentropy", [1], [[3]]),
        ("mean_squared_error", [5], [[3]]),  # 3 - 5 is 254 for bytes
    ],
)
def test_whole_numbers_count_as_floats(name, y, z):
    loss = LOSSES[name]
    for compute in (loss.value, loss.gradient):
        of_bytes = compute(np.array(y, np.uint8), np.array(z, np.uint8))
        np.testing.assert_allclose(of_bytes, compute(y, np.array(z, float)))


@given(st.permutations(range(7)), st.sampled_from(sorted(LOSSES)))
def test_the_order_of_the_samples_moves_rows_and_nothing_else(order, name):
    (y, z), loss = CASES[name], LOSSES[name]
    assert loss.value(y[order], z[order]) == pytest.approx(loss.value(y, z), rel=1e-12)
    gradient = loss.gradient(y, z)
    np.testing.assert_array_equal(loss.gradient(y[order], z[order]), gradient[order])


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_a_float_of_python_for_any_logits(name):
    K = 3 if name == "categorical_crossentropy" else 1
    value = LOSSES[name].value([0, 1], np.zeros((2, K), np.float32))
    assert type(value) is float


def test_decisions_are_the_most_probable_class():
    decide = LOSSES["categorical_crossentropy"].decide
    assert decide(np.array([[0, 3, 1], [2, 0, 1]])).tolist() == [1, 0]
    decide = LOSSES["binary_crossentropy"].decide
    assert decide([[-1.0], [0.0], [0.1]]).tolist() == [0, 0, 1]
    assert LOSSES["mean_squared_error"].decide is None


def soft_case(name, seed):
    """Targets and logits at random, in all shapes and types that a loss takes."""
    rng = np.random.default_rng(seed)
    m, K = rng.integers(1, 6), rng.integers(2, 5)
    if name == "categorical_crossentropy":
        y = rng.integers(0, K, m).astype(rng.choice([np.int8, np.int64, float]))
        return y, rng.normal(0, 5, (m, K))
    n = 1 if name == "binary_crossentropy" else rng.integers(1, 4)
    y = rng.uniform(0, 1, (m, n))  # probabilities
    y = y.round() if rng.random() < 0.5 else y
    return (y[:, 0] if n == 1 and rng.random() < 0.5 else y), rng.normal(0, 5, (m, n))


@given(st.sampled_from(sorted(LOSSES)), st.integers(0, 10**6))
def test_value_and_gradient_agree_on_all_that_they_accept(name, seed):
    (y, z), loss, h = soft_case(name, seed), LOSSES[name], 1e-5
    gradient = loss.gradient(y, z)
    assert gradient.shape == z.shape
    direction = np.random.default_rng(seed).normal(size=z.shape)
    ahead, behind = (loss.value(y, z + s * h * direction) for s in (1, -1))
    slope = (ahead - behind) / (2 * h)
    assert np.vdot(gradient, direction) == pytest.approx(slope, rel=1e-4, abs=1e-7)


@pytest.mark.parametrize("y", [0.0, 0.25, 0.5, 1.0])
def test_the_cross_entropy_with_a_probability_is_that_of_keras(y):
    z = np.array([[2.0], [-3.0], [0.0]])
    theirs = keras.losses.BinaryCrossentropy(from_logits=True)
    expected = float(theirs(np.full((3, 1), y), z))
    value = losses.binary_crossentropy(np.full(3, y), z)
    assert value == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    ("name", "y", "z", "message"),
    [
        ("mean_squared_error", np.zeros((3, 2)), np.zeros((2, 3)), r"\(2, 3\)"),
        ("mean_squared_error", np.zeros((1, 4)), np.zeros((4, 1)), r"got \(1, 4\)"),
        ("mean_squared_error", [1, np.nan], np.zeros((2, 1)), "finite numbers in y"),
        ("mean_squared_error", [1.0], [1.0], r"z of shape \(m, n_L\)"),
        ("binary_crossentropy", [2], [[0.0]], r"y in \[0, 1\]"),
        ("binary_crossentropy", [-1, 1], [[0.0]] * 2, r"\(y \+ 1\) // 2"),
        ("binary_crossentropy", [0, 1], [[0.0, 1.0]], r"got \(2,\)"),
        ("binary_crossentropy", np.eye(2), np.eye(2), r"z of shape \(m, 1\)"),
        ("binary_crossentropy", [0], [[np.inf]], "finite numbers in z"),
        ("categorical_crossentropy", [2], [[0.0, 1.0]], "labels from 0 to 1"),
        ("categorical_crossentropy", [-1], [[0.0, 1.0]], "labels from 0 to 1"),
        ("categorical_crossentropy", [0.5], [[0.0, 1.0]], "whole numbers"),
        ("categorical_crossentropy", [0], [[0.0]], "K > 1"),
        ("categorical_crossentropy", [0, 0], [[0.0, 1.0]], r"got \(2,\)"),
        ("categorical_crossentropy", np.eye(2), np.eye(2), r"argmax\(axis=1\)"),
        ("categorical_crossentropy", [], np.zeros((0, 2)), "one sample or more"),
    ],
)
def test_value_and_gradient_refuse_the_same(name, y, z, message):
    loss = LOSSES[name]
    for compute in (getattr(losses, name), loss.value, loss.gradient):
        with pytest.raises(ValueError, match=message):
            compute(y, z)


@pytest.mark.parametrize("name", LOSSES)
def test_what_is_no_number_is_refused(name):
    for y, z in (("a", [[0.0, 1.0]]), ([0], "z"), ([0], np.ma.ones((1, 1)))):
        for compute in (LOSSES[name].value, LOSSES[name].gradient):
            with pytest.raises(TypeError, match="Expected"):
                compute(y, z)


def test_an_output_of_another_shape_than_its_logits_is_refused():
    y, z = CASES["mean_squared_error"]
    with pytest.raises(ValueError, match=r"a of shape \(7, 2\), got \(7, 1\)"):
        LOSSES["mean_squared_error"].gradient(y, z, z[:, :1])


def test_losses_show_themselves_without_addresses():
    for name, loss in LOSSES.items():
        assert repr(loss) == f"LOSSES[{name!r}]"
