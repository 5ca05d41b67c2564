"""What the Python faces take is what the elements take."""

import json

import numpy as np
import pytest
from annbook.chapters import ROOT
from faces import FACES, needs_node, node, small_samples, small_tries, trained

from annutils import widgets
from annutils.network import MultilayerPerceptron
from annutils.network.compact import CompactNetwork

ODD = {
    "fold": [
        (181, {}, "angle1 from -180 to 180, got 181"),
        (45, {"offset2": 0.8}, r"offset2 from -0\.75 to 0\.75, got 0\.8"),
        (45, {"sharpness": "6"}, "number as sharpness, got '6'"),
    ],
    "approximator": [
        ("nonsense", {}, r"target to be one of \['wave', .*'own'\], got 'nonsense'"),
        ("wave", {"kind": None}, r"kind to be one of \['steps', 'hinges'\], got None"),
        ("wave", {"pieces": -5}, "pieces from 1 to 40, got -5"),
        ("wave", {"pieces": 2.5}, r"integer pieces, got 2\.5"),
    ],
    "backpropagation": [
        (9, {}, "step from 0 to 8, got 9"),
        (2.5, {}, r"integer step, got 2\.5"),
    ],
    "broadcasting": [
        ("4x4", {}, r"predictions to be one of \['4', '4x1'\], got '4x4'"),
        ("4", {"targets": (4,)}, r"targets to be one of .* got \(4,\)"),
    ],
    "chain": [
        (5, {}, "x from -4 to 4, got 5"),
        ("0", {}, "number as x, got '0'"),
        (0, {"curve": "step"}, r"curve to be one of \['sigmoid', .*got 'step'"),
    ],
    "descent": [
        ("peak", {}, r"surface to be one of \['bowl'"),
        ("bowl", {"against": "sgd"}, r"against to be one of \['plain', .* got 'sgd'"),
        ("bowl", {"rate": 5}, r"rate from 0\.001 to 4, got 5"),
        ("bowl", {"beta": 1}, r"beta from 0 to 0\.99, got 1"),
    ],
    "gradient": [
        (3, {}, "j from 0 to 2, got 3"),
        (0, {"k": 0.5}, r"integer k, got 0\.5"),
    ],
    "learner": [
        (20, {}, "seed from 0 to 19, got 20"),
        (0.5, {}, r"integer seed, got 0\.5"),
    ],
    "neuron": [
        (5, {}, "w1 from -4 to 4, got 5"),
        (1, {"b": "0"}, "number as b, got '0'"),
        (1, {"activation": "gelu"}, r"activation to be one of \['step', .*'linear'\]"),
    ],
    "perceptron": [
        ("or", {}, r"data to be one of \['separable', .*'xor'\], got 'or'"),
        ("and", {"rate": 0}, r"rate from 0\.1 to 2, got 0"),
        ("and", {"rate": True}, "number as rate, got True"),
    ],
    "posterior": [
        (3, {}, r"s0 from 0\.8 to 2\.5, got 3"),
        (1, {"mu1": "1"}, "number as mu1, got '1'"),
        (1, {"share": 0}, r"share from 0\.1 to 0\.9, got 0"),
    ],
    "softmax": [
        (3.5, {}, r"z0 from -3 to 3, got 3\.5"),
        (0, {"z2": "1"}, "number as z2, got '1'"),
        (0, {"target": "3"}, r"target to be one of \['0', '1', '2'\], got '3'"),
    ],
    "playground": [
        (None, {}, "data to be one of"),
        ("xor", {"layers": 4}, "layers to be a list or tuple, got 4"),
        ("xor", {"layers": {4, 2}}, "layers to be a list or tuple"),
        ("xor", {"layers": [9]}, "units of a layer from 1 to 8, got 9"),
        ("xor", {"layers": [1] * 7}, "at most 6 layers, got 7"),
        ("xor", {"name": "two words"}, "a name of letters, digits"),
        ("xor", {"activation": "gelu"}, r"activation to be one of \['tanh'"),
        ("xor", {"optimizer": None}, "optimizer to be one of"),
        (
            "xor",
            {"inputs": "x1-x3"},
            r"each of inputs to be one of \['x1', .* got 'x3'",
        ),
        ("xor", {"rate": 11}, r"rate from 0\.0001 to 10, got 11"),
        ("xor", {"batch": 0}, "batch from 1 to 400, got 0"),
        ("xor", {"dropout": 0.9}, r"dropout from 0 to 0\.8, got 0\.9"),
        ("xor", {"epochs": 3}, "settings of .*'inputs', .* got 'epochs'"),
    ],
    "signal": [
        (0.1, {}, r"factor from 0\.15 to 6, got 0\.1"),
        ("1", {}, "number as factor, got '1'"),
        (1, {"units": "50"}, r"units to be one of \['25', .* got '50'"),
    ],
    "step": [
        (0, {}, r"rate from 0\.01 to 2\.4, got 0"),
        (0.2, {"curvature": 5}, "curvature from 1 to 4, got 5"),
        (0.2, {"theta": "0"}, "number as theta, got '0'"),
    ],
}


