"""What readers' pieces are compared with is right: sums on paper, and oracles."""

from copy import deepcopy

import numpy as np
import pytest
from scipy.stats import kstest

from annutils.activations import ACTIVATIONS, relu, softmax
from annutils.losses import LOSSES
from annutils.network.parameters import ParameterVector
from annutils.network.passes import forward_pass
from annutils.optimizers import SGD
from annutils.project import check, pieces
from annutils.project.check import called

SOLVE = {piece.name: piece.solve for piece in pieces()}
X = np.arange(14.0).reshape(7, 2) / 10 - 0.5
Y = np.eye(3)[[0, 1, 2, 0, 1, 2, 0]]


def rng():
    return np.random.default_rng(0)


def equal(found, *expected):
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other)


@pytest.mark.parametrize(
    ("x", "w", "threshold", "output"),
    [
        ([1, 0], [1, 1], 2, 0),
        ([1, 1], [1, 1], 2, 1),
        ([1, 1], [1, -2], 1, 0),
        ([0, 1], [1, -2], -2, 1),
    ],
)
def test_a_neuron_fires_where_its_sum_reaches_the_threshold(x, w, threshold, output):
    assert SOLVE["fires"](np.array(x), np.array(w), threshold) == output


@pytest.mark.parametrize(
    ("w", "b", "y", "rate", "learned"),
    [
        ([1, 0], 0, 0, 1, ([-1, 1], -1)),
        ([-1, 0], 0, 1, 0.5, ([0, -0.5], 0.5)),
        ([1, 0], 0, 1, 1, ([1, 0], 0)),
        ([0, 0], 0, 0, 1, ([-2, 1], -1)),  # a sum of 0 is answered by 1
        ([1, 0], -3, 1, 1, ([3, -1], -2)),  # without its bias, right
    ],
)
def test_a_perceptron_learns_from_mistakes_alone(w, b, y, rate, learned):
    equal(SOLVE["update"](np.array(w), b, np.array([2, -1]), y, rate), *learned)


def test_xor_is_1_where_the_inputs_differ():
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    assert list(map(SOLVE["xor"], corners)) == [0, 1, 1, 0]


def network(*sizes):
    """Return weights and biases, all different from zero."""
    weights, biases = SOLVE["initialize"](sizes, rng())
    return weights, [b + 0.1 * np.arange(1, len(b) + 1) for b in biases]


def test_a_forward_pass_is_that_of_the_package():
    weights, biases = network(2, 4, 3)
    theta = ParameterVector([2, 4, 3], np.float64)
    theta.vector = np.concatenate(
        [part.ravel() for layer in zip(weights, biases, strict=True) for part in layer]
    )
    g = [ACTIVATIONS["relu"], ACTIVATIONS["softmax"]]
    ours = SOLVE["forward"](X, weights, biases, [relu, softmax])
    equal(ours, *forward_pass(theta, g, X).A)


def test_slopes_shares_and_bumps_are_those_on_paper():
    np.testing.assert_array_equal(SOLVE["relu"](np.array([-2.0, 0, 3])), [0, 0, 3])
    slope = SOLVE["relu_slope"](np.array([-2.0, 0, 3]))
    np.testing.assert_array_equal(slope, [0, 0, 1])
    assert slope.dtype == float  # as readers are shown it
    shares = SOLVE["softmax"](np.log([[1.0, 2, 5], [3, 3, 3]]))
    np.testing.assert_allclose(shares, [[1 / 8, 1 / 4, 5 / 8], [1 / 3] * 3])
    bump = SOLVE["bump"](np.array([0.0, 1, 1.5, 2, 3]), 1, 2, -0.5)
    np.testing.assert_array_equal(bump, [0, -0.5, -0.5, 0, 0])


def loss(z):
    return LOSSES["categorical_crossentropy"].value(Y.argmax(axis=1), z)


def test_the_cross_entropy_is_that_of_the_package():
    z = 3 * X @ network(2, 3)[0][0]
    assert SOLVE["cross_entropy"](softmax(z), Y) == pytest.approx(loss(z))


@pytest.mark.parametrize("steps", [1, 4])
def test_steps_go_down_a_bowl(steps):
    found = SOLVE["descend"](lambda t: t * [2, 4], np.array([1.0, -2]), 0.1, steps)
    np.testing.assert_allclose(found, [0.8**steps, -2 * 0.6**steps])


def test_steps_with_momentum_are_those_of_the_optimizer():
    theirs, optimizer = np.array([1.0, -2]), SGD(0.1, momentum=0.9)
    theta, v = theirs.copy(), np.zeros(2)
    for _ in range(3):
        optimizer.update(theirs, theirs * [2, 4])
        theta, v = SOLVE["momentum_step"](theta, v, theta * [2, 4], 0.1, 0.9)
        np.testing.assert_allclose(theta, theirs)


def test_batches_hold_each_sample_once_with_its_target_in_random_order():
    pairs = SOLVE["batches"](X, Y, 3, rng())
    assert [len(rows) for rows, _ in pairs] == [3, 3, 1]
    rows, targets = map(np.concatenate, zip(*pairs, strict=True))
    order = [np.flatnonzero((row == X).all(axis=1)).item() for row in rows]
    assert sorted(order) == list(range(7)) != order
    np.testing.assert_array_equal(targets, Y[order])


