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
from annbook.figures import lean, without_stills
from annbook.results import without_code

from annutils import plot, train, widgets
from annutils.export import CompactNetwork
from annutils.network import MultilayerPerceptron
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
        (np.zeros((2, 28, 28), np.uint8), [1], "2 labels"),
    ],
)
def test_images_of_another_kind_are_refused(images, labels, message):
    with pytest.raises(ValueError, match=message):
        widgets.digits(None, images, labels)


def test_settings_are_escaped():
    output = widgets.perceptron(data='"><script>')._repr_html_()
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
    text = (SOURCES / "draw" / "palette.js").read_text(encoding="utf-8")
    blue, orange = re.findall(r'(?:BLUE|ORANGE) = "(#\w{6})"', text)
    assert (blue, orange) == (plot.BLUE, plot.ORANGE)
    one, other = (seen_by(CONES[missing], color) for color in (blue, orange))
    assert np.linalg.norm(one - other) > 0.3  # red and green without: below 0.1


def test_a_module_comes_after_those_that_it_imports():
    order = modules(element_module("ann-perceptron"))
    assert order.index("core/perceptron.js") < order.index("elements/perceptron.js")
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


def test_all_figures_together_take_at_most_60_kilobytes():
    served = [lean(path.read_text(encoding="utf-8")) for path in SOURCES.rglob("*.js")]
    assert sum(len(gzip.compress(code.encode())) for code in served) <= 60_000


def test_the_site_gets_the_modules_without_their_comments():
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


def test_the_core_has_no_page():
    for path in (SOURCES / "core").glob("*.js"):
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
    with pytest.raises(ValueError, match=r"'blobs', .* or 'own', got 'sinus'"):
        widgets.playground("sinus")
