"""The multilayer perceptron: gradients, training, and what it refuses."""

import numpy as np
import pytest
import scipy.sparse
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.neural_network import MLPClassifier

from annutils.data import make_moons
from annutils.initializers import normal
from annutils.network import MultilayerPerceptron
from annutils.network.parameters import ParameterVector
from annutils.network.passes import Trace
from annutils.optimizers import SGD, Adam

LOSSES = {
    "categorical_crossentropy": 3,
    "binary_crossentropy": 1,
    "mean_squared_error": 2,
}
HIDDEN = ["identity", "sigmoid", "tanh", "relu", "leaky_relu", "gelu"]
MOONS = make_moons(200, noise=0.1, seed=0)


def problem(loss, m=7, seed=0):
    """Return samples and targets for a network of four inputs."""
    rng, n_outputs = np.random.default_rng(seed), LOSSES[loss]
    X = rng.normal(size=(m, 4))
    if loss == "mean_squared_error":
        return X, rng.normal(size=(m, n_outputs))
    return X, rng.integers(0, max(n_outputs, 2), m)


def network(loss="categorical_crossentropy", hidden=(6, 5), **options):
    return MultilayerPerceptron([4, *hidden, LOSSES[loss]], loss=loss, **options)


def differences(ours, X, y, h=1e-6):
    """Return the gradient of the loss by central differences."""
    theta, gradient = ours.theta.vector, np.empty(ours.n_parameters)
    for i, value in enumerate(theta.copy()):
        theta[i] = value + h
        above = ours.evaluate(X, y)["loss"]
        theta[i] = value - h
        gradient[i] = (above - ours.evaluate(X, y)["loss"]) / (2 * h)
        theta[i] = value
    return gradient


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", HIDDEN)
def test_the_gradient_is_the_limit_of_differences(loss, activation):
    X, y = problem(loss)
    ours = network(loss, activation=activation, l1=0.01, l2=0.02, dtype="float64")
    gradient = ours.backward(y, ours.forward(X)).vector
    np.testing.assert_allclose(gradient, differences(ours, X, y), atol=1e-7)


@given(
    st.lists(st.integers(1, 6), max_size=3),
    st.sampled_from(sorted(LOSSES)),
    st.integers(1, 5),
    st.sampled_from(["float32", "float64"]),
)
@settings(deadline=None)
def test_shapes_and_dtypes_hold_for_every_size(hidden, loss, m, dtype):
    X, y = problem(loss, m)
    ours = network(loss, hidden, dtype=dtype)
    trace = ours.forward(X)
    assert [a.shape for a in trace.A] == [(m, n) for n in ours.layer_sizes]
    assert [z.shape for z in trace.Z[1:]] == [(m, n) for n in ours.layer_sizes[1:]]
    gradient = ours.backward(y, trace)
    assert gradient.vector.shape == (ours.n_parameters,)
    arrays = [*trace.A, *trace.Z[1:], gradient.vector, ours.theta.vector]
    assert {a.dtype.name for a in arrays} == {dtype}


@given(st.permutations(range(7)), st.sampled_from(sorted(LOSSES)))
@settings(deadline=None)
def test_the_order_of_the_samples_does_not_matter(order, loss):
    X, y = problem(loss)
    ours = network(loss, dtype="float64")
    gradient = ours.backward(y, ours.forward(X)).vector
    other = ours.backward(y[order], ours.forward(X[order])).vector
    np.testing.assert_allclose(other, gradient, atol=1e-14)
    np.testing.assert_allclose(
        ours.forward(X[order]).A[-1], ours.forward(X).A[-1][order], atol=1e-14
    )


@pytest.mark.parametrize("loss", LOSSES)
def test_the_gradient_of_a_batch_is_the_mean_over_its_samples(loss):
    X, y = problem(loss)
    ours = network(loss, dtype="float64")
    single = [ours.backward(y[[i]], ours.forward(X[[i]])).vector for i in range(7)]
    gradient = ours.backward(y, ours.forward(X)).vector
    np.testing.assert_allclose(gradient, np.mean(single, axis=0), atol=1e-14)


