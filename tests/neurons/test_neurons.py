"""Single neurons, against truth tables, linear algebra, theorems and scikit-learn."""

import subprocess
import sys

import numpy as np
import pytest
from sklearn.base import clone, is_classifier
from sklearn.exceptions import NotFittedError
from sklearn.inspection import DecisionBoundaryDisplay
from sklearn.linear_model import Perceptron as SklearnPerceptron
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.validation import check_is_fitted

from annutils.neurons import FormalNeuron, HebbianUnit, Perceptron

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


# The formal neuron


@pytest.mark.parametrize(
    ("weights", "threshold", "outputs"),
    [
        ([1, 1], 2, [0, 0, 0, 1]),  # and
        ([1, 1], 1, [0, 1, 1, 1]),  # or
        ([-1, -1], 0, [1, 0, 0, 0]),  # neither
        ([1, -1], 1, [0, 0, 1, 0]),  # the first without the second
        ([1, 1], 0, [1, 1, 1, 1]),  # always
    ],
)
def test_a_formal_neuron_computes_its_truth_table(weights, threshold, outputs):
    fired = FormalNeuron(weights, threshold).predict(PAIRS)
    assert fired.tolist() == outputs
    assert fired.dtype == np.int64


def test_not_has_one_inhibitory_input():
    assert FormalNeuron([-1], 0).predict([[0], [1]]).tolist() == [1, 0]


def test_two_layers_of_formal_neurons_compute_xor():
    either, both = FormalNeuron([1, 1], 1), FormalNeuron([1, 1], 2)
    hidden = np.column_stack([either.predict(PAIRS), both.predict(PAIRS)])
    assert FormalNeuron([1, -1], 1).predict(hidden).tolist() == XOR


def test_no_formal_neuron_computes_xor():
    grid = np.arange(-3, 3.5, 0.5)
    for weights in np.array(np.meshgrid(grid, grid)).reshape(2, -1).T:
        for threshold in grid:
            assert FormalNeuron(weights, threshold).predict(PAIRS).tolist() != XOR


@pytest.mark.parametrize(
    ("X", "message"),
    [
        ([[0, 0.5]], "0 or 1, got 0.5"),
        ([[0, np.nan]], "NaN"),
        ([0, 1], r"\(n_samples, 2\), got \(2,\)"),
        ([[0, 1, 1]], r"got \(1, 3\)"),
        (np.empty((0, 2)), r"got \(0, 2\)"),
    ],
)
def test_a_formal_neuron_refuses_what_is_not_binary(X, message):
    with pytest.raises(ValueError, match=message):
        FormalNeuron([1, 1], 1).predict(X)


@pytest.mark.parametrize(
    ("weights", "threshold"), [([], 1), ([[1, 1]], 1), ([np.nan], 1), ([1], np.inf)]
)
def test_a_formal_neuron_needs_finite_weights_and_threshold(weights, threshold):
    with pytest.raises(ValueError, match="Expected"):
        FormalNeuron(weights, threshold)


# The Hebbian unit


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


# The perceptron


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


@pytest.mark.parametrize("neuron", [HebbianUnit, Perceptron])
@pytest.mark.parametrize("parameters", [{"learning_rate": "1"}, {"seed": None}])
def test_neurons_refuse_parameters_of_another_type(neuron, parameters):
    arguments = {HebbianUnit: [PAIRS], Perceptron: [PAIRS, XOR]}[neuron]
    with pytest.raises(TypeError, match=next(iter(parameters))):
        neuron(**parameters).fit(*arguments)


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


# As objects, and under scikit-learn


def test_the_perceptron_shows_itself_as_the_call_that_makes_it():
    assert repr(Perceptron()) == "Perceptron()"
    assert repr(Perceptron(0.5, average=True)) == (
        "Perceptron(learning_rate=0.5, average=True)"
    )
    assert repr(HebbianUnit(rule="oja")) == "HebbianUnit(rule='oja')"
    assert repr(FormalNeuron([1, -1], 1)) == "FormalNeuron([1.0, -1.0], threshold=1.0)"


@pytest.mark.parametrize("learned", [Perceptron(0.5).fit(PAIRS, XOR), HebbianUnit()])
def test_a_clone_has_the_parameters_and_has_learned_nothing(learned):
    other = clone(learned)
    assert other.get_params() == learned.get_params()
    assert repr(other) == repr(learned)
    assert not [name for name in vars(other) if name.endswith("_")]


