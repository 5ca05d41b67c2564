"""The equations of the chapters in ``book/training``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from annutils import initializers
from annutils.activations import ACTIVATIONS
from annutils.autodiff import Value
from annutils.losses import LOSSES
from annutils.network import MultilayerPerceptron
from annutils.optimizers import SGD, Adam, RMSprop
from annutils.parameters import ParameterVector
from annutils.passes import backward_pass, forward_pass
from annutils.train import silence_tensorflow

SEEDS = range(5)
SIZES = st.lists(st.integers(1, 5), min_size=2, max_size=5)
HIDDEN = ["identity", "sigmoid", "tanh", "relu", "leaky_relu", "gelu"]


@pytest.fixture(scope="module")
def keras():
    """Return Keras, without TensorFlow's messages."""
    silence_tensorflow()
    import keras

    return keras


@pytest.fixture(scope="module")
def tf(keras):
    """Return TensorFlow."""
    import tensorflow

    return tensorflow


def network(layer_sizes, activation="tanh", loss="mean_squared_error", seed=0, **more):
    """Return a network in float64 whose biases are random numbers, too."""
    more = {"dtype": "float64"} | more
    made = MultilayerPerceptron(
        layer_sizes, activation=activation, loss=loss, seed=seed, **more
    )
    rng = np.random.default_rng(seed)
    made.theta.vector[...] = rng.normal(size=made.n_parameters)
    return made


def batch(m, sizes, loss="mean_squared_error", seed=0):
    """Return m samples and targets that suit the loss."""
    rng = np.random.default_rng(100 + seed)
    X, values = rng.normal(size=(m, sizes[0])), rng.normal(size=(m, sizes[-1]))
    if loss == "mean_squared_error":
        return X, values
    n_classes = max(sizes[-1], 2)
    return X, rng.integers(n_classes, size=m)


def slopes(f, x, h=1e-5):
    """Return the central differences of f() for each element of x, in its shape."""
    found = np.empty_like(x)
    for place in np.ndindex(*x.shape):
        kept, values = x[place], []
        for step in (h, -h):
            x[place] = kept + step
            values.append(f())
        x[place] = kept
        found[place] = (values[0] - values[1]) / (2 * h)
    return found


def layers_of(net):
    """Return pairs of the number of a layer, from 1 on, and its parameters."""
    return enumerate(zip(net.weights, net.biases, strict=True), start=1)


def loss_of(net, X, y):
    """Return the mean loss of the network on a batch."""
    return net.loss.value(y, net.forward(X).Z[-1])


# Gradient descent


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


# Vectorization


@given(SIZES, st.integers(1, 4))
def test_a_pass_of_a_batch_is_the_sum_for_each_sample_and_unit(sizes, m):
    """eq-vectorization-entry, eq-vectorization-layer, eq-vectorization-network."""
    net, (X, _) = network(sizes), batch(m, sizes)
    trace = net.forward(X)
    for layer, (W, b) in layers_of(net):
        assert trace.Z[layer].shape == (m, sizes[layer]) == trace.A[layer].shape
        for i, k in np.ndindex(m, sizes[layer]):
            products = [
                trace.A[layer - 1][i, j] * W[j, k] for j in range(sizes[layer - 1])
            ]
            assert trace.Z[layer][i, k] == pytest.approx(sum(products) + b[k])
        g = ACTIVATIONS["identity" if layer == len(net.weights) else "tanh"]
        assert (trace.A[layer] == g.value(trace.Z[layer])).all()


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
def test_the_forward_pass_is_that_of_keras(activation, keras):
    """eq-vectorization-network, against a Keras model of the same weights."""
    net = network([4, 5, 3, 2], activation, dtype="float32")
    X, _ = batch(32, [4, 2])
    theirs = net.to_keras()(X.astype("float32"))
    assert net.forward(X).A[-1] == pytest.approx(np.asarray(theirs), abs=1e-5)