def test_one_unit_has_the_gradient_that_is_known_on_paper():
    ours = MultilayerPerceptron([1, 1], loss="binary_crossentropy")
    ours.weights[0][...] = 0  # p = 1/2, so that delta = 1/2
    gradient = ours.backward([0], ours.forward([[3.0]]))
    assert (gradient.weights[0].item(), gradient.biases[0].item()) == (1.5, 0.5)


@pytest.mark.parametrize("batch_size", [7, 3, 1])
def test_sparse_samples_give_what_dense_ones_give(batch_size):
    X, y = problem("categorical_crossentropy")
    X = (X * (X > 0)).astype(np.float32)
    dense, sparse = network(), network()
    options = {"epochs": 3, "batch_size": batch_size}
    history = dense.fit(X, y, validation_data=(X, y), **options)
    S = scipy.sparse.csr_array(X)
    other = sparse.fit(S, y, validation_data=(S.tocsc(), y), **options)
    for name, values in history.items():
        assert other[name] == pytest.approx(values, rel=1e-5)
    np.testing.assert_allclose(sparse.predict_proba(S), dense.predict_proba(X), 1e-5)


def test_training_separates_the_moons_as_scikit_learn_does():
    X, y = MOONS
    ours = MultilayerPerceptron(
        [2, 16, 1], activation="tanh", loss="binary_crossentropy", optimizer=Adam(0.03)
    )
    ours.fit(X, y, epochs=200, batch_size=200)
    theirs = MLPClassifier((16,), activation="tanh", solver="lbfgs", max_iter=2000)
    assert ours.evaluate(X, y)["accuracy"] >= theirs.fit(X, y).score(X, y) - 0.01
    np.testing.assert_array_equal(ours.predict(X), ours.predict_proba(X).argmax(axis=1))


def test_the_history_counts_samples_not_batches():
    X, y = problem("categorical_crossentropy")
    ours = network(optimizer=SGD(1e-30), l2=0.1)  # nothing moves
    history = ours.fit(X, y, epochs=2, batch_size=3, validation_data=(X, y))
    assert list(history) == ["accuracy", "loss", "val_accuracy", "val_loss"]
    for name, value in ours.evaluate(X, y).items():
        assert history[name] == pytest.approx([value] * 2)
        assert history[f"val_{name}"] == pytest.approx([value] * 2)


def test_a_regression_has_no_accuracy_and_takes_a_plain_vector():
    X, _ = problem("mean_squared_error", m=50)
    ours = MultilayerPerceptron([4, 1], loss="mean_squared_error", optimizer=SGD(0.1))
    y = X @ [1.0, -2.0, 0.0, 3.0] + 0.5
    history = ours.fit(X, y, epochs=300, batch_size=50)
    assert list(history) == ["loss"]
    assert ours.predict(X).shape == y.shape
    np.testing.assert_allclose(ours.weights[0].ravel(), [1, -2, 0, 3], atol=1e-3)
    np.testing.assert_allclose(ours.biases[0], 0.5, atol=1e-3)


def test_a_seed_repeats_everything_to_the_last_bit():
    X, y = problem("categorical_crossentropy")
    runs = [network(seed=s, dropout=0.5) for s in (4, 4, 5)]
    losses = [run.fit(X, y, epochs=3, batch_size=2)["loss"] for run in runs]
    assert losses[0] == losses[1] != losses[2]
    np.testing.assert_array_equal(runs[0].theta.vector, runs[1].theta.vector)


def test_networks_of_one_seed_start_equal_whatever_else_differs():
    ours, other = network(seed=1), network(seed=1, dropout=0.5, optimizer="adam")
    np.testing.assert_array_equal(ours.theta.vector, other.theta.vector)
    assert not any(b.any() for b in ours.biases)


def test_two_networks_share_no_optimizer():
    X, y = problem("categorical_crossentropy")
    optimizer = Adam()
    first, second = network(optimizer=optimizer), network(optimizer=optimizer)
    first.fit(X, y, epochs=3)
    second.fit(X, y, epochs=3)
    np.testing.assert_array_equal(first.theta.vector, second.theta.vector)
    assert optimizer.iterations == 0


def test_a_second_fit_goes_on_where_the_first_one_ended():
    X, y = problem("categorical_crossentropy")
    once, twice = network(optimizer="adam"), network(optimizer="adam")
    once.fit(X, y, epochs=4, batch_size=2)
    for _ in range(2):
        twice.fit(X, y, epochs=2, batch_size=2)
    np.testing.assert_array_equal(once.theta.vector, twice.theta.vector)


