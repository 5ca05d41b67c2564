"""The Hebbian unit against linear algebra and its rule on paper."""

import numpy as np
import pytest

from annutils.neurons import HebbianUnit

SEEDS = range(10)


def centered(seed, n_samples=3000):
    """Return samples whose first two principal components differ clearly."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n_samples, 3)) * [2.0, 1.0, 0.5]
    rotation, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    return X @ rotation


@pytest.mark.parametrize("seed", SEEDS)
def test_ojas_rule_finds_the_first_principal_component(seed):
    X = centered(seed)
    unit = HebbianUnit(learning_rate=0.003, rule="oja", seed=seed).fit(X)
    first = np.linalg.eigh(X.T @ X)[1][:, -1]
    assert abs(unit.weights_ @ first) > 0.99
    assert np.linalg.norm(unit.weights_) == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("seed", SEEDS)
def test_hebbs_rule_makes_the_weights_grow_without_bound(seed):
    unit = HebbianUnit(learning_rate=0.003, rule="hebb", seed=seed).fit(centered(seed))
    lengths = np.linalg.norm(unit.history_, axis=1)
    assert (lengths[1:] >= lengths[:-1] * (1 - 1e-12)).all()
    # 3000 steps multiply the length by about (1 + 0.003 * 4) ** 3000, or e^36.
    assert lengths[-1] > 1e10
    assert lengths[1500] < 1e-4 * lengths[-1]


@pytest.mark.parametrize("rule", ["hebb", "oja"])
def test_one_step_of_learning_is_the_rule_on_paper(rule):
    first = HebbianUnit(0.5, rule, seed=1).fit([[0.0, 0.0]]).weights_
    a, b = first
    y = 3 * a - b
    step = {"hebb": [3 * y, -y], "oja": [3 * y - y * y * a, -y - y * y * b]}[rule]
    unit = HebbianUnit(0.5, rule, seed=1).fit([[3.0, -1.0]])
    assert np.linalg.norm(first) == pytest.approx(1)
    assert unit.weights_ == pytest.approx(first + 0.5 * np.array(step))
    assert unit.history_.tolist() == [first.tolist(), unit.weights_.tolist()]


def test_the_seed_decides_where_a_hebbian_unit_starts():
    units = HebbianUnit(), HebbianUnit(seed=0), HebbianUnit(seed=1)
    starts = [unit.fit([[0, 0]]).weights_ for unit in units]
    assert starts[0].tolist() == starts[1].tolist() != starts[2].tolist()


@pytest.mark.parametrize(
    ("unit", "message"),
    [
        (HebbianUnit(rule="delta"), "'delta'"),
        (HebbianUnit(learning_rate=0), "learning_rate > 0, got 0"),
        (HebbianUnit(learning_rate=np.nan), "learning_rate > 0, got nan"),
        (HebbianUnit(seed=-1), "seed from 0"),
    ],
)
def test_a_hebbian_unit_refuses_parameters_out_of_range(unit, message):
    with pytest.raises(ValueError, match=message):
        unit.fit([[1.0, 2.0]])


@pytest.mark.parametrize("rule", ["hebb", "oja"])
def test_weights_that_leave_the_range_of_floats_are_reported(rule):
    with pytest.raises(OverflowError, match="lower learning_rate, now 100"):
        HebbianUnit(100.0, rule).fit(np.full((500, 2), 10.0))


@pytest.mark.parametrize("parameters", [{"learning_rate": "1"}, {"seed": None}])
def test_parameters_of_another_type_are_refused(parameters):
    with pytest.raises(TypeError, match=next(iter(parameters))):
        HebbianUnit(**parameters).fit([[1.0, 2.0]])


@pytest.mark.parametrize("data", [np.ma.ones((4, 2)), {1}, iter([[1, 2]])])
def test_what_is_no_array_is_refused_by_name(data):
    with pytest.raises(TypeError, match="as an array, got a"):
        HebbianUnit().fit(data)
