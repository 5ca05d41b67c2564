"""The perceptron against Novikoff's theorem and scikit-learn's."""

import numpy as np
import pytest
from sklearn.linear_model import Perceptron as SklearnPerceptron
from sklearn.linear_model import SGDClassifier

from annutils.neurons import Perceptron

PAIRS = [[0, 0], [0, 1], [1, 0], [1, 1]]
XOR = [0, 1, 1, 0]
SEEDS = range(10)


def separable(seed, n_samples=60, n_features=3, margin=0.1):
    """Return samples, labels, and the unit (w, b) that separates them by the margin."""
    rng = np.random.default_rng(seed)
    separator = rng.normal(size=n_features + 1)
    separator[-1] /= 4  # so that the boundary passes through the cloud
    separator /= np.linalg.norm(separator)
    X = rng.uniform(-2, 2, size=(n_samples, n_features))
    X = X[np.abs(X @ separator[:-1] + separator[-1]) >= margin]
    return X, (X @ separator[:-1] + separator[-1] > 0).astype(int), separator


def overlapping(seed):
    rng = np.random.default_rng(seed)
    y = rng.permutation(np.repeat([0, 1], 30))
    return rng.normal(size=(60, 2)) + y[:, None], y


@pytest.mark.parametrize("seed", SEEDS)
def test_the_perceptron_makes_no_more_mistakes_than_novikoffs_bound(seed):
    X, y, separator = separable(seed)
    inputs = np.column_stack([X, np.ones(len(X))])
    gamma = np.abs(inputs @ separator).min()
    radius = np.linalg.norm(inputs, axis=1).max()
    for shuffle in (False, True):
        model = Perceptron(epochs=2000, shuffle=shuffle, seed=seed).fit(X, y)
        assert model.n_mistakes_ <= (radius / gamma) ** 2
        assert model.mistakes_[-1] == 0
        assert (model.predict(X) == y).all()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("data", [separable, overlapping])
def test_the_perceptron_equals_that_of_scikit_learn(data, seed):
    X, y, *_ = data(seed)
    # On the boundary, where the first sample is, ours answers 1 and theirs errs.
    order = np.argsort(y, kind="stable")[:1].tolist()
    order += [i for i in range(len(y)) if i not in order]
    X, y = X[order], y[order]
    ours = Perceptron(epochs=20).fit(X, y)
    theirs = SklearnPerceptron(max_iter=20, tol=None, shuffle=False).fit(X, y)
    assert ours.weights_ == pytest.approx(theirs.coef_[0])
    assert ours.bias_ == pytest.approx(theirs.intercept_[0])
    assert (ours.predict(X) == theirs.predict(X)).all()
    assert ours.decision_function(X) == pytest.approx(theirs.decision_function(X))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_averaged_perceptron_equals_that_of_scikit_learn(seed):
    X, y = overlapping(seed)
    y[0] = 0
    ours = Perceptron(epochs=5, average=True).fit(X, y)
    theirs = SGDClassifier(
        loss="perceptron",
        penalty=None,
        learning_rate="constant",
        eta0=1.0,
        average=True,
        shuffle=False,
        max_iter=5,
        tol=None,
    ).fit(X, y)
    assert ours.weights_ == pytest.approx(theirs.coef_[0])
    assert ours.bias_ == pytest.approx(theirs.intercept_[0])


def test_the_average_is_taken_after_each_sample_as_on_paper():
    # After the four samples (w, b) is (0, -1), (1, 0), (1, 0), (1, 0).
    model = Perceptron(epochs=1, average=True).fit([[0], [1], [2], [3]], [0, 1, 1, 1])
    assert model.weights_history_.tolist() == [[0, 0], [0, -1], [1, 0]]
    assert (model.weights_.tolist(), model.bias_) == ([0.75], -0.25)


def test_averaging_steadies_the_answer_when_classes_overlap():
    X, y = overlapping(0)
    accuracies = {}
    for average in (False, True):
        models = [
            Perceptron(epochs=20, shuffle=True, average=average, seed=seed).fit(X, y)
            for seed in SEEDS
        ]
        accuracies[average] = [(model.predict(X) == y).mean() for model in models]
    assert np.std(accuracies[True]) < np.std(accuracies[False])
    assert np.mean(accuracies[True]) > np.mean(accuracies[False])


@pytest.mark.parametrize("seed", SEEDS)
def test_each_update_moves_the_boundary_by_one_wrong_sample(seed):
    X, y = overlapping(seed)
    model = Perceptron(learning_rate=0.5, epochs=3).fit(X, y)
    steps = {(*np.round(step, 9),) for step in np.diff(model.weights_history_, axis=0)}
    samples = np.column_stack([X, np.ones(len(X))]) * 0.5
    allowed = {(*np.round(s * sign, 9),) for s in samples for sign in (1, -1)}
    assert steps <= allowed
    assert model.weights_history_.shape == (model.n_mistakes_ + 1, 3)
    assert model.mistakes_.sum() == model.n_mistakes_
    assert [*model.weights_, model.bias_] == model.weights_history_[-1].tolist()