def test_early_stopping_returns_the_best_validation_loss():
    X, y = make_moons(60, noise=0.5, seed=0)
    ours = MultilayerPerceptron(
        [2, 50, 1], loss="binary_crossentropy", optimizer="adam"
    )
    validation = make_moons(60, noise=0.5, seed=1)
    history = ours.fit(X, y, epochs=500, validation_data=validation, early_stopping=5)
    best = int(np.argmin(history["val_loss"]))
    assert len(history["loss"]) == best + 6 < 500
    assert ours.evaluate(*validation)["loss"] == history["val_loss"][best]


def test_dropout_acts_in_training_only():
    X, y = problem("categorical_crossentropy", m=500)
    ours = network(dropout=0.5, optimizer=SGD(1e-30), hidden=(50,))
    losses = ours.fit(X, y, epochs=2, batch_size=500)["loss"]
    assert losses[0] != losses[1]
    np.testing.assert_array_equal(ours.predict_proba(X), ours.predict_proba(X))


def test_with_zeros_all_hidden_units_stay_equal():
    X, y = problem("categorical_crossentropy")
    ours = network(hidden=(6,), activation="sigmoid", initializer="zeros")
    ours.fit(X, y, epochs=20)
    assert np.ptp(ours.weights[0], axis=1).max() == 0


def test_an_initializer_may_be_a_function():
    ours = network(initializer=lambda *args: normal(*args, stddev=3.0), hidden=(400,))
    assert ours.weights[0].std() == pytest.approx(3, rel=0.05)


def test_the_parameters_of_the_mnist_network_are_counted():
    assert MultilayerPerceptron([784, 15, 10]).n_parameters == 11_935
    ours = MultilayerPerceptron([10000, 16, 16, 1], loss="binary_crossentropy")
    assert ours.n_parameters == 160_305


@pytest.mark.parametrize("epochs", [1, 50])
def test_training_that_diverges_stops_and_says_what_to_do(epochs):
    X, y = problem("mean_squared_error")
    ours = network("mean_squared_error", optimizer=SGD(3e38))
    with pytest.raises(FloatingPointError, match="smaller learning rate"):
        ours.fit(X, 1000 * y, epochs=epochs, batch_size=7)


@pytest.mark.parametrize(
    ("X", "message"),
    [
        (np.zeros((3, 5)), r"shape \(n_samples, 4\), got \(3, 5\)"),
        (np.zeros(4), r"Try X.reshape\(-1, 4\)"),
        (np.zeros((3, 2, 2)), r"Try X.reshape\(-1, 4\)"),
        (np.zeros((0, 4)), "one sample or more"),
        (np.full((3, 4), np.nan), "NaN or infinity"),
        (np.full((3, 4), 1e300), "NaN or infinity"),  # beyond float32
        (scipy.sparse.csr_matrix([[0, np.inf, 0, 0]] * 3), "NaN or infinity"),
    ],
)
def test_samples_that_do_not_fit_are_refused(X, message):
    for use in (network().forward, network().predict, network().predict_proba):
        with pytest.raises(ValueError, match=message):
            use(X)
    with pytest.raises(ValueError, match=message):
        network().fit(X, [0, 1, 2], epochs=1)


@pytest.mark.parametrize("X", [[["a"] * 4], np.zeros((3, 4), complex)])
def test_samples_that_are_no_numbers_are_refused(X):
    with pytest.raises(TypeError, match="Expected numbers in X"):
        network().predict(X)