@given(SIZES, st.integers(1, 6))
def test_a_batch_gives_what_its_samples_give_one_by_one(sizes, m):
    """eq-vectorization-layer: a batch of one is a sample."""
    net, (X, _) = network(sizes), batch(m, sizes)
    one_by_one = np.vstack([net.forward(x[np.newaxis]).A[-1] for x in X])
    assert net.forward(X).A[-1] == pytest.approx(one_by_one)


@given(st.integers(1, 8), st.integers(1, 8))
def test_a_product_has_m_n_n_operations_on_its_three_matrices(m, n):
    """eq-vectorization-intensity, counted one by one."""
    operations = sum(1 for _ in np.ndindex(m, n, n))
    moved = np.empty((m, n)).size * 2 + np.empty((n, n)).size
    assert operations / moved == pytest.approx(m * n / (n + 2 * m))


class Counting(np.ndarray):
    """An array that counts the multiplications in matrix products."""

    count = 0

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        plain = [np.asarray(array) for array in inputs]
        if ufunc is np.matmul:
            Counting.count += plain[0].size * plain[1].shape[-1]
        if "out" in options:
            options["out"] = tuple(np.asarray(array) for array in options["out"])
        result = getattr(ufunc, method)(*plain, **options)
        return np.asarray(result).view(Counting)

    def __array_function__(self, function, types, inputs, options):
        plain = [np.asarray(array) for array in inputs]
        if function is np.dot:
            Counting.count += plain[0].size * plain[1].shape[-1]
        return np.asarray(function(*plain, **options)).view(Counting)


def counted_passes(sizes, m):
    """Return the multiplications of the forward and of the backward pass."""
    net, (X, _) = network(sizes), batch(m, sizes)
    g = [ACTIVATIONS["relu"]] * (len(sizes) - 1)
    Counting.count = 0
    trace = forward_pass(net.theta, g, X.view(Counting))
    forward = Counting.count
    backward_pass(net.theta, g, trace, np.ones((m, sizes[-1])).view(Counting))
    return forward, Counting.count - forward


@given(SIZES, st.integers(1, 4))
def test_a_forward_pass_multiplies_once_for_each_weight_and_sample(sizes, m):
    """eq-vectorization-cost, counted in the library's forward pass."""
    expected = m * sum(n_in * n_out for n_in, n_out in pairwise(sizes))
    assert counted_passes(sizes, m)[0] == expected


# Initialization


@pytest.mark.parametrize("seed", SEEDS)
def test_a_chain_of_matrices_keeps_the_mean_square_length_at_one_spread(seed):
    """eq-initialization-chain, as a mean over 4,000 matrices."""
    rng = np.random.default_rng(seed)
    n, s = 10, 0.3
    a = rng.normal(size=n)
    W = s * rng.standard_normal((4000, n, n))
    found = np.mean(np.square(a @ W).sum(axis=1))
    assert found == pytest.approx(n * s**2 * (a @ a), rel=0.05)


@given(st.integers(1, 6), st.integers(1, 6))
def test_without_biases_a_pre_activation_is_a_sum_of_products(n_in, n_out):
    """eq-initialization-sum, term by term."""
    net, (X, _) = network([n_in, n_out]), batch(1, [n_in, n_out])
    net.biases[0][...] = 0
    for k in range(n_out):
        z = sum(a * w for a, w in zip(X[0], net.weights[0][:, k], strict=True))
        assert net.forward(X).Z[1][0, k] == pytest.approx(z)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("draw", [np.random.Generator.normal, None])
def test_the_variance_of_a_sum_is_n_times_variance_times_mean_square(draw, seed):
    """eq-initialization-forward, over 20,000 units; activations of mean not 0."""
    rng = np.random.default_rng(seed)
    a = rng.uniform(0, 3, size=20)
    v = 0.07
    if draw is None:
        W = rng.uniform(-np.sqrt(3 * v), np.sqrt(3 * v), (20, 20_000))
    else:
        W = draw(rng, 0, np.sqrt(v), (20, 20_000))
    assert (a @ W).var() == pytest.approx(20 * v * np.mean(a**2), rel=0.05)


