"""The equations of the chapter on gradient descent, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize

from annutils import data
from annutils.losses import LOSSES
from annutils.optimizers import SGD, Adam, RMSprop
from chapters.networks import SEEDS, batch, loss_of, network, slopes


@pytest.mark.parametrize("seed", SEEDS)
def test_an_update_moves_all_parameters_by_the_rate_against_the_gradient(seed):
    """eq-descent-update, with a gradient by finite differences."""
    net = network([3, 4, 2], seed=seed, optimizer=SGD(0.1))
    X, y = batch(6, [3, 2], seed=seed)
    theta = net.theta.vector
    expected = theta - 0.1 * slopes(lambda: loss_of(net, X, y), theta)
    net.fit(X, y, epochs=1, batch_size=6)
    assert net.theta.vector == pytest.approx(expected, abs=1e-8)


@given(st.floats(-9, 9), st.floats(-9, 9))
def test_the_gradient_of_the_bowl_is_curvature_times_coordinate(a, b):
    """eq-descent-bowl, against finite differences."""
    theta = np.array([a, b])
    found = slopes(lambda: (theta[0] ** 2 + 10 * theta[1] ** 2) / 2, theta)
    assert found == pytest.approx([a, 10 * b], abs=1e-6)


def descend(curvature, rate, theta, n_steps):
    """Return where plain descent arrives in the bowl of these curvatures."""
    theta, sgd = np.array(theta, dtype=float), SGD(rate)
    for _ in range(n_steps):
        sgd.update(theta, curvature * theta)
    return theta


@given(st.floats(0.01, 10), st.floats(0, 1), st.floats(-9, 9), st.integers(1, 20))
def test_each_step_multiplies_a_coordinate_by_one_minus_rate_times_curvature(
    curvature, rate, start, n_steps
):
    """eq-descent-factor, against a power."""
    end = descend(curvature, rate, [start], n_steps)[0]
    assert end == pytest.approx((1 - rate * curvature) ** n_steps * start)


@given(
    st.lists(st.floats(0.5, 20), min_size=1, max_size=4),
    st.floats(0.05, 0.95) | st.floats(1.05, 1.5),
)
def test_descent_converges_below_two_over_the_largest_curvature_alone(
    curvatures, share
):
    """eq-descent-limit, on both sides of the limit."""
    c = np.array(curvatures)
    end = np.linalg.norm(descend(c, share * 2 / c.max(), np.ones_like(c), 200))
    assert end < np.linalg.norm(np.ones_like(c)) if share < 1 else end > 1e3


def neuron_loss_and_gradient(theta, X, y):
    """Return loss and gradient of logistic regression, from the library's parts."""
    z = (X @ theta)[:, np.newaxis]
    loss = LOSSES["binary_crossentropy"]
    return loss.value(y, z), X.T @ loss.gradient(y, z)[:, 0]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_curvature_of_logistic_regression_is_at_most_a_quarter(seed):
    """eq-descent-curvature, against finite differences of the gradient."""
    rng = np.random.default_rng(seed)
    X, y, theta = rng.normal(size=(9, 3)), rng.integers(2, size=9), rng.normal(size=3)
    p = 1 / (1 + np.exp(-X @ theta))
    H = X.T @ np.diag(p * (1 - p)) @ X / 9
    for j in range(3):
        column = slopes(lambda j=j: neuron_loss_and_gradient(theta, X, y)[1][j], theta)
        assert column == pytest.approx(H[j], abs=1e-8)
    bound = np.linalg.eigvalsh(X.T @ X / 9).max() / 4
    assert np.linalg.eigvalsh(H).max() <= bound


@given(st.floats(0.01, 3), st.integers(0, 99))
def test_a_step_descends_as_far_as_the_largest_curvature_promises(share, seed):
    """eq-descent-lemma, for a neuron at random places and for rates beyond 2/L, too."""
    rng = np.random.default_rng(seed)
    X, y, theta = rng.normal(size=(9, 3)), rng.integers(2, size=9), rng.normal(size=3)
    L = np.linalg.eigvalsh(X.T @ X / 9).max() / 4
    before, g = neuron_loss_and_gradient(theta, X, y)
    after, _ = neuron_loss_and_gradient(theta - share / L * g, X, y)
    assert after <= before - share / L * (1 - share / 2) * g @ g + 1e-12
    assert after < before or share >= 2


@given(st.lists(st.floats(0.5, 20), min_size=1, max_size=4), st.floats(0.01, 3))
def test_along_the_steepest_axis_of_a_bowl_no_step_descends_further(curvatures, share):
    """eq-descent-lemma is an equation there, so that 2/L is exact."""
    c = np.array(curvatures)
    L, theta = c.max(), (c == c.max()).astype(float)
    moved = descend(c, share / L, theta, 1)
    before, after = (c * theta**2).sum() / 2, (c * moved**2).sum() / 2
    g = c * theta
    promised = share / L * (1 - share / 2) * g @ g
    assert after == pytest.approx(before - promised)