def test_parameters_are_set_by_name():
    model = Perceptron()
    assert model.set_params(epochs=3, seed=1) is model
    assert (model.epochs, model.seed) == (3, 1)
    with pytest.raises(ValueError, match=r"among .*'epochs'.*, got \['layers'\]"):
        model.set_params(epochs=5, layers=2)
    assert model.epochs == 3


def test_scikit_learn_takes_the_perceptron_for_a_classifier():
    assert is_classifier(Perceptron())
    X, y, _ = separable(0)
    model = Perceptron(epochs=500).fit(X, y)
    check_is_fitted(model)
    assert model.classes_.tolist() == [0, 1]
    assert model.n_features_in_ == X.shape[1]
    assert model.score(X, y) == 1.0
    with pytest.raises(NotFittedError):
        check_is_fitted(Perceptron())


def test_the_perceptron_is_validated_and_searched_by_scikit_learn():
    X, y = overlapping(0)
    model = make_pipeline(StandardScaler(), Perceptron(epochs=3))
    scores = cross_val_score(model, X, y, cv=5)
    folds = StratifiedKFold(5)  # which scikit-learn chooses for classifiers
    by_hand = [
        clone(model).fit(X[train], y[train]).score(X[test], y[test])
        for train, test in folds.split(X, y)
    ]
    assert scores.tolist() == by_hand
    grid = {"perceptron__average": [False, True], "perceptron__epochs": [1, 20]}
    search = GridSearchCV(model, grid, scoring="roc_auc", error_score="raise")
    assert search.fit(X, y).best_score_ > 0.7
    assert set(search.predict(X)) <= {0, 1}


def test_scikit_learn_draws_the_boundary_of_the_perceptron():
    X, y, _ = separable(0, n_features=2)
    model = Perceptron(epochs=500).fit(X, y)
    for method in ("auto", "predict", "decision_function"):
        shown = DecisionBoundaryDisplay.from_estimator(
            model, X, response_method=method, grid_resolution=9
        )
        assert shown.response.shape == (9, 9)


def test_the_hebbian_unit_stands_at_the_end_of_a_pipeline():
    X = np.random.default_rng(0).normal(size=(200, 2)) * [3, 1]
    made = make_pipeline(StandardScaler(), HebbianUnit(rule="oja")).fit(X)
    assert made[-1].weights_.shape == (2,)
    assert made[-1].n_features_in_ == 2


def test_neurons_load_no_scikit_learn():
    code = (
        "import sys; from annutils.neurons import Perceptron as P; "
        "P().fit([[0], [1]], [0, 1]).get_params(); print('sklearn' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_the_weights_of_a_formal_neuron_are_its_own():
    weights = np.array([1.0, 1.0])
    neuron = FormalNeuron(weights, 2)
    weights[0] = 0
    assert neuron.predict([[1, 1]]).tolist() == [1]


@pytest.mark.parametrize("data", [np.ma.ones((4, 2)), {1}, iter([[1, 2]])])
def test_neurons_refuse_what_is_no_array_by_name(data):
    for use in (
        lambda: Perceptron().fit(data, XOR),
        lambda: HebbianUnit().fit(data),
        lambda: FormalNeuron([1, 1], 1).predict(data),
        lambda: FormalNeuron(data, 1),
        lambda: Perceptron().fit(PAIRS, data),
    ):
        with pytest.raises(TypeError, match="as an array, got a"):
            use()


@pytest.mark.parametrize(
    ("y", "hint"),
    [([-1, 1, 1, -1], r"\(y \+ 1\) // 2"), (np.eye(2)[XOR], r"y\.argmax\(axis=1\)")],
)
def test_the_perceptron_names_the_cure_for_labels_of_another_custom(y, hint):
    with pytest.raises(ValueError, match=hint):
        Perceptron().fit(PAIRS, y)


@pytest.mark.parametrize("parameters", [{"shuffle": 1}, {"average": "no"}])
def test_the_perceptron_refuses_flags_that_are_none(parameters):
    with pytest.raises(TypeError, match="to be True or False"):
        Perceptron(**parameters).fit(PAIRS, XOR)


def test_a_perceptron_refuses_to_overflow():
    X = [[1e200, -1e200], [-1e200, 1e200], [1e200, 1e200], [-1e200, -1e200]]
    with pytest.raises(OverflowError, match=r"up to 1e\+200"):
        Perceptron().fit(X, [0, 1, 1, 0])