@pytest.mark.parametrize(
    ("name", "first", "others", "message"),
    [(name, *each) for name in ODD for each in ODD[name]],
)
def test_settings_that_the_figure_would_not_take_are_refused(
    name, first, others, message
):
    with pytest.raises((TypeError, ValueError), match=f"^Expected .*{message}"):
        getattr(widgets, name)(first, **others)


def test_all_that_a_figure_takes_is_taken():
    figure = widgets.playground("own", (), inputs=["x1", "sin2"], seed=9999, l1=1)
    assert repr(figure) == (
        "<ann-playground data='own' layers='' inputs='x1-sin2' seed='9999' l1='1'>"
    )


@pytest.mark.parametrize(
    ("images", "labels", "message"),
    [
        (np.zeros((2, 28, 28)), [1, 2], "uint8"),
        (np.zeros((2, 784), np.uint8), [1, 2], r"\(2, 784\)"),
        (np.zeros((2, 28, 28), np.uint8), [1], r"labels of shape \(2,\)"),
        (np.zeros((2, 28, 28), np.uint8), [1, 10], "labels from 0 to 9"),
        (np.zeros((0, 28, 28), np.uint8), [], "1 to 100 uint8 images"),
    ],
)
def test_images_of_another_kind_are_refused(images, labels, message):
    with pytest.raises(ValueError, match=message):
        widgets.digits(None, images, labels)


@pytest.mark.parametrize(
    ("changed", "X", "message"),
    [
        ({"l2": []}, [[0, 1]], "tries to be a dict of dicts"),
        ({"l1": {}}, [[0, 1]], r"tries of \['l2', 'dropout', 'stop'\], got .*'l1'"),
        ({"stop": {0: [1, 2]}}, [[0, 1]], r"three strengths .* got 1 with \[2\]"),
        ({"l2": {0: [1], 1: [1], 2: [1]}}, [[0, 1]], r"got 3 with \[1\]"),
        ({"l2": {0: [1, 2], 1: [1], 2: [1]}}, [[0, 1]], r"got 3 with \[1, 2\]"),
        ({"l2": {0: 1, 1: 2, 2: 3}}, [[0, 1]], "l2 to be a list or tuple, got 1"),
        ({}, [0, 1], r"X of shape \(n_samples, 2\)"),
    ],
)
def test_tries_of_another_kind_are_refused(changed, X, message):
    with pytest.raises((TypeError, ValueError), match=message):
        widgets.regularization(small_tries() | changed, X, [0])


def test_what_is_not_there_ten_times_is_refused():
    networks, sets, parts, truth = small_samples()
    few = networks | {(5, 200): networks[5, 200][:3]}
    for given, message in (
        ((few, sets, parts), r"ten networks, got 3 of \(5, 200\)"),
        ((networks, {25: sets[25]}, parts), r"training_sets of \[25, 200, 800\]"),
        ((networks, sets | {200: 7}, parts), "training_sets to be a list or tuple"),
        ((networks, sets, None), r"parts of \[\(1, 25\), .* got None"),
    ):
        with pytest.raises((TypeError, ValueError), match=message):
            widgets.resampling(*given, truth)


def test_a_network_that_reads_no_digits_is_refused():
    images, labels = np.zeros((1, 28, 28), np.uint8), [1]
    small = CompactNetwork.of(MultilayerPerceptron([2, 3, 10]))
    for network, message in (
        (small, "784 inputs, one hidden layer and 10 outputs, got <network 2-3-10"),
        (None, "Expected a CompactNetwork, got None"),
        ({}, "Expected 1 to 10 networks, got 0"),
        ({-1: small}, "Expected 0 updates or more, got -1"),
        ({1: small}, "784 inputs"),
    ):
        with pytest.raises((TypeError, ValueError), match=message):
            widgets.digits(network, images, labels)


@pytest.mark.parametrize(
    ("words", "weights", "reviews", "message"),
    [
        (["a", "a"], [1, 2], {}, "1 to 10,000 different words, got 2"),
        (["a b"], [1], {}, "different words"),
        ([], [], {}, "different words, got 0"),
        (["a"], [1, 2], {}, r"1 weights, got shape \(2,\)"),
        (["a"], [1], {"first": "A film"}, "first to be 1 to 12 words in small letters"),
        (["a"], [1], {"second": "a-film"}, "second to be 1 to 12 words"),
        (["a"], [1], {"second": ""}, "second to be 1 to 12 words"),
        (["a"], [1], {"first": " ".join("abcdefghijklm")}, "first to be 1 to 12 words"),
    ],
)
def test_words_and_reviews_of_another_kind_are_refused(
    words, weights, reviews, message
):
    with pytest.raises(ValueError, match=message):
        widgets.bag(words, weights, 0.0, **reviews)


def test_a_bias_is_taken_from_minus_10_to_10():
    for bias in (-10, 10):
        assert json.loads(widgets.bag(["a"], [1], bias)._carried)["bias"] == bias
        with pytest.raises(ValueError, match="bias from -10 to 10, got"):
            widgets.bag(["a"], [1], 1.01 * bias)