def test_central_differences_of_a_third_power_have_the_error_of_paper():
    found = SOLVE["numeric_gradient"](lambda t: (t**3).sum(), np.array([1.0, -2]), 0.1)
    np.testing.assert_allclose(found, [3 + 0.01, 12 + 0.01])


@pytest.mark.parametrize("sizes", [(2, 3), (2, 4, 3), (2, 4, 5, 3)])
def test_gradients_are_limits_of_differences(sizes):
    weights, biases = network(*sizes)
    g = [relu] * (len(sizes) - 2) + [softmax]
    dW, db = SOLVE["backward"](SOLVE["forward"](X, weights, biases, g), weights, Y)
    for own, gradients in ((weights, dW), (biases, db)):
        for k, (part, gradient) in enumerate(zip(own, gradients, strict=True)):

            def f(values, own=own, k=k, shape=part.shape):
                before, own[k] = own[k], values.reshape(shape)
                P = SOLVE["forward"](X, weights, biases, g)[-1]
                own[k] = before
                return SOLVE["cross_entropy"](P, Y)

            limit = SOLVE["numeric_gradient"](f, part.ravel(), 1e-5)
            np.testing.assert_allclose(gradient.ravel(), limit, atol=1e-8)


def test_first_weights_have_the_deviation_of_he_and_biases_are_zero():
    weights, biases = SOLVE["initialize"]((200, 100, 50), rng())
    assert [W.shape for W in weights] == [(200, 100), (100, 50)]
    for W in weights:
        assert W.std() == pytest.approx(np.sqrt(2 / len(W)), rel=0.02)
        assert abs(W.mean()) < 0.01
    equal(biases, np.zeros(100), np.zeros(50))


def test_training_in_one_step_is_a_step_against_the_gradient():
    weights, biases = SOLVE["initialize"]((2, 4, 3), rng())
    A = SOLVE["forward"](X, weights, biases, [relu, softmax])
    dW, db = SOLVE["backward"](A, weights, Y)
    W, b = SOLVE["train"](X, Y, (2, 4, 3), 1, 7, 0.5, 0.9, rng())
    equal(W, *(one - 0.5 * slope for one, slope in zip(weights, dW, strict=True)))
    equal(b, *(one - 0.5 * slope for one, slope in zip(biases, db, strict=True)))


def test_the_class_is_that_of_the_largest_probability():
    identity = [np.eye(3), np.eye(3)], [np.zeros(3), np.zeros(3)]
    np.testing.assert_array_equal(SOLVE["predict"](Y, *identity), Y.argmax(axis=1))


@pytest.mark.parametrize(("fraction", "n"), [(0.3, 2), (0.5, 3)])
def test_a_split_is_random_and_rounded_down_and_keeps_pairs(fraction, n):
    x, y, x_val, y_val = SOLVE["split"](X, Y, fraction, rng())
    assert (len(x), len(x_val)) == (7 - n, n)
    rows, targets = np.concatenate([x, x_val]), np.concatenate([y, y_val])
    order = [np.flatnonzero((row == X).all(axis=1)).item() for row in rows]
    assert sorted(order) == list(range(7)) != order
    np.testing.assert_array_equal(targets, Y[order])


def test_logarithms_of_the_drawn_numbers_are_uniform():
    drawn = SOLVE["log_uniform"](1e-4, 10, 2000, rng())
    assert kstest((np.log10(drawn) + 4) / 5, "uniform").pvalue > 0.01


def test_a_penalty_has_the_slope_of_its_squares():
    weights = network(2, 3)[0]
    slope = SOLVE["numeric_gradient"](
        lambda w: 0.01 * (w**2).sum(), weights[0].ravel(), 1e-5
    )
    (found,) = SOLVE["l2_gradients"](weights, 0.01)
    np.testing.assert_allclose(found.ravel(), slope)


def test_a_mask_drops_the_share_asked_for_and_keeps_the_mean():
    mask = SOLVE["dropout_mask"]((200, 50), 0.2, rng())
    assert set(mask.ravel()) == {0, 1.25}
    assert mask.mean() == pytest.approx(1, abs=0.02)


def test_words_are_marked_and_not_counted():
    found = SOLVE["multi_hot"]([[1, 3, 1], [0], []], 4)
    np.testing.assert_array_equal(found, [[0, 1, 0, 1], [1, 0, 0, 0], [0] * 4])


def test_a_signature_names_the_arguments_of_the_cases():
    for piece in pieces():
        for case in piece.cases:
            assert piece.signature == f"{piece.name}({', '.join(case)})"


def test_a_slip_is_tried_on_every_case():
    for piece in pieces():
        for case in piece.cases:
            for slip in piece.slips.values():
                assert called(slip, deepcopy(case)) is not None


def test_a_bump_that_does_not_end_is_right_up_to_its_end():
    (bump,) = (piece for piece in pieces() if piece.name == "bump")
    endless = bump.slips["The second step takes away what the first one added."]
    for case in bump.cases:
        before = case["x"] < case["right"]
        right, wrong = bump.solve(**case), endless(**case)
        np.testing.assert_array_equal(wrong[before], right[before])
        np.testing.assert_array_equal(wrong[~before], case["height"])


def test_a_bump_whose_height_lost_its_sign_is_found():
    def bump(x, left, right, height):
        return SOLVE["bump"](x, left, right, abs(height))

    assert not check(bump).passed
