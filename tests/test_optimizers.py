"""Optimizers against Keras, step by step, and against sums on paper."""

import numpy as np
import pytest

from annutils.experiments import train
from annutils.optimizers import OPTIMIZERS, SGD, Adam, AdamW, Optimizer, RMSprop

train.silence_tensorflow()
import keras  # noqa: E402

ALL = [
    SGD(),
    SGD(0.1, momentum=0.9),
    SGD(0.1, momentum=0.9, nesterov=True),
    RMSprop(),
    RMSprop(0.01, rho=0.5, epsilon=1e-3),
    Adam(),
    Adam(0.01, beta_1=0.5, beta_2=0.9, epsilon=1e-3),
    AdamW(),
    AdamW(0.01, weight_decay=0.1),
]


def fresh(optimizer):
    return type(optimizer)(**optimizer.settings)


@pytest.mark.parametrize("optimizer", ALL, ids=repr)
def test_every_step_is_the_step_of_keras(optimizer):
    rng = np.random.default_rng(0)
    ours, optimizer = rng.normal(size=(4, 3)).astype(np.float32), fresh(optimizer)
    variable = keras.Variable(ours)
    theirs = getattr(keras.optimizers, type(optimizer).__name__)(**optimizer.settings)
    for scale in (1, 10, 0.01, 1e-4, 1, 1, 1e-8, 1):
        gradient = scale * rng.normal(size=(4, 3)).astype(np.float32)
        optimizer.update(ours, gradient)
        theirs.apply([gradient], [variable])
        np.testing.assert_allclose(ours, variable.numpy(), rtol=0, atol=1e-6)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_defaults_are_those_of_keras(name):
    theirs = keras.optimizers.get(name).get_config()
    for setting, value in OPTIMIZERS[name]().settings.items():
        assert theirs[setting] == pytest.approx(value)


@pytest.mark.parametrize(
    ("optimizer", "expected"),
    [
        (SGD(0.5), [0.0, -1.0]),
        (SGD(0.5, momentum=0.5), [0.0, -1.5]),  # v: -1, then -0.5 - 1
        (SGD(0.5, momentum=0.5, nesterov=True), [-0.5, -2.25]),
        (RMSprop(0.3, rho=0.0, epsilon=0.0), [0.7, 0.4]),  # g / sqrt(g^2) = 1
        (Adam(0.25, epsilon=0.0), [0.75, 0.5]),
        (AdamW(0.25, epsilon=0.0, weight_decay=0.4), [0.65, 0.335]),
    ],
)
def test_two_steps_on_paper(optimizer, expected):
    theta, optimizer, steps = np.array([1.0]), fresh(optimizer), []
    for _ in range(2):
        optimizer.update(theta, np.array([2.0]))
        steps.append(theta[0])
    assert steps == pytest.approx(expected)


@pytest.mark.parametrize("optimizer", ALL, ids=repr)
def test_dtype_and_memory_of_the_parameters_stay(optimizer):
    theta = np.ones(3, np.float32)
    fresh(optimizer).update(theta, theta.copy())
    assert theta.dtype == np.float32
    assert (theta < 1).all()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: SGD(-1), "learning_rate"),
        (lambda: SGD(float("nan")), "learning_rate"),
        (lambda: SGD(momentum=1), "momentum in"),
        (lambda: Adam(beta_2=1.0), "beta_2 in"),
        (lambda: RMSprop(epsilon=-1), "epsilon in"),
    ],
)
def test_settings_out_of_range_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_nesterov_is_a_flag():
    with pytest.raises(TypeError, match="nesterov"):
        SGD(0.1, momentum=0.9, nesterov=1)


@pytest.mark.parametrize("optimizer", ALL, ids=repr)
@pytest.mark.parametrize(
    ("theta", "gradient", "error", "message"),
    [
        (np.ones(2), np.ones(3), ValueError, r"shape \(2,\), got \(2,\) and \(3,\)"),
        (np.ones(2), np.ones((2, 1)), ValueError, r"got \(2,\) and \(2, 1\)"),
        (np.ones(2), 1.0, TypeError, "gradient as array of floats"),
        (np.ones(2), [1.0, 1.0], TypeError, "gradient as array of floats"),
        (np.ones(2), np.array([1, 1]), TypeError, "gradient as array of floats"),
        (np.ones(2), np.ones(2, complex), TypeError, "gradient as array of floats"),
        (np.ones(2), np.ma.ones(2), TypeError, "gradient as array of floats"),
        (np.ones(2), np.ones(2, np.float32), TypeError, "got float64 and float32"),
        (np.array([1, 2]), np.ones(2), TypeError, "theta as array of floats"),
        ([1.0, 2.0], np.ones(2), TypeError, "theta as array of floats"),
        (np.broadcast_to(1.0, 2), np.ones(2), ValueError, "read-only"),
    ],
)
def test_a_refused_update_changes_nothing(optimizer, theta, gradient, error, message):
    optimizer = fresh(optimizer)
    with pytest.raises(error, match=message):
        optimizer.update(theta, gradient)
    assert (optimizer.iterations, optimizer.state) == (0, [])
    ours, alike = np.ones(2), np.ones(2)
    optimizer.update(ours, np.ones(2))
    fresh(optimizer).update(alike, np.ones(2))
    np.testing.assert_array_equal(ours, alike)


@pytest.mark.parametrize("optimizer", ALL, ids=repr)
def test_later_updates_are_of_the_first_shape_and_dtype(optimizer):
    optimizer = fresh(optimizer)
    optimizer.update(np.ones(2), np.ones(2))
    with pytest.raises(ValueError, match=r"shape \(2,\), got \(3,\)"):
        optimizer.update(np.ones(3), np.ones(3))
    with pytest.raises(TypeError, match="of float64, got float32"):
        optimizer.update(np.ones(2, np.float32), np.ones(2, np.float32))
    assert optimizer.iterations == 1


def test_a_rule_without_update_says_so():
    with pytest.raises(NotImplementedError, match="update"):
        Optimizer(0.1).update(np.ones(2), np.ones(2))
