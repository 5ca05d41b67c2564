"""What the interactive figures give to a notebook, and what their code weighs."""

import gzip
import html
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from annbook.chapters import ROOT
from annbook.results.committed import without_code
from annbook.site.figures import lean, without_stills

from annutils import plot, widgets
from annutils.experiments import train
from annutils.network import MultilayerPerceptron
from annutils.network.compact import CompactNetwork
from annutils.widgets import (
    _approximator,
    _backpropagation,
    _descent,
    _perceptron,
    _playground,
)
from annutils.widgets.bundle import SOURCES, element_module, modules, script

FACES = sorted(set(widgets.__all__) - {"Figure", "regularization_runs"})
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(
    not NODE, reason="needs Node; on Debian: apt-get install nodejs"
)


def node(*arguments, **options):
    return subprocess.run(  # noqa: S603
        [NODE, *arguments], capture_output=True, text=True, check=True, **options
    ).stdout


def made(name):
    """Return the figure of that name, with its settings at first and small data."""
    network = MultilayerPerceptron([784, 3, 10])
    images = np.arange(2 * 784, dtype=np.uint8).reshape(2, 28, 28)
    runs = widgets.regularization_runs(small_run, GRID, seeds=(0, 1))
    arguments = {
        "digits": (CompactNetwork.of(network), images, [3, 7]),
        "regularization": (runs, np.array([[0.0, 1.0], [2.0, 3.0]]), [0, 1]),
    }
    return getattr(widgets, name)(*arguments.get(name, ()))


GRID = {"size": (2,), "l1": (0, 0.01), "l2": (0,), "dropout": (0,)}


def small_run(seed, size, **settings):
    """Return a network that learned nothing, and two errors that depend on the seed."""
    network = MultilayerPerceptron(
        [2, size, 1],
        activation="tanh",
        loss="binary_crossentropy",
        seed=seed,
        **settings,
    )
    return network, 0.1 * seed, 0.2


@pytest.fixture(params=FACES)
def figure(request):
    """Return one of the figures."""
    return made(request.param)


def test_a_figure_carries_element_picture_and_code(figure):
    output = figure._repr_html_()
    assert output.startswith(f"<{figure.tag} ")
    assert 'src="data:image/svg+xml;base64,' in output
    assert len(re.search(r'<img [^>]*alt="([^"]*)"', output)[1]) > 60
    assert f'<script type="module" data-figure="{figure.tag}">' in output


def test_a_figure_is_the_same_each_time(figure):
    name = figure.tag.removeprefix("ann-")
    assert made(name)._repr_html_() == figure._repr_html_()


def test_committed_results_hold_no_code(figure):
    left = without_code(figure._repr_html_())
    assert 'type="module"' not in left
    assert left.endswith(f"</{figure.tag}>")


def test_a_figure_asks_no_server(figure):
    code = script(figure.tag)
    addresses = set(re.findall(r"https?://[^\s\"'`]+", code))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\b(fetch|XMLHttpRequest|importScripts|WebSocket)\b", code)


@needs_node
def test_the_code_for_notebooks_is_valid_and_has_no_import(figure, tmp_path):
    code = script(figure.tag)
    assert not re.search(r"^(import \{|export )", code, flags=re.M)
    file = tmp_path / "figure.mjs"
    file.write_text(code, encoding="utf-8")
    node("--check", str(file))


def test_runs_have_means_and_intervals_over_the_seeds():
    first, second = widgets.regularization_runs(small_run, GRID, seeds=(0, 1))
    assert [first["l1"], second["l1"]] == [0, 0.01]
    assert first["train"] == [0.05, pytest.approx(0.6353, abs=1e-4)]  # t = 12.706
    assert first["test"] == [0.2, 0]


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


def test_settings_are_escaped():
    figure = widgets.Figure("ann-neuron", {"b": '"><script>'}, "", "")
    output = figure._repr_html_()
    assert html.escape('"><script>') in output


def seen_by(matrix, color):
    """Return what someone without one kind of cones sees, in linear sRGB, 0 to 1."""
    channels = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )
    return np.clip(np.array(matrix) @ linear, 0, 1)