GROWING = [100, 200, 300, 400]


def linear_pass(sizes, variance, seed):
    """Return Var[Z] of each layer going forward, Var[Delta] going backward."""
    rng = np.random.default_rng(seed)
    theta = ParameterVector(sizes, np.float64)
    for W in theta.weights:
        W[...] = rng.normal(0, np.sqrt(variance(*W.shape)), W.shape)
    g = [ACTIVATIONS["identity"]] * len(theta.weights)
    trace = forward_pass(theta, g, rng.normal(size=(1, sizes[0])))
    gradient = backward_pass(theta, g, trace, rng.normal(size=(1, sizes[-1])))
    # for a single sample the gradient of the biases is its error
    return [Z.var() for Z in trace.Z[1:]], [delta.var() for delta in gradient.biases]


def mean_factors(sizes, variance):
    """Return by which factors both variances change from end to end, on average."""
    found = [linear_pass(sizes, variance, seed) for seed in range(40)]
    forward = np.mean([Z[-1] for Z, _ in found]) / np.mean([Z[0] for Z, _ in found])
    backward = np.mean([d[0] for _, d in found]) / np.mean([d[-1] for _, d in found])
    return forward, backward


def test_one_over_the_inputs_keeps_the_variance_forward():
    """eq-initialization-fan-in: forward always, backward in square layers only."""
    forward, backward = mean_factors(GROWING, lambda n_in, n_out: 1 / n_in)
    assert forward == pytest.approx(1, abs=0.1)
    assert backward == pytest.approx(400 / 200, rel=0.1)


def test_one_over_the_units_keeps_the_variance_backward():
    """eq-initialization-fan-out: backward always, forward in square layers only."""
    forward, backward = mean_factors(GROWING, lambda n_in, n_out: 1 / n_out)
    assert forward == pytest.approx(200 / 400, rel=0.1)
    assert backward == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("n_in", "n_out"), [(300, 200), (100, 500)])
@pytest.mark.parametrize("rule", ["glorot", "he"])
@pytest.mark.parametrize("form", ["uniform", "normal"])
def test_the_initializers_have_the_variance_of_their_rule(
    form, rule, n_in, n_out, seed
):
    """eq-initialization-glorot and eq-initialization-he, measured."""
    initialize = getattr(initializers, f"{rule}_{form}")
    W = initialize(n_in, n_out, np.random.default_rng(seed))
    variance = {"glorot": 2 / (n_in + n_out), "he": 2 / n_in}[rule]
    assert W.shape == (n_in, n_out)
    assert W.var() == pytest.approx(variance, rel=0.03)
    assert W.mean() == pytest.approx(0, abs=4 * np.sqrt(variance / W.size))


@pytest.mark.parametrize("name", ["GlorotUniform", "GlorotNormal", "HeNormal"])
def test_the_initializers_draw_from_the_distribution_of_keras(name, keras):
    """eq-initialization-glorot, eq-initialization-he, against Keras's draws."""
    theirs = getattr(keras.initializers, name)(seed=0)((200, 100))
    snake = {"GlorotUniform": "glorot_uniform", "GlorotNormal": "glorot_normal"}
    initialize = getattr(initializers, snake.get(name, "he_normal"))
    ours = initialize(200, 100, np.random.default_rng(0))
    test = stats.ks_2samp(ours.ravel(), np.asarray(theirs).ravel())
    assert test.pvalue > 0.001


@given(st.floats(0.05, 20), st.sampled_from([0.0, 0.2, 1.0]))
def test_relu_cuts_half_of_the_mean_square_and_leaky_relu_less(variance, alpha):
    """eq-initialization-relu and eq-initialization-leaky, by an integral."""
    density = stats.norm(scale=np.sqrt(variance)).pdf
    end = 12 * np.sqrt(variance)
    left, _ = integrate.quad(lambda z: (alpha * z) ** 2 * density(z), -end, 0)
    right, _ = integrate.quad(lambda z: z**2 * density(z), 0, end)
    assert left + right == pytest.approx((1 + alpha**2) / 2 * variance)