@pytest.mark.parametrize(
    ("loss", "y", "message"),
    [
        ("categorical_crossentropy", [0, 1, 3], "labels from 0 to 2"),
        ("categorical_crossentropy", [0, -1, 2], "labels from 0 to 2"),
        ("categorical_crossentropy", [0, 0.5, 2], "whole numbers"),
        ("categorical_crossentropy", np.eye(3), r"labels of shape \(3,\)"),
        ("categorical_crossentropy", [0, 1], r"labels of shape \(3,\)"),
        ("binary_crossentropy", [-1, 1, 1], "labels from 0 to 1"),
        ("mean_squared_error", [1.0, 2.0, 3.0], r"targets y of shape \(3, 2\)"),
        ("mean_squared_error", np.full((3, 2), np.nan), "NaN or infinity"),
    ],
)
def test_targets_that_do_not_fit_are_refused(loss, y, message):
    X, ours = np.ones((3, 4)), network(loss)
    good = np.zeros((3, 2) if loss == "mean_squared_error" else 3)
    uses = [
        lambda: ours.fit(X, y, epochs=1),
        lambda: ours.fit(X, good, epochs=1, validation_data=(X, y)),
        lambda: ours.evaluate(X, y),
        lambda: ours.backward(y, ours.forward(X)),
    ]
    for use in uses:
        with pytest.raises(ValueError, match=message):
            use()


def test_a_binary_network_has_the_probabilities_of_both_classes():
    X, y = problem("binary_crossentropy")
    ours = network("binary_crossentropy")
    ours.fit(X, y, epochs=5)
    p = ours.predict_proba(X)
    assert p.shape == (7, 2)
    assert p.dtype == np.float32
    np.testing.assert_array_equal(p[:, [1]], ours.forward(X).A[-1])
    np.testing.assert_allclose(p.sum(axis=1), 1, rtol=1e-6)
    np.testing.assert_array_equal(p.argmax(axis=1), ours.predict(X))


def test_probabilities_of_several_classes_are_those_of_the_output():
    X, _ = problem("categorical_crossentropy")
    ours = network()
    np.testing.assert_array_equal(ours.predict_proba(X), ours.forward(X).A[-1])
    assert ours.predict(X).shape == (7,)


def test_a_network_for_values_has_no_probabilities():
    X, y = problem("mean_squared_error")
    ours = network("mean_squared_error")
    assert ours.predict(X).shape == y.shape
    with pytest.raises(TypeError, match=r"no probabilities: call predict\(X\)"):
        ours.predict_proba(X)


@pytest.mark.parametrize("y", [np.zeros(5), np.zeros((5, 1))])
def test_predictions_and_a_vector_of_values_do_not_broadcast(y):
    ours = MultilayerPerceptron([4, 1], loss="mean_squared_error")
    ours.fit(np.ones((5, 4)), y, epochs=1)
    assert ours.predict(np.ones((5, 4))).shape == (5,)


@pytest.mark.parametrize(
    ("y", "hint"),
    [
        (np.eye(3), r"try y\.argmax\(axis=1\)"),
        ([-1, 1, 1], r"\(y \+ 1\) // 2"),
        ([[0], [1], [2]], r"Try y\.ravel\(\)"),
        ([1, 2, 3], "y - 1"),
        ([], "y is empty"),
    ],
)
def test_labels_of_another_custom_are_refused_with_the_cure(y, hint):
    ours, X = network(), np.ones((3, 4))
    with pytest.raises(ValueError, match=hint):
        ours.fit(X, y, epochs=1)
    with pytest.raises(ValueError, match=hint):
        ours.backward(y, ours.forward(X))


@pytest.mark.parametrize(
    "data", [np.ma.ones((3, 4)), {1, 2}, {"a": 1}, iter([[1] * 4])]
)
def test_data_that_are_no_array_are_refused_by_name(data):
    with pytest.raises(TypeError, match="Expected X as an array, got a"):
        network().predict(data)
    for loss in LOSSES:
        with pytest.raises(TypeError, match="Expected y as an array, got a"):
            network(loss).fit(np.ones((3, 4)), data, epochs=1)


@pytest.mark.parametrize("X", [[], np.zeros((0, 3)), scipy.sparse.csr_array((0, 4))])
def test_no_samples_are_said_to_be_none(X):
    with pytest.raises(ValueError, match="X is empty"):
        network().predict(X)


@pytest.mark.parametrize("trace", [None, ([], [], [])])
def test_what_is_no_trace_has_no_backward_pass(trace):
    with pytest.raises(TypeError, match="Expected the Trace"):
        network().backward([0], trace)