# Machado, Oliveira and Fernandes (2009), severity 1.
CONES = {
    "none": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


@pytest.mark.parametrize("missing", CONES)
def test_the_colors_of_the_classes_survive_color_blindness(missing):
    text = (SOURCES / "parts" / "palette.js").read_text(encoding="utf-8")
    blue, orange = re.findall(r'(?:BLUE|ORANGE) = "(#\w{6})"', text)
    assert (blue, orange) == (plot.BLUE, plot.ORANGE)
    one, other = (seen_by(CONES[missing], color) for color in (blue, orange))
    assert np.linalg.norm(one - other) > 0.3  # red and green without: below 0.1


def test_a_module_comes_after_those_that_it_imports():
    order = modules(element_module("ann-perceptron"))
    model, figure = "engine/perceptron.js", "figures/perceptron/index.js"
    assert order.index(model) < order.index(figure)
    assert len(order) == len(set(order))


def test_every_module_is_used_by_a_figure():
    used = {each for face in FACES for each in modules(element_module(f"ann-{face}"))}
    found = {path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.js")}
    assert found == used


def test_modules_are_short():
    lengths = {
        path.name: len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCES.rglob("*.js")
    }
    assert {name for name, length in lengths.items() if length > 150} == set()


def test_figures_share_what_they_have_in_common_and_take_at_most_50_kilobytes():
    code = lean(script(*(f"ann-{face}" for face in FACES)))
    assert code.count("new IntersectionObserver") == 1
    assert len(gzip.compress(code.encode())) <= 50_000


def test_the_code_of_a_figure_takes_at_most_35_kilobytes(figure):
    assert len(gzip.compress(lean(script(figure.tag)).encode())) <= 35_000


def test_the_site_gets_the_code_without_its_comments():
    code = '// one\nconst url = "http://x"; // two\n/**\n * three\n */\nconst y = 1;\n'
    assert lean(code) == 'const url = "http://x";\nconst y = 1;\n'


def test_the_site_keeps_still_pictures_beside_the_page(figure):
    output = figure._repr_html_()
    body, pictures = without_stills(output, "../_images")
    (name, picture), *_ = pictures.items()
    assert "data:image" not in body
    assert f'<img src="../_images/{name}" ' in body
    assert body.count("alt=") == output.count("alt=")
    assert ET.fromstring(picture).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314


def test_the_engine_has_no_page():
    for path in (SOURCES / "engine").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(document|window|HTMLElement)\b", text), path.name


@needs_node
def test_the_exported_keras_program_predicts_the_same():
    train.silence_tensorflow()
    records = json.loads(node(str(ROOT / "tests" / "js" / "export.mjs")))
    for record in records:
        names = {}
        exec(record["program"].replace("print(", "result = ("), names)  # noqa: S102
        np.testing.assert_allclose(
            names["result"][:, 0], record["predictions"], rtol=0, atol=1e-5
        )


def test_the_playground_is_pictured_with_its_own_data():
    figures = [widgets.playground(name, [2]) for name in ("xor", "moons")]
    xor, moons = (
        re.search(r'src="(data:[^"]+)"', figure._repr_html_())[1] for figure in figures
    )
    assert xor != moons


def test_unknown_data_are_refused():
    with pytest.raises(ValueError, match=r"'blobs', .*'own'\], got 'sinus'"):
        widgets.playground("sinus")


ODD = {
    "approximator": [
        ("nonsense", {}, r"target to be one of \['wave', .*'jump'\], got 'nonsense'"),
        ("wave", {"kind": None}, r"kind to be one of \['bumps', 'steps'\], got None"),
        ("wave", {"pieces": -5}, "pieces from 2 to 16, got -5"),
        ("wave", {"pieces": 2.5}, r"integer pieces, got 2\.5"),
        ("wave", {"steepness": float("nan")}, "steepness from 10 to 500, got nan"),
    ],
    "backpropagation": [("tree", {}, r"graph to be one of \['neuron', 'shared', ")],
    "descent": [
        ("peak", {}, r"surface to be one of \['bowl'"),
        ("bowl", {"show": "plain"}, "show to be a list or tuple, got 'plain'"),
        ("bowl", {"show": ()}, "one or more of .* as show, got none"),
        ("bowl", {"show": ["plain", "sgd"]}, "each of show to be one of .* got 'sgd'"),
        ("bowl", {"beta": 1}, r"beta from 0 to 0\.99, got 1"),
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


@needs_node
def test_words_of_the_settings_are_those_of_the_elements():
    exports = {
        "engine/staircase.js": "TARGETS",
        "engine/graph_examples.js": "EXAMPLES",
        "engine/surfaces.js": "SURFACES",
        "engine/walk.js": "WALKERS",
        "engine/perceptron.js": "PRESETS",
        "engine/features.js": "FEATURES",
        "engine/datasets.js": "DATA_SETS",
    }
    program = "".join(
        f"import {{ {name} }} from {json.dumps((SOURCES / path).as_uri())};\n"
        f"console.log({name}.map ? {name}.join() : Object.keys({name}).join());\n"
        for path, name in exports.items()
    )
    words = [
        tuple(line.split(","))
        for line in node("--input-type=module", "-e", program).splitlines()
    ]
    faces = (
        _approximator.TARGETS,
        _backpropagation.GRAPHS,
        _descent.SURFACES,
        _descent.WALKERS,
    )
    assert words == [
        *faces,
        _perceptron.DATA,
        _playground.FEATURES,
        tuple(_playground.SHAPES),
    ]


NUMBER = re.compile(r"(\w+): number\([^,]+, (-?[\d.]+), (-?[\d.]+|POINTS)")
RANGED = {
    "figures/approximator/index.js": ("approximator", ("pieces", "steepness")),
    "figures/descent/index.js": ("descent", ("beta",)),
    "figures/neuron/index.js": ("neuron", ("w1", "w2", "b")),
    "figures/perceptron/index.js": ("perceptron", ("rate",)),
    "engine/playground.js": ("playground", tuple(_playground.CHECKS)),
}


@pytest.mark.parametrize("path", RANGED)
def test_ranges_of_the_settings_are_those_of_the_elements(path):
    name, settings = RANGED[path]
    text = (SOURCES / path).read_text(encoding="utf-8").replace("POINTS)", "400)")
    text = text.replace("POINTS, whole", "400, whole")
    ranges = {
        each: (float(low), float(high)) for each, low, high in NUMBER.findall(text)
    }
    for setting in set(settings) & set(ranges):
        low, high = ranges[setting]
        for value in (low, high):
            value = int(value) if value == int(value) else value
            getattr(widgets, name)(**{setting: value})
        for value in (low - 1, high + 1):
            value = int(value) if value == int(value) else value
            with pytest.raises(ValueError, match=f"{setting} from .* got {value}"):
                getattr(widgets, name)(**{setting: value})
    assert {"rate", "beta", "pieces", "w1"} & set(ranges)


@pytest.mark.parametrize(
    ("grid", "seeds", "message"),
    [
        ([1], (0, 1), r"grid to be a dict, got \[1\]"),
        (
            GRID | {"width": (1,)},
            (0, 1),
            r"a grid of \['size', 'l1', 'l2', 'dropout'\]",
        ),
        (GRID | {"l1": ()}, (0, 1), "one value or more of each"),
        (GRID, (0,), "two seeds or more"),
        (GRID, 3, "seeds to be a list or tuple"),
    ],
)
def test_a_grid_of_another_kind_is_refused(grid, seeds, message):
    with pytest.raises((TypeError, ValueError), match=message):
        widgets.regularization_runs(small_run, grid, seeds)


@pytest.mark.parametrize(
    ("runs", "X", "y", "message"),
    [
        (None, [[0, 1]], [0], "runs to be a list or tuple"),
        ([], [[0, 1]], [0], "one run or more"),
        ([1], [[0, 1]], [0], "each run to be a dict"),
        ([{"size": 1}], [[0, 1]], [0], "each run to have .*'network'"),
    ],
)
def test_runs_of_another_kind_are_refused(runs, X, y, message):
    with pytest.raises((TypeError, ValueError), match=message):
        widgets.regularization(runs, X, y)


def test_a_network_that_reads_no_digits_is_refused():
    images, labels = np.zeros((1, 28, 28), np.uint8), [1]
    small = CompactNetwork.of(MultilayerPerceptron([2, 3, 10]))
    for network, message in (
        (small, "784 inputs, one hidden layer and 10 outputs, got <network 2-3-10"),
        (None, "Expected a CompactNetwork, got None"),
    ):
        with pytest.raises((TypeError, ValueError), match=message):
            widgets.digits(network, images, labels)
