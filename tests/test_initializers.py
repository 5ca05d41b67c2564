"""Initial weights: their shape, variance and range, and Keras's distributions."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ks_2samp

from annutils.experiments import train
from annutils.initializers import INITIALIZERS, normal

train.silence_tensorflow()
import keras  # noqa: E402

N_IN, N_OUT = 300, 200
IN_KERAS = {
    "normal": keras.initializers.RandomNormal,
    "glorot_uniform": keras.initializers.GlorotUniform,
    "glorot_normal": keras.initializers.GlorotNormal,
    "he_uniform": keras.initializers.HeUniform,
    "he_normal": keras.initializers.HeNormal,
}
VARIANCES = {
    "zeros": 0,
    "normal": 0.05**2,
    "glorot_uniform": 2 / (N_IN + N_OUT),
    "glorot_normal": 2 / (N_IN + N_OUT),
    "he_uniform": 2 / N_IN,
    "he_normal": 2 / N_IN,
}


def drawn(name, seed=0):
    return INITIALIZERS[name](N_IN, N_OUT, np.random.default_rng(seed))


@given(st.sampled_from(sorted(INITIALIZERS)), st.integers(1, 20), st.integers(1, 20))
def test_weights_have_the_shape_of_the_kernel(name, n_in, n_out):
    W = INITIALIZERS[name](n_in, n_out, np.random.default_rng(0))
    assert (W.shape, W.dtype) == ((n_in, n_out), np.float64)


@pytest.mark.parametrize(("name", "variance"), VARIANCES.items())
def test_the_variance_is_the_stated_one(name, variance):
    W = drawn(name)
    assert W.var() == pytest.approx(variance, rel=0.03)
    assert abs(W.mean()) <= 5 * math.sqrt(variance / W.size)


@pytest.mark.parametrize("name", IN_KERAS)
def test_the_distribution_is_that_of_keras(name):
    theirs = np.asarray(IN_KERAS[name](seed=1)((N_IN, N_OUT)))
    assert ks_2samp(drawn(name).ravel(), theirs.ravel()).pvalue > 0.001


@pytest.mark.parametrize("name", ["glorot_normal", "he_normal"])
def test_a_truncated_normal_ends_at_two_deviations(name):
    limit = 2 * math.sqrt(VARIANCES[name]) / 0.87962566
    assert limit * 0.99 < np.abs(drawn(name)).max() <= limit


def test_the_deviation_of_the_normal_can_be_chosen():
    W = normal(N_IN, N_OUT, np.random.default_rng(0), stddev=2.0)
    assert W.std() == pytest.approx(2, rel=0.02)


@pytest.mark.parametrize("name", IN_KERAS)
def test_a_generator_of_the_same_seed_draws_the_same(name):
    np.testing.assert_array_equal(drawn(name), drawn(name))
    assert (drawn(name) != drawn(name, seed=1)).any()


@pytest.mark.parametrize("name", INITIALIZERS)
@pytest.mark.parametrize(
    ("arguments", "error"),
    [((0, 2), ValueError), ((2, -1), ValueError), ((2.0, 2), TypeError)],
)
def test_sizes_that_are_none_are_refused(name, arguments, error):
    with pytest.raises(error, match=r"n_(in|out)"):
        INITIALIZERS[name](*arguments, np.random.default_rng(0))


@pytest.mark.parametrize("name", sorted(set(INITIALIZERS) - {"zeros"}))
@pytest.mark.parametrize("rng", [0, None, np.random])
def test_what_is_no_generator_is_refused(name, rng):
    with pytest.raises(TypeError, match="Expected a generator as rng"):
        INITIALIZERS[name](2, 2, rng)


def test_a_negative_deviation_is_refused():
    with pytest.raises(ValueError, match="stddev in"):
        normal(2, 2, np.random.default_rng(0), stddev=-1)
