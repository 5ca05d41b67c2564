"""The equations of the chapter on backpropagation, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annutils.activations import ACTIVATIONS
from annutils.autodiff import Value
from annutils.losses import LOSSES
from chapters.claims import code_of, run_for
from chapters.counting import counted_passes
from chapters.networks import (
    HIDDEN,
    SEEDS,
    SIZES,
    batch,
    layers_of,
    loss_of,
    network,
    slopes,
)


def sigmoid_number(x):
    return 1 / (1 + np.exp(-x))


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
    """eq-backprop-three, and the error for the bias, against finite differences."""
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


def relative(ours, slopes):
    """Return the length of the difference over the length of the longer one."""
    longer = max(np.linalg.norm(ours), np.linalg.norm(slopes))
    return np.linalg.norm(ours - slopes) / longer


@pytest.mark.parametrize("seed", SEEDS)
def test_a_slip_in_the_first_layer_hides_behind_a_quiet_output_layer(seed):
    """eq-backprop-difference, over all parameters and for one array."""
    net, (X, y) = network([2, 4, 3], "relu", seed=seed), batch(20, [2, 3], seed=seed)
    net.weights[-1][...] /= 1000
    right = slopes(lambda: loss_of(net, X, y), net.theta.vector)
    trace = net.forward(X)
    gradient = net.backward(y, trace)
    first = gradient.weights[0].copy()
    assert relative(gradient.vector, right) < 1e-7
    delta = net.loss.gradient(y, trace.Z[-1]) @ net.weights[-1].T
    gradient.weights[0][...] = X.T @ (delta * np.where(trace.Z[1] > 0, 1, 0.01))
    part = relative(gradient.weights[0], first)
    assert part > 1e-3
    assert relative(gradient.vector, right) < part / 20


CHAPTER = "training/backpropagation"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_the_error_of_an_early_layer_is_a_product_of_matrices(activation, seed):
    """eq-backprop-vanishing, from left to right."""
    net = network([2, 4, 3, 5, 2], [activation] * 3, seed=seed)
    X, y = batch(1, [2, 2], seed=seed)
    Z, delta = net.forward(X).Z, errors(net, X, y)
    for layer in (1, 2, 3):
        product = np.eye(2)
        for k in range(4, layer, -1):
            slope = ACTIVATIONS[activation].derivative(Z[k - 1])[0]
            jacobian = net.weights[k - 1].T * slope
            assert delta[k - 1] == pytest.approx(delta[k] @ jacobian)
            product = product @ jacobian
        assert delta[layer] == pytest.approx(delta[4] @ product)


@pytest.mark.parametrize("name", HIDDEN)
def test_a_layer_hands_back_a_row_times_its_jacobian(name):
    """eq-backprop-vjp, against a Jacobian by finite differences."""
    chapter = run_for(code_of(CHAPTER), "def value_and_pullback")
    rng = np.random.default_rng(0)
    layers = [
        chapter["affine"](rng.normal(size=(3, 4))),
        chapter["elementwise"](ACTIVATIONS[name]),
    ]
    a, row = rng.normal(size=3), rng.normal(size=4)
    _, pulls = chapter["value_and_pullback"](layers, a)

    def value(a):
        return chapter["value_and_pullback"](layers, a)[0]

    jacobian = np.transpose(
        [(value(a + n) - value(a - n)) / 2e-5 for n in 1e-5 * np.eye(3)]
    )
    assert jacobian.shape == (4, 3)
    assert pulls[0](pulls[1](row)) == pytest.approx(row @ jacobian, abs=1e-7)


@given(st.integers(1, 10**4), st.integers(1, 10**4))
def test_no_distance_of_checkpoints_keeps_less_than_two_roots(n_layers, distance):
    """eq-backprop-checkpoints: the least of L / c + c."""
    assert n_layers / distance + distance >= 2 * np.sqrt(n_layers) * (1 - 1e-12)
    root = np.sqrt(n_layers)
    assert n_layers / root + root == pytest.approx(2 * root)


def test_the_numbers_of_the_half_worked_example():
    """eq-backprop-blanks, by the scalar engine."""
    W1 = [[Value(1.0), Value(1.0)], [Value(0.0), Value(-1.0)]]
    W2 = [Value(2.0), Value(-1.0)]
    a = [(W1[0][k] * 1 + W1[1][k] * 2).relu() for k in range(2)]
    y_hat = a[0] * W2[0] + a[1] * W2[1]
    ((y_hat - 3) ** 2).backward()
    assert [node.data for node in (*a, y_hat)] == [1, 0, 2]
    assert [W.grad for W in W2] == [-2, 0]
    assert [[W.grad for W in row] for row in W1] == [[-4, 0], [-8, 0]]


@given(st.floats(-6, 6), st.sampled_from([0.0, 1.0]))
def test_squared_error_of_a_sigmoid_has_the_slope_of_the_sigmoid(z, y):
    """eq-backprop-squared, by the scalar engine."""
    leaf = Value(z)
    ((leaf.sigmoid() - y) ** 2).backward()
    p = sigmoid_number(z)
    assert leaf.grad == pytest.approx(2 * (p - y) * p * (1 - p))


@pytest.mark.parametrize("seed", SEEDS)
def test_softmax_hands_back_what_is_above_the_mean_gradient(seed):
    """eq-backprop-softmax, by the scalar engine."""
    rng = np.random.default_rng(seed)
    z, g = [Value(number) for number in rng.normal(size=4)], rng.normal(size=4)
    powers = [node.exp() for node in z]
    total = sum(powers)
    sum(
        power / total * slope for power, slope in zip(powers, g, strict=True)
    ).backward()
    p = np.array([power.data / total.data for power in powers])
    assert [node.grad for node in z] == pytest.approx(p * (g - g @ p))


@pytest.mark.parametrize("seed", SEEDS)
def test_layer_normalization_hands_back_neither_shift_nor_stretch(seed):
    """eq-backprop-layernorm, by the scalar engine."""
    rng = np.random.default_rng(seed)
    numbers, g = rng.normal(size=(2, 5))
    z = [Value(number) for number in numbers]
    mean = sum(z) / 5
    spread = (sum((node - mean) ** 2 for node in z) / 5) ** 0.5
    normal = [(node - mean) / spread for node in z]
    sum(node * slope for node, slope in zip(normal, g, strict=True)).backward()
    hat = np.array([node.data for node in normal])
    expected = (g - g.mean() - hat * (g * hat).mean()) / spread.data
    assert [node.grad for node in z] == pytest.approx(expected)
