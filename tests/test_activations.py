"""Activations and derivatives against Keras, finite differences and known values."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from annutils import activations
from annutils.activations import ACTIVATIONS, NEGATIVE_SLOPE, softmax
from annutils.experiments import train

train.silence_tensorflow()
import keras  # noqa: E402
import tensorflow as tf  # noqa: E402

ELEMENTWISE = [name for name in ACTIVATIONS if name != "softmax"]
Z = np.linspace(-6, 6, 48, dtype=np.float32).reshape(6, 8)  # without 0
FINITE = st.floats(-1000, 1000, width=32)


def in_keras(name):
    return keras.activations.get(name.replace("identity", "linear"))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_activation_is_the_one_of_keras(name):
    expected = np.asarray(in_keras(name)(Z))
    np.testing.assert_allclose(ACTIVATIONS[name].value(Z), expected, atol=1e-6)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_a_derivative_is_the_one_of_gradient_tape(name):
    z = tf.constant(np.append(Z, 0))  # also at the kink
    with tf.GradientTape() as tape:
        tape.watch(z)
        a = in_keras(name)(z)
    expected = tape.gradient(a, z)
    np.testing.assert_allclose(
        ACTIVATIONS[name].derivative(z.numpy()), expected, atol=1e-6
    )


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_a_derivative_is_the_limit_of_differences(name):
    z, h = Z.astype(np.float64), 1e-6
    g = ACTIVATIONS[name]
    differences = (g.value(z + h) - g.value(z - h)) / (2 * h)
    np.testing.assert_allclose(g.derivative(z), differences, atol=1e-8)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_known_value_saves_work_and_changes_nothing(name):
    g = ACTIVATIONS[name]
    np.testing.assert_array_equal(g.derivative(Z), g.derivative(Z, g.value(Z)))


def test_the_derivative_of_softmax_is_its_jacobian():
    z, h = np.array([[0.5, -1.0, 2.0]]), 1e-6
    columns = [
        (activations.softmax(z + h * e) - activations.softmax(z - h * e)) / (2 * h)
        for e in np.eye(3)
    ]
    jacobian = ACTIVATIONS["softmax"].derivative(z)[0]
    np.testing.assert_allclose(jacobian, np.column_stack([c[0] for c in columns]), 1e-6)


def test_slopes_at_the_kink_are_those_of_the_left_side():
    assert ACTIVATIONS["relu"].derivative(np.float32(0)) == 0
    slope = ACTIVATIONS["leaky_relu"].derivative(np.float64(0))
    assert slope == NEGATIVE_SLOPE


@given(
    arrays(np.float32, array_shapes(), elements=FINITE), st.sampled_from(ELEMENTWISE)
)
def test_shape_and_dtype_stay(z, name):
    g = ACTIVATIONS[name]
    for result in (g.value(z), g.derivative(z)):
        assert (np.shape(result), result.dtype) == (z.shape, z.dtype)
        assert np.isfinite(result).all()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_whole_numbers_count_as_floats(name):
    pixels = np.array([0, 3, 200], np.uint8)  # of which -3 would be 253
    g = ACTIVATIONS[name]
    np.testing.assert_allclose(g.value(pixels), g.value([0.0, 3.0, 200.0]))
    np.testing.assert_allclose(g.derivative(pixels), g.derivative([0.0, 3.0, 200.0]))


@given(arrays(np.float32, (3, 4), elements=FINITE))
def test_softmax_gives_probabilities_and_ignores_a_common_shift(z):
    p = activations.softmax(z)
    assert (p >= 0).all()
    np.testing.assert_allclose(p.sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(activations.softmax(z + 8), p, atol=2e-4)


def test_extreme_values_overflow_nowhere():
    z = np.array([-1e4, -50.0, 0.0, 1e4])
    np.testing.assert_allclose(activations.sigmoid(z), [0, np.exp(-50), 0.5, 1])
    assert activations.softmax(z)[-1] == 1
    assert activations.gelu(-20.0) == pytest.approx(-20 * 2.753624e-89, rel=1e-6)


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("z", [np.ma.ones(2), {1.0}, "z", None, [1j], [object()]])
def test_what_is_no_array_of_numbers_is_refused(name, z):
    for function in (ACTIVATIONS[name].value, ACTIVATIONS[name].derivative):
        with pytest.raises(TypeError, match="Expected"):
            function(z)


@pytest.mark.parametrize("z", [1.0, [], np.ones((2, 0))])
def test_a_softmax_over_nothing_is_refused(z):
    with pytest.raises(ValueError, match=r"z of shape \(\.\.\., K\)"):
        softmax(z)


def test_activations_show_themselves_without_addresses():
    for name, activation in ACTIVATIONS.items():
        assert repr(activation) == f"ACTIVATIONS[{name!r}]"
