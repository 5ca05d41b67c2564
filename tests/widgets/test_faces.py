"""What the interactive figures give to a notebook and to the site."""

import html
import re
import xml.etree.ElementTree as ET

import pytest
from annbook.results.committed import without_code
from annbook.site.figures import without_stills
from faces import GRID, made, small_run

from annutils import widgets


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


def test_settings_are_escaped():
    figure = widgets.Figure("ann-neuron", {"b": '"><script>'}, lambda ax: None, "")
    output = figure._repr_html_()
    assert html.escape('"><script>') in output


def test_the_site_keeps_still_pictures_beside_the_page(figure):
    output = figure._repr_html_()
    body, pictures = without_stills(output, "../_images")
    (name, picture), *_ = pictures.items()
    assert "data:image" not in body
    assert f'<img src="../_images/{name}" ' in body
    assert body.count("alt=") == output.count("alt=")
    assert ET.fromstring(picture).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314


def test_runs_have_means_and_intervals_over_the_seeds():
    first, second = widgets.regularization_runs(small_run, GRID, seeds=(0, 1))
    assert [first["l1"], second["l1"]] == [0, 0.01]
    assert first["train"] == [0.05, pytest.approx(0.6353, abs=1e-4)]  # t = 12.706
    assert first["test"] == [0.2, 0]


def test_the_playground_is_pictured_with_its_own_data():
    figures = [widgets.playground(name, [2]) for name in ("xor", "moons")]
    xor, moons = (
        re.search(r'src="(data:[^"]+)"', figure._repr_html_())[1] for figure in figures
    )
    assert xor != moons
