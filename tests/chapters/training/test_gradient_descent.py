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
from annutils.optimizers import SGD
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


def test_the_promise_of_a_step_is_computed_by_hand():
    """eq-descent-lemma at (-8, 1.5): kept by 0.15, and 0.21 first rises in step 4."""
    c, g = np.array([1, 10]), np.array([-8, 15])
    promised = [eta * (1 - eta * 10 / 2) * g @ g for eta in (0.15, 0.21)]
    assert promised == pytest.approx([10.8, -3.0], abs=0.05)
    places = [descend(c, 0.21, [-8, 1.5], t) for t in range(6)]
    falls = -np.diff([(c * theta**2).sum() / 2 for theta in places])
    assert (falls > 0).tolist() == [True, True, True, False, False]
    end = descend(c, 0.15, [-8, 1.5], 1)
    assert 43.25 - (c * end**2).sum() / 2 == pytest.approx(17.3, abs=0.05)


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


def test_a_step_is_made_by_hand():
    """eq-descent-hand: the bowl at (-8, 1.5) with the rate 0.15, and its loss."""
    c = np.array([1, 10])
    end = descend(c, 0.15, [-8, 1.5], 1)
    assert end == pytest.approx([-6.8, -0.75])
    losses = [(c * theta**2).sum() / 2 for theta in (np.array([-8, 1.5]), end)]
    assert losses == pytest.approx([43.25, 25.9325])


@given(st.floats(0.1, 5), st.floats(0.02, 1.8), st.floats(0.1, 3))
def test_the_noise_floor_is_where_a_step_leaves_the_variance_as_it_is(c, share, sigma):
    """eq-descent-noise, eq-descent-floor: the two parts of a step's variance."""
    eta = share / c
    floor = eta * sigma**2 / (c * (2 - eta * c))
    assert (1 - eta * c) ** 2 * floor + eta**2 * sigma**2 == pytest.approx(floor)
    above, below = 2 * floor, 0.0
    for _ in range(2000):  # it is reached from either side
        above = (1 - eta * c) ** 2 * above + eta**2 * sigma**2
        below = (1 - eta * c) ** 2 * below + eta**2 * sigma**2
    assert [above, below] == pytest.approx([floor, floor], rel=1e-6)


@pytest.mark.parametrize("size", [1, 4])
@pytest.mark.parametrize(("c", "eta"), [(1, 0.1), (2, 0.5), (0.5, 3)])
def test_noisy_steps_settle_at_the_floor_and_batches_divide_it(c, eta, size):
    """eq-descent-noise, eq-descent-floor, by 20,000 noisy walks."""
    rng, theta, sgd = np.random.default_rng(0), np.zeros(20_000), SGD(eta)
    for _ in range(200):
        noise = rng.normal(0, 3, (size, 20_000)).mean(axis=0)
        sgd.update(theta, c * theta + noise)
    floor = eta * 9 / size / (c * (2 - eta * c))
    assert theta.var() == pytest.approx(floor, rel=0.05)


@pytest.mark.parametrize("sigma", [0.1, 0.01])
def test_noise_leaves_the_saddle_point_by_a_factor_a_step(sigma):
    """eq-descent-escape, by 20,000 noisy walks on the two valleys."""
    rng, theta, sgd = np.random.default_rng(0), np.zeros(20_000), SGD(0.2)
    for t in range(1, 6):
        sgd.update(theta, theta**3 - theta + rng.normal(0, sigma, 20_000))
        expected = 0.04 * sigma**2 / 0.44 * (1.2 ** (2 * t) - 1)
        assert theta.var() == pytest.approx(expected, rel=0.05)


def test_the_others_wait_many_steps_near_the_saddle_point():
    """eq-descent-factor with the curvature -1: 0.001 times 1.2 to the power 26."""
    theta, sgd, t = np.array([0.001, 1.5]), SGD(0.2), 0
    while abs(theta[0]) <= 0.1:
        sgd.update(theta, np.array([theta[0] ** 3 - theta[0], theta[1]]))
        t += 1
    assert t == 26
    assert 0.001 * 1.2**25 < 0.1 < 0.001 * 1.2**26