# Backpropagation


def test_the_steps_of_one_neuron_give_the_values_and_gradients_on_paper():
    """eq-backprop-steps, against the table of the chapter."""
    w, x, y = Value(2.0), Value(3.0), Value(9.0)
    z = w * x
    a = z.relu()
    e = a - y
    loss = e**2
    loss.backward()
    assert [node.data for node in (z, a, e, loss)] == [6, 6, -3, 9]
    assert [node.grad for node in (loss, e, a, y, z, w, x)] == [
        1, -6, -6, 6, -6, -18, -12,
    ]  # fmt: skip


def sigmoid_number(x):
    return 1 / (1 + np.exp(-x))


OPERATIONS = {
    "exp": (Value.exp, np.exp),
    "tanh": (Value.tanh, np.tanh),
    "sigmoid": (Value.sigmoid, sigmoid_number),
    "square": (lambda v: v**2, np.square),
    "minus": (lambda v: 1 - v, lambda x: 1 - x),
}


@given(st.lists(st.sampled_from(list(OPERATIONS)), max_size=4), st.floats(-1, 1))
def test_the_gradient_of_a_chain_is_the_product_of_local_derivatives(names, start):
    """eq-backprop-chain, against finite differences."""
    leaf = value = Value(start)
    for name in names:
        value = OPERATIONS[name][0](value.tanh())
    value.backward()

    def number(x):
        for name in names:
            x = OPERATIONS[name][1](np.tanh(x))
        return x

    h = 1e-5
    expected = (number(start + h) - number(start - h)) / (2 * h)
    assert leaf.grad == pytest.approx(expected, rel=1e-4, abs=1e-7)


@given(st.floats(-3, 3), st.lists(st.floats(-3, 3), min_size=1, max_size=4))
def test_what_comes_back_on_all_ways_is_added(start, factors):
    """eq-backprop-multivariate, against finite differences."""
    a = Value(start)
    sum((a * factor) ** 2 for factor in factors).backward()
    x = np.array([start])
    found = slopes(lambda: sum((x[0] * factor) ** 2 for factor in factors), x)
    assert a.grad == pytest.approx(found[0], abs=1e-6)


@given(SIZES, st.sampled_from(HIDDEN))
def test_the_forward_pass_of_one_sample_is_a_sum_for_each_unit(sizes, activation):
    """eq-backprop-forward, term by term."""
    net, (X, _) = network(sizes, activation), batch(1, sizes)
    trace, names = net.forward(X), [activation] * (len(sizes) - 2) + ["identity"]
    for layer, (W, b) in layers_of(net):
        a = trace.A[layer - 1][0]
        z = [sum(a[j] * W[j, k] for j in range(len(a))) + b[k] for k in range(len(b))]
        assert trace.Z[layer][0] == pytest.approx(z)
        assert trace.A[layer][0] == pytest.approx(
            ACTIVATIONS[names[layer - 1]].value(z)
        )


def softmax_log_loss(z, y):
    return np.log(np.exp(z).sum()) - z[0, y[0]]


def sigmoid_log_loss(z, y):
    p = sigmoid_number(z[0, 0])
    return -np.log(p if y[0] else 1 - p)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("name", "n_units", "formula"),
    [
        ("categorical_crossentropy", 4, softmax_log_loss),
        ("binary_crossentropy", 1, sigmoid_log_loss),
    ],
)
def test_the_error_of_the_output_is_prediction_minus_target(
    name, n_units, formula, seed
):
    """eq-backprop-one, against finite differences of the naive formula."""
    rng = np.random.default_rng(seed)
    z, y = rng.normal(size=(1, n_units)), rng.integers(max(n_units, 2), size=1)
    delta = LOSSES[name].gradient(y, z)
    target = np.eye(n_units)[y] if n_units > 1 else y
    prediction = ACTIVATIONS[LOSSES[name].output].value(z)
    assert delta == pytest.approx(prediction - target)
    assert delta == pytest.approx(slopes(lambda: formula(z, y), z), abs=1e-8)