def test_above_two_over_the_largest_curvature_a_neuron_may_still_converge():
    """eq-descent-limit is exact for a bowl, and for the curvature at the minimum."""
    X, y = data.make_blobs(200, spread=3.0, seed=1)
    X = np.column_stack([(X - X.mean(axis=0)) / X.std(axis=0), np.ones(200)])
    best = minimize(lambda theta: neuron_loss_and_gradient(theta, X, y)[0], np.zeros(3))
    p = 1 / (1 + np.exp(-X @ best.x))
    local = 2 / np.linalg.eigvalsh(X.T @ np.diag(p * (1 - p)) @ X / 200).max()
    bound = 8 / np.linalg.eigvalsh(X.T @ X / 200).max()
    for share, converges in ((0.5, True), (0.9, True), (1.1, False)):
        theta, sgd = np.zeros(3), SGD(share * local)
        assert share * local > 1.5 * bound
        for _ in range(1000):
            sgd.update(theta, neuron_loss_and_gradient(theta, X, y)[1])
        gap = neuron_loss_and_gradient(theta, X, y)[0] - best.fun
        assert (gap < 1e-6) == converges


@given(st.floats(-2, 2), st.floats(-2, 2))
def test_the_gradient_of_the_two_valleys_is_zero_at_the_saddle_point_too(a, b):
    """eq-descent-saddle, against finite differences."""
    theta = np.array([a, b])
    found = slopes(lambda: (theta[0] ** 2 - 1) ** 2 / 4 + theta[1] ** 2 / 2, theta)
    assert found == pytest.approx([a**3 - a, b], abs=1e-6)
    assert all(root**3 - root == 0 for root in (-1, 0, 1))


@pytest.mark.parametrize("size", [1, 2, 3, 6, 12])
def test_the_batches_of_an_epoch_have_the_full_gradient_as_their_mean(size):
    """eq-descent-batch, for batches that share the samples out evenly."""
    net, (X, y) = network([2, 3, 1]), batch(12, [2, 1])
    order = np.random.default_rng(0).permutation(12).reshape(-1, size)
    parts = [net.backward(y[b], net.forward(X[b])).vector for b in order]
    whole = net.backward(y, net.forward(X)).vector
    assert np.mean(parts, axis=0) == pytest.approx(whole, abs=1e-12)


def momentum(theta, g, memory, t):
    memory["v"] = 0.9 * memory.get("v", 0) - 0.01 * g
    return theta + memory["v"]


def nesterov(theta, g, memory, t):
    memory["v"] = 0.9 * memory.get("v", 0) - 0.01 * g
    return theta + 0.9 * memory["v"] - 0.01 * g


def rmsprop(theta, g, memory, t):
    memory["s"] = 0.9 * memory.get("s", 0) + 0.1 * g**2
    return theta - 0.001 * g / np.sqrt(memory["s"] + 1e-7)


def adam(theta, g, memory, t):
    memory["v"] = 0.9 * memory.get("v", 0) + 0.1 * g
    memory["s"] = 0.999 * memory.get("s", 0) + 0.001 * g**2
    # Keras adds epsilon before it corrects s, hence the divisor
    epsilon = 1e-7 / np.sqrt(1 - 0.999**t)
    v, s = memory["v"] / (1 - 0.9**t), memory["s"] / (1 - 0.999**t)
    return theta - 0.001 * v / (np.sqrt(s) + epsilon)


RULES = {
    "momentum": (momentum, SGD(0.01, momentum=0.9)),
    "nesterov": (nesterov, SGD(0.01, momentum=0.9, nesterov=True)),
    "rmsprop": (rmsprop, RMSprop()),
    "adam": (adam, Adam()),
}


def gradients(seed, n_steps=30):
    """Return random gradients, some of them tiny."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n_steps, 4)) * [1e-4, 0.1, 1, 30]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("rule", RULES)
def test_the_optimizers_follow_their_formulas(rule, seed):
    """eq-descent-momentum, -nesterov, -rmsprop and -adam, written out.

    The labels: eq-descent-nesterov, eq-descent-rmsprop, eq-descent-adam.
    """
    formula, optimizer = RULES[rule]
    optimizer = type(optimizer)(**optimizer.settings)
    on_paper, memory, theta = np.ones(4), {}, np.ones(4)
    for t, g in enumerate(gradients(seed), start=1):
        on_paper = formula(on_paper, g, memory, t)
        optimizer.update(theta, g)
        assert theta == pytest.approx(on_paper, abs=1e-12)


@pytest.mark.parametrize("rule", RULES)
def test_the_formulas_of_the_optimizers_are_those_of_keras(rule, keras):
    """eq-descent-momentum, eq-descent-rmsprop, eq-descent-adam, step by step."""
    formula, optimizer = RULES[rule]
    made = {"Adam": keras.optimizers.Adam, "RMSprop": keras.optimizers.RMSprop}
    theirs = made.get(type(optimizer).__name__, keras.optimizers.SGD)(
        **optimizer.settings
    )
    theta, memory = np.ones(4), {}
    variable = keras.Variable(theta.astype("float32"))
    for t, g in enumerate(gradients(seed=0).astype("float32"), start=1):
        theta = formula(theta, g.astype(float), memory, t)
        theirs.apply([g], [variable])
        assert theta == pytest.approx(variable.numpy(), rel=1e-5, abs=1e-5)


@given(st.floats(2, 1000))
def test_the_best_momentum_divides_the_condition_number_by_its_root(kappa):
    """eq-descent-heavy, against the eigenvalues of one step."""
    root = np.sqrt(kappa)
    beta = ((root - 1) / (root + 1)) ** 2
    eta = (2 / (root + 1)) ** 2  # curvatures from 1 to kappa
    for c in np.linspace(1, kappa, 7):
        # (v, theta) -> (beta v - eta c theta, theta + beta v - eta c theta)
        step = np.array([[beta, -eta * c], [beta, 1 - eta * c]])
        size = np.abs(np.linalg.eigvals(step)).max()
        assert size == pytest.approx((root - 1) / (root + 1), abs=1e-6)