def test_the_learning_rate_scales_the_weights_and_changes_no_answer():
    X, y, _ = separable(0)
    one, quarter = (Perceptron(rate, epochs=500).fit(X, y) for rate in (1.0, 0.25))
    assert one.weights_history_ == pytest.approx(4 * quarter.weights_history_)
    assert one.mistakes_.tolist() == quarter.mistakes_.tolist()


def test_the_order_of_the_samples_matters():
    X, y, _ = separable(1)
    counts = {
        Perceptron(epochs=2000, shuffle=True, seed=seed).fit(X, y).n_mistakes_
        for seed in SEEDS
    }
    assert len(counts) > 1


def test_the_same_seed_gives_the_same_shuffling():
    X, y = overlapping(2)
    twice = [Perceptron(shuffle=True, seed=3, epochs=4).fit(X, y) for _ in range(2)]
    assert (twice[0].weights_history_ == twice[1].weights_history_).all()


def test_on_xor_the_perceptron_runs_in_a_cycle():
    model = Perceptron(epochs=50).fit(PAIRS, XOR)
    assert len(model.mistakes_) == 50
    assert model.mistakes_.min() >= 1
    visited = {tuple(weights) for weights in model.weights_history_}
    assert len(visited) < 20 < model.n_mistakes_


@pytest.mark.parametrize("y", [XOR, [False, True, True, False], np.array(XOR, float)])
def test_labels_may_be_of_any_type_that_equals_0_or_1(y):
    model = Perceptron(epochs=3).fit(PAIRS, y)
    assert model.predict(PAIRS).dtype == np.int64
    assert model.decision_function(PAIRS).dtype == np.float64


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (PAIRS, [0, 1, 1, -1], "labels from 0 to 1, .* from -1 to 1"),
        (PAIRS, [0, 1, 1, np.nan], "NaN or infinity"),
        (PAIRS, [0, 1], r"shape \(4,\), got \(2,\)"),
        (PAIRS, [[0], [1], [1], [0]], r"got \(4, 1\)"),
        ([1, 2], [0, 1], r"shape \(n_samples, n_features\), got \(2,\)"),
        ([[np.inf]], [1], "NaN or infinity"),
        (np.empty((0, 2)), [], r"got \(0, 2\)\. X is empty"),
    ],
)
def test_the_perceptron_refuses_bad_data(X, y, message):
    with pytest.raises(ValueError, match=message):
        Perceptron().fit(X, y)


@pytest.mark.parametrize(("X", "y"), [(PAIRS, [*"abab"]), ([["a"]], [0])])
def test_the_perceptron_refuses_what_is_no_number(X, y):
    with pytest.raises(TypeError, match="Expected numbers in"):
        Perceptron().fit(X, y)


@pytest.mark.parametrize(
    "parameters", [{"learning_rate": -1}, {"epochs": 0}, {"learning_rate": np.inf}]
)
def test_the_perceptron_refuses_parameters_out_of_range(parameters):
    with pytest.raises(ValueError, match=next(iter(parameters))):
        Perceptron(**parameters).fit(PAIRS, XOR)


def test_the_perceptron_answers_only_after_learning_and_in_the_learned_dimension():
    with pytest.raises(ValueError, match="call fit"):
        Perceptron().predict(PAIRS)
    with pytest.raises(ValueError, match=r"\(n_samples, 2\), got \(1, 3\)"):
        Perceptron().fit(PAIRS, XOR).predict([[0, 0, 0]])


@pytest.mark.parametrize(
    ("y", "hint"),
    [([-1, 1, 1, -1], r"\(y \+ 1\) // 2"), (np.eye(2)[XOR], r"y\.argmax\(axis=1\)")],
)
def test_the_perceptron_names_the_cure_for_labels_of_another_custom(y, hint):
    with pytest.raises(ValueError, match=hint):
        Perceptron().fit(PAIRS, y)


def test_a_perceptron_refuses_to_overflow():
    X = [[1e200, -1e200], [-1e200, 1e200], [1e200, 1e200], [-1e200, -1e200]]
    with pytest.raises(OverflowError, match=r"up to 1e\+200"):
        Perceptron().fit(X, [0, 1, 1, 0])


@pytest.mark.parametrize(
    "parameters",
    [{"learning_rate": "1"}, {"seed": None}, {"shuffle": 1}, {"average": "no"}],
)
def test_parameters_of_another_type_are_refused(parameters):
    with pytest.raises(TypeError, match=next(iter(parameters))):
        Perceptron(**parameters).fit(PAIRS, XOR)


@pytest.mark.parametrize("data", [np.ma.ones((4, 2)), {1}, iter([[1, 2]])])
def test_what_is_no_array_is_refused_by_name(data):
    for use in (
        lambda: Perceptron().fit(data, XOR),
        lambda: Perceptron().fit(PAIRS, data),
    ):
        with pytest.raises(TypeError, match="as an array, got a"):
            use()