def test_the_trace_of_another_network_is_refused():
    X, y = problem("categorical_crossentropy")
    Z, A, masks = network().forward(X)
    with pytest.raises(ValueError, match=r"arrays of shapes \[\(2, 4\), \(7, 6\)"):
        network().backward(y, Trace(Z, [A[0][:2], *A[1:]], masks))
    with pytest.raises(
        ValueError, match=r"network \[4, 6, 5, 3\], .*\(7, 5\), \(7, 6\)"
    ):
        network(hidden=(6, 5)).backward(y, network(hidden=(5, 6)).forward(X))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"layer_sizes": [4]}, "two layer sizes or more"),
        ({"layer_sizes": [4, 0, 3]}, "layer size of 1 or more"),
        ({"layer_sizes": [4, 1]}, "binary_crossentropy"),
        ({"layer_sizes": [4, 2], "loss": "binary_crossentropy"}, "1 output unit"),
        ({"loss": "hinge"}, "loss to be one of"),
        ({"activation": "softmax"}, "activation to be one of"),
        ({"activation": ["relu"]}, "2 activations"),
        ({"optimizer": "adagrad"}, "optimizer to be one of"),
        ({"initializer": "ones"}, "initializer to be one of"),
        ({"initializer": lambda *_: np.ones(3)}, r"initial weights of shape \(4, 6\)"),
        ({"initializer": lambda *shape: np.full(shape[:2], np.nan)}, "finite numbers"),
        ({"activation": None}, "activation to be one of"),
        ({"activation": {"relu", "tanh"}}, "activation to be one of"),
        ({"layer_sizes": [4, 3], "activation": "sin"}, "activation to be one of"),
        ({"l1": -1}, "l1 in"),
        ({"l2": float("nan")}, "l2 in"),
        ({"dropout": 1.0}, "dropout in"),
        ({"layer_sizes": [4, 3], "dropout": 0.5}, "this network has none"),
        ({"dtype": "float16"}, "dtype to be one of"),
        ({"seed": -1}, "seed"),
    ],
)
def test_settings_that_do_not_fit_are_refused(options, message):
    with pytest.raises(ValueError, match=message):
        MultilayerPerceptron(**{"layer_sizes": [4, 6, 5, 3]} | options)


@pytest.mark.parametrize(
    "sizes", [4, "432", [4.0, 3], {4, 3}, {4: 3}, iter([4, 3]), np.ones((2, 2), int)]
)
def test_layer_sizes_that_are_no_sequence_of_integers_are_refused(sizes):
    for make in (MultilayerPerceptron, ParameterVector):
        with pytest.raises(TypeError, match="layer size"):
            make(sizes)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"epochs": 0}, "epochs of 1 or more"),
        ({"epochs": 1, "validation_data": (*MOONS, 1)}, "pair of X and y"),
        ({"epochs": 1, "batch_size": 0}, "batch_size of 1 or more"),
        ({"epochs": 1, "early_stopping": 3}, "validation_data"),
        (
            {"epochs": 1, "early_stopping": 0, "validation_data": MOONS},
            r"\(patience\) of 1 or more",
        ),
    ],
)
def test_ways_to_train_that_do_not_fit_are_refused(options, message):
    ours = MultilayerPerceptron([2, 1], loss="binary_crossentropy")
    with pytest.raises(ValueError, match=message):
        ours.fit(*MOONS, **options)


def test_weights_cannot_be_replaced_without_effect():
    ours = network()
    with pytest.raises(AttributeError):
        ours.weights = []
    with pytest.raises(TypeError):
        ours.weights[0] = np.zeros((4, 6))


def test_a_validation_loss_that_is_infinite_ends_the_training():
    X, y = np.ones((4, 2)), np.ones(4)
    network = MultilayerPerceptron([2, 4, 1], loss="mean_squared_error")
    with pytest.raises(FloatingPointError, match="scale the inputs"):
        network.fit(X, y, epochs=2, validation_data=(1e30 * X, y))


def test_the_class_of_an_optimizer_is_refused_with_the_cure():
    with pytest.raises(TypeError, match=r"got the class: pass Adam\(\)"):
        MultilayerPerceptron([2, 1], loss="mean_squared_error", optimizer=Adam)


@pytest.mark.parametrize("vector", [["1"] * 3, np.ones(3, complex)])
def test_parameters_are_real_numbers(vector):
    network = MultilayerPerceptron([2, 1], loss="mean_squared_error")
    with pytest.raises(TypeError, match="Expected numbers in vector"):
        network.theta.vector = vector