def errors(net, X, y):
    """Return delta^[l] of one sample, from the gradients of the biases."""
    return [None, *net.backward(y, net.forward(X)).biases]


def loss_from(net, layer, z, y):
    """Return the loss of one sample whose layer has the pre-activations z."""
    last = len(net.weights)
    for k in range(layer, last):
        z = net.activations[k - 1].value(z) @ net.weights[k] + net.biases[k]
    return net.loss.value(y, z)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_errors_come_back_through_the_weights_and_the_slope(activation, seed):
    """eq-backprop-two, summed by hand, and against finite differences in z."""
    net = network([3, 4, 5, 2], [activation] * 2, seed=seed)
    X, y = batch(1, [3, 2], seed=seed)
    Z, delta = net.forward(X).Z, errors(net, X, y)
    for layer in (1, 2):
        W, slope = net.weights[layer], ACTIVATIONS[activation].derivative(Z[layer])[0]
        for j in range(len(slope)):
            back = sum(delta[layer + 1][k] * W[j, k] for k in range(W.shape[1]))
            assert delta[layer][j] == pytest.approx(back * slope[j])
        found = slopes(
            lambda z=Z[layer], layer=layer: loss_from(net, layer, z, y), Z[layer]
        )
        assert delta[layer] == pytest.approx(found[0], abs=1e-7)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("activation", ["tanh", "relu", "gelu"])
def test_the_gradients_of_weights_and_biases_are_activation_times_error(
    activation, seed
):
    """eq-backprop-three and eq-backprop-four, against finite differences."""
    net = network([3, 4, 2], activation, seed=seed)
    X, y = batch(1, [3, 2], seed=seed)
    trace, delta = net.forward(X), errors(net, X, y)
    for layer, (W, b) in layers_of(net):
        by_nudging = slopes(lambda: loss_of(net, X, y), W)
        assert np.outer(trace.A[layer - 1], delta[layer]) == pytest.approx(
            by_nudging, abs=1e-7
        )
        by_nudging = slopes(lambda: loss_of(net, X, y), b)
        assert delta[layer] == pytest.approx(by_nudging, abs=1e-7)


def tape_gradient(tf, net, X, y):
    """Return TensorFlow's gradient of the loss of a network, as one vector."""
    layers = [
        (tf.Variable(W), tf.Variable(b))
        for W, b in zip(net.weights, net.biases, strict=True)
    ]
    with tf.GradientTape() as tape:
        A = tf.constant(X)
        for (W, b), g in zip(layers, net.activations, strict=True):
            Z = A @ W + b
            A = tape_activation(tf, g.name)(Z)
        loss = tf.reduce_mean(tape_loss(tf, net.loss.name, y, Z))
    gradients = tape.gradient(loss, [array for layer in layers for array in layer])
    return np.concatenate([array.numpy().ravel() for array in gradients])


def tape_activation(tf, name):
    """Return an activation in float64; two of TensorFlow's own round to float32."""
    if name == "leaky_relu":
        return lambda z: tf.maximum(z, 0.2 * z)
    if name == "gelu":
        return lambda z: z * 0.5 * (1 + tf.math.erf(z * np.sqrt(0.5)))
    return tf.identity if name == "identity" else getattr(tf.nn, name)


def tape_loss(tf, name, y, Z):
    if name == "categorical_crossentropy":
        return tf.nn.sparse_softmax_cross_entropy_with_logits(y, Z)
    if name == "binary_crossentropy":
        y = y[:, np.newaxis].astype(float)
        return tf.nn.sigmoid_cross_entropy_with_logits(y, Z)
    return tf.square(Z - y)