def test_three_decimals_of_each_weight_travel():
    figure = widgets.bag(["a", "b"], [1 / 3, -2 / 3], 0.1234, first="a b b")
    assert json.loads(figure._carried) == {
        "words": "a b",
        "weights": [0.333, -0.667],
        "bias": 0.123,
    }
    assert figure.attributes["first"] == "a-b-b"


@pytest.mark.parametrize("wrong", range(3))
def test_trials_of_another_shape_are_refused(wrong):
    arrays = list(trained())
    arrays[wrong] = arrays[wrong][:-1]
    with pytest.raises(ValueError, match=r"^Expected \w+ of shape \(.*\), got \(\d+,"):
        widgets.trials(*arrays)


@pytest.mark.parametrize(
    ("before", "after", "names", "message"),
    [
        ([1], [2], ["A", "B"], r"2 to 30 seeds.* shapes \(1,\) and \(1,\)"),
        ([1] * 31, [2] * 31, ["A", "B"], r"2 to 30 seeds"),
        ([1, 2], [2, 3, 4], ["A", "B"], r"as many before as after.*\(2,\) and \(3,\)"),
        ([[1, 2]], [[2, 3]], ["A", "B"], r"got the shapes \(1, 2\)"),
        ([1, 2], [2, "x"], ["A", "B"], "Expected numbers in after"),
        ([1, 2], [2, 3], ["A"], "two names, got 1"),
        ([1, 2], [2, 3], 7, "names to be a list or tuple, got 7"),
    ],
)
def test_runs_that_make_no_pairs_are_refused(before, after, names, message):
    with pytest.raises((TypeError, ValueError), match=message):
        widgets.pairing(before, after, names=names)


SAMPLES = np.eye(2).repeat(5, axis=0)  # (10, 2)


@pytest.mark.parametrize(
    ("samples", "settings", "message"),
    [
        (SAMPLES[1:], {}, r"10 to 1000 samples of 2 features, got the shape \(9, 2\)"),
        (SAMPLES.repeat(101, axis=0), {}, r"got the shape \(1010, 2\)"),
        (SAMPLES.T, {}, r"got the shape \(2, 10\)"),
        (SAMPLES[:, 0], {}, r"got the shape \(10,\)"),
        (SAMPLES * np.nan, {}, "finite numbers in samples"),
        (SAMPLES.astype(str), {}, "numbers in samples"),
        (SAMPLES, {"tilt": 181}, "tilt from -180 to 180, got 181"),
        (SAMPLES, {"start": (0, 0)}, "a start that is not the origin"),
        (SAMPLES, {"start": (1, 2, 3)}, "a start of 2 weights, got 3"),
        (SAMPLES, {"start": 1}, "start to be a list or tuple, got 1"),
        (SAMPLES, {"start": (3, 0)}, r"start from -2\.1 to 2\.1, got 3"),
        (SAMPLES, {"learning_rate": 1}, r"learning_rate from 0\.001 to 0\.1, got 1"),
    ],
)
def test_a_cloud_in_which_no_arrow_can_learn_is_refused(samples, settings, message):
    with pytest.raises((TypeError, ValueError), match=message):
        widgets.hebb(samples, **settings)


@pytest.fixture(scope="module")
def taken():
    """Return the words, or the least and the largest number, of each setting."""
    return json.loads(node(str(ROOT / "tests" / "js" / "settings.mjs"), *FACES))


# These take data, not settings.
WITH_DATA = {
    "bag",
    "digits",
    "hebb",
    "pairing",
    "regularization",
    "resampling",
    "trials",
}
# Settings that only the address has, and those that figures find in their data.
UNFACED = {
    "approximator": {f"bend{k}" for k in range(1, 6)},
    "backpropagation": {"guess", "nudge"},
    "broadcasting": {"guess", "i", "j"},
    "chain": {"guess", "way"},
    "gradient": {"known", "samples"},
    "learner": {"unit"},
    "neuron": {"x1", "x2"},
    "playground": {"layers", "off", "points", "guess"},
    "posterior": {"guess"},
    "signal": {"activation", "again", "draw", "guess"},
    "softmax": {"guess"},
}
PLURAL = {"inputs"}


@needs_node
@pytest.mark.parametrize("face", sorted({*FACES} - WITH_DATA))
def test_a_face_takes_what_its_element_takes_and_no_more(taken, face):
    for setting, values in taken[face].items():
        if setting in UNFACED.get(face, ()):
            continue
        is_range = not isinstance(values[0], str)
        beyond = [values[0] - 1, values[1] + 1] if is_range else ["nonsense"]
        for value in map(whole, values):
            given = [value] if setting in PLURAL else value
            shown = getattr(widgets, face)(**{setting: given}).attributes[setting]
            assert str(shown) == str(value)
        for value in map(whole, beyond):
            given = [value] if setting in PLURAL else value
            with pytest.raises(ValueError, match=f"{setting} .* got {value!r}"):
                getattr(widgets, face)(**{setting: given})


def whole(value):
    """Return 4 for 4.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
