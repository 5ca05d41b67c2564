"""The equations of the chapter on optimizers, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annutils.optimizers import SGD, Adam, RMSprop
from chapters.networks import SEEDS


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


@given(st.floats(2, 1000), st.floats(0.01, 100))
def test_the_best_momentum_divides_the_condition_number_by_its_root(kappa, least):
    """eq-descent-heavy, against the eigenvalues of one step."""
    root = np.sqrt(kappa)
    beta = ((root - 1) / (root + 1)) ** 2
    eta = (2 / (root + 1)) ** 2 / least
    for c in least * np.linspace(1, kappa, 7):
        # (v, theta) -> (beta v - eta c theta, theta + beta v - eta c theta)
        step = np.array([[beta, -eta * c], [beta, 1 - eta * c]])
        size = np.abs(np.linalg.eigvals(step)).max()
        assert size == pytest.approx((root - 1) / (root + 1), abs=1e-6)


def test_three_steps_of_momentum_are_made_by_hand():
    """eq-optimizers-hand: curvature 1, from -8 with rate and momentum 0.5."""
    sgd, theta, places = SGD(0.5, momentum=0.5), np.array([-8.0]), []
    for _ in range(5):
        sgd.update(theta, theta.copy())
        places.append(theta[0])
    assert places == [-4, 0, 2, 2, 1]


@given(st.floats(0, 0.95), st.floats(0.1, 10), st.floats(0, 2), st.floats(-9, 9))
def test_momentum_needs_the_last_two_places_alone(beta, c, share, start):
    """eq-optimizers-recurrence, against the optimizer with its velocity."""
    eta = share / c
    sgd, theta, places = SGD(eta, momentum=beta), np.array([start]), [start, start]
    for _ in range(9):
        sgd.update(theta, c * theta)
        places.append(theta[0])
    for before, now, after in zip(places, places[1:], places[2:], strict=False):
        expected = (1 + beta - eta * c) * now - beta * before
        assert after == pytest.approx(expected, abs=1e-9)


def largest_root(beta, eta_c):
    """Return the size of the larger root, by the formula for quadratics."""
    p = 1 + beta - eta_c
    root = np.sqrt(complex(p**2 - 4 * beta))
    return max(abs(p + root), abs(p - root)) / 2


@given(st.floats(0.01, 0.99), st.floats(0.001, 0.999))
def test_in_a_range_of_curvatures_all_directions_shrink_alike(beta, part):
    """eq-optimizers-floor, and that no direction outside the range does."""
    ends = (1 - np.sqrt(beta)) ** 2, (1 + np.sqrt(beta)) ** 2
    within = ends[0] + part * (ends[1] - ends[0])
    assert largest_root(beta, within) == pytest.approx(np.sqrt(beta))
    for outside in (part * ends[0], ends[1] + part):
        assert largest_root(beta, outside) > np.sqrt(beta)


def test_the_floor_of_momentum_is_computed_by_hand():
    """eq-optimizers-floor, eq-descent-heavy: rate, momentum 0.25, curvatures 1 to 9."""
    for c, roots in ((1, [0.5, 0.5]), (5, [0.5j, -0.5j]), (9, [-0.5, -0.5])):
        assert np.poly(roots) == pytest.approx([1, -(1.25 - 0.25 * c), 0.25])
        assert largest_root(0.25, 0.25 * c) == pytest.approx(0.5)
    assert ((3 - 1) / (3 + 1)) ** 2 == (2 / (3 + 1)) ** 2 == 0.25
    theta, sgd = np.array([9.0]), SGD(0.25)
    sgd.update(theta, 9 * theta)
    assert theta[0] == -1.25 * 9


@pytest.mark.parametrize("scale", [1, 1000])
def test_two_steps_of_adam_are_made_by_hand(scale):
    """eq-optimizers-adam-hand: the gradients 4 and -4, and a thousand times these."""
    adam, theta, places = Adam(1, epsilon=0), np.zeros(1), [0]
    for g in (4, -4):
        adam.update(theta, scale * np.array([g], dtype=float))
        places.append(theta[0])
    assert np.diff(places) == pytest.approx([-1, 0.04 / 0.19 / 4])
    adam, theta = Adam(1, epsilon=0), np.zeros(1)
    for _ in range(2):  # and where the second gradient agrees
        adam.update(theta, np.array([4.0]))
    assert theta[0] == pytest.approx(-2)


@pytest.mark.parametrize("rho", [0.5, 0.9, 0.99])
@pytest.mark.parametrize("g", [0.1, 3, -40])
def test_the_first_step_of_rmsprop_is_too_long_and_that_of_adam_is_not(rho, g):
    """How long the first step is, with the library's optimizers."""
    for optimizer, length in (
        (RMSprop(0.01, rho=rho, epsilon=0), 0.01 / np.sqrt(1 - rho)),
        (Adam(0.01, beta_2=rho, epsilon=0), 0.01),
    ):
        theta = np.zeros(1)
        optimizer.update(theta, np.array([float(g)]))
        assert theta[0] == pytest.approx(-np.sign(g) * length)


def test_rates_of_one_over_t_go_anywhere_with_a_finite_noise():
    """eq-optimizers-robbins, against the logarithm and a sixth of pi squared."""
    rates = 1 / np.arange(1, 10**6 + 1)
    assert rates.sum() == pytest.approx(np.log(10**6) + np.euler_gamma, abs=1e-6)
    assert (rates**2).sum() == pytest.approx(np.pi**2 / 6, abs=2e-6)


def test_the_cosine_falls_from_the_first_rate_to_zero(keras):
    """eq-optimizers-cosine, against Keras's schedule."""
    theirs = keras.optimizers.schedules.CosineDecay(0.3, decay_steps=200)
    for t in (0, 1, 50, 100, 199, 200):
        ours = 0.3 / 2 * (1 + np.cos(np.pi * t / 200))
        assert ours == pytest.approx(float(theirs(t)), abs=1e-6)


@pytest.mark.parametrize("bound", [0.5, 5, 50])
def test_a_clipped_gradient_is_as_long_as_the_bound_at_most(bound, keras):
    """eq-optimizers-clip, against Keras's clipping of the whole gradient."""
    parts = [np.array([3.0, -4.0], "float32"), np.array([12.0], "float32")]  # length 13
    theirs = [keras.Variable(np.zeros_like(part)) for part in parts]
    optimizer = keras.optimizers.SGD(1.0, global_clipnorm=bound)
    optimizer.apply([keras.ops.convert_to_tensor(part) for part in parts], theirs)
    for part, variable in zip(parts, theirs, strict=True):
        ours = part * min(1, bound / 13)
        assert -variable.numpy() == pytest.approx(ours, rel=1e-5)