@pytest.mark.parametrize("activation", HIDDEN)
@pytest.mark.parametrize("loss", LOSSES)
def test_the_gradient_of_a_batch_is_that_of_tensorflow(loss, activation, tf):
    """eq-backprop-batch, against GradientTape, for five seeds."""
    for seed in SEEDS:
        n_out = 1 if loss == "binary_crossentropy" else 3
        sizes = [2, 5, 4, n_out]
        net = network(sizes, [activation] * 2, loss, seed)
        X, y = batch(7, sizes, loss, seed)
        gradient = net.backward(y, net.forward(X))
        expected = tape_gradient(tf, net, X, y)
        assert gradient.vector == pytest.approx(expected, rel=1e-9, abs=1e-12)


@given(SIZES, st.integers(1, 5), st.sampled_from(list(LOSSES)), st.integers(0, 99))
def test_the_gradient_of_a_batch_agrees_with_finite_differences(sizes, m, loss, seed):
    """eq-backprop-batch: any depth, any widths, a batch of one, too."""
    sizes = [*sizes[:-1], 1] if loss == "binary_crossentropy" else [*sizes, 3]
    net = network(sizes, "tanh", loss, seed)
    X, y = batch(m, sizes, loss, seed)
    gradient = net.backward(y, net.forward(X))
    for ours, array in zip(gradient.weights, net.weights, strict=True):
        assert ours.shape == array.shape
    expected = slopes(lambda: loss_of(net, X, y), net.theta.vector)
    assert gradient.vector == pytest.approx(expected, rel=1e-5, abs=1e-6)


@given(SIZES, st.integers(2, 8), st.randoms(use_true_random=False))
def test_the_order_of_the_samples_does_not_change_the_mean_gradient(sizes, m, random):
    """eq-backprop-batch: a sum over the samples."""
    net, (X, y) = network(sizes, "relu"), batch(m, sizes)
    order = random.sample(range(m), m)
    one = net.backward(y, net.forward(X)).vector
    other = net.backward(y[order], net.forward(X[order])).vector
    assert one == pytest.approx(other, abs=1e-12)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_gradient_has_the_dtype_of_its_parameters(dtype):
    """eq-backprop-batch, in single and in double precision."""
    net, (X, y) = network([2, 3, 2], dtype=dtype), batch(4, [2, 2])
    gradient = net.backward(y, net.forward(X))
    assert gradient.vector.dtype == net.theta.vector.dtype == dtype


def test_no_gradient_passes_through_relu_at_its_kink(tf):
    """eq-backprop-two at z = 0, where TensorFlow and the scalar engine take 0."""
    net, X, y = network([2, 3, 1], "relu"), np.ones((1, 2)), np.ones((1, 1))
    net.weights[0][...] = net.biases[0][...] = 0
    gradient = net.backward(y, net.forward(X))
    assert (gradient.weights[0] == 0).all()
    assert (gradient.biases[0] == 0).all()
    assert gradient.biases[1] != 0
    assert gradient.vector == pytest.approx(tape_gradient(tf, net, X, y))
    zero = Value(0.0)
    zero.relu().backward()
    assert zero.grad == 0


@pytest.mark.parametrize("function", ["exp", "sin", "tanh"])
def test_the_error_of_a_central_difference_falls_with_the_square_of_the_step(function):
    """eq-backprop-difference, against the derivative known from school."""
    f = getattr(np, function)
    right = {"exp": np.exp, "sin": np.cos, "tanh": lambda x: 1 / np.cosh(x) ** 2}
    wrong = [
        (f(0.3 + h) - f(0.3 - h)) / (2 * h) - right[function](0.3)
        for h in (1e-2, 5e-3, 2.5e-3)
    ]
    assert wrong[0] / wrong[1] == pytest.approx(4, rel=1e-3)
    assert wrong[1] / wrong[2] == pytest.approx(4, rel=1e-3)


@given(SIZES, st.integers(1, 4))
def test_a_backward_pass_multiplies_less_than_twice_as_often(sizes, m):
    """eq-backprop-cost, counted in the library's two passes."""
    forward, backward = counted_passes(sizes, m)
    all_weights = sum(n_in * n_out for n_in, n_out in pairwise(sizes))
    expected = 2 - sizes[0] * sizes[1] / all_weights
    assert backward / forward == pytest.approx(expected)
    assert backward < 2 * forward
