"""A run that another processor moved by little confirms the committed results."""

import base64
import io
import math

import nbformat
import pytest
from annbook.results import committed, tolerance
from nbformat.v4 import new_code_cell, new_output
from PIL import Image

SVG = """<svg viewBox="0 0 {side} 100"><path id="m{name}" d="M {x} 10 L 50 {y}"/>
<use xlink:href="#m{name}" style="fill: {color}"/><text>{text}</text></svg>"""

KERNEL = {"name": "python3", "display_name": "Python 3"}


def notebook(*outputs, code="a"):
    """Return committed results of one cell with these outputs."""
    cell = new_code_cell("1", outputs=list(outputs), execution_count=1)
    del cell["id"]
    record = {"code": code, "dependencies": "b", "seconds": 1.0}
    return nbformat.from_dict(
        {
            "cells": [cell],
            "metadata": {"book": record, "kernelspec": KERNEL},
            "nbformat": 4,
            "nbformat_minor": 4,
        }
    )


def printed(text):
    return new_output("stream", text=text)


def drawn(side=200, name="1f", x=20, y=80, color="#0072b2", text="loss"):
    picture = SVG.format(side=side, name=name, x=x, y=y, color=color, text=text)
    return new_output("display_data", {"image/svg+xml": picture})


def carried(x=20):
    """Return what an interactive figure with a still picture shows."""
    picture = base64.b64encode(drawn(x=x).data["image/svg+xml"].encode()).decode()
    still = f'<ann-x><img src="data:image/svg+xml;base64,{picture}"></ann-x>'
    return new_output("display_data", {"text/html": still})


def pixels(level, size=(8, 8)):
    file = io.BytesIO()
    Image.new("L", size, level).save(file, format="png")
    picture = base64.b64encode(file.getvalue()).decode()
    return new_output("display_data", {"image/png": picture})


def between(before, after, **settings):
    return tolerance.between(notebook(before), notebook(after), **settings)


@pytest.mark.parametrize(
    ("before", "after", "size"),
    [
        ("loss 0.500", "loss 0.500", 0),
        ("loss 0.500", "loss 0.400", 0.2),
        ("1,000 of 2", "1,100 of 2", 1 / 11),
        ("-1e-3", "1e-3", 2),
        ("loss 0.5", "error 0.5", math.inf),
        ("0.5", "0.5 0.6", math.inf),
    ],
)
def test_texts_are_as_far_apart_as_their_numbers(before, after, size):
    assert between(printed(before), printed(after)).size == pytest.approx(size)


@pytest.mark.parametrize(
    ("before", "after", "beyond"),
    [
        ("0.9000", "0.9100", False),  # 1.1 percent
        ("0.9000", "0.9300", True),
        ("0.07", "0.08", False),  # one unit of the last digit, where an edge may lie
        ("0.07", "0.09", True),
        ("12", "13", True),
        ("101", "102", False),
        ("3e-05", "4e-05", False),
        ("3.0e-05", "4.0e-05", True),
    ],
)
def test_a_number_may_move_by_the_tolerance_or_a_unit_of_its_last_digit(
    before, after, beyond
):
    assert between(printed(before), printed(after)).beyond is beyond


@pytest.mark.parametrize(
    ("other", "beyond"),
    [
        (drawn(name="2e", x=22, y=79), False),
        (drawn(x=30), True),
        (drawn(side=230), True),
        (drawn(color="#0272b0"), False),
        (drawn(color="#d55e00"), True),
        (drawn(text="error"), True),
        (new_output("display_data", {"image/png": ""}), True),
        (new_output("display_data", {"image/svg+xml": "<svg id='a'/>"}), True),
    ],
)
def test_a_drawing_may_move_by_the_tolerance_of_its_longer_side(other, beyond):
    assert between(drawn(), other).beyond is beyond


def test_drawings_with_other_names_alone_are_the_same():
    one, other = (
        new_output("display_data", {"image/svg+xml": f'<svg id="{name}"/>'})
        for name in "ab"
    )
    assert between(one, other).size == 0


def test_a_still_that_is_gone_is_beyond_tolerance():
    other = new_output("display_data", {"text/html": "<ann-x></ann-x>"})
    assert between(carried(), other).beyond


@pytest.mark.parametrize(("x", "beyond"), [(22, False), (30, True)])
def test_the_still_of_an_interactive_figure_is_a_drawing(x, beyond):
    assert between(carried(), carried(x=x)).beyond is beyond


@pytest.mark.parametrize(
    ("other", "beyond"),
    [(pixels(102), False), (pixels(140), True), (pixels(100, (8, 9)), True)],
)
def test_pixels_may_differ_on_average_by_the_tolerance(other, beyond):
    assert between(pixels(100), other).beyond is beyond


def test_what_is_beyond_comes_before_what_moved_farther():
    before = [printed("0.07"), printed("0.9000")]
    after = [printed("0.08"), printed("0.9300")]
    of_outputs = tolerance.between(notebook(*before), notebook(*after))
    before, after = carried(), carried(x=30)
    for output, text in ((before, "0.07"), (after, "0.08")):
        output.data["text/html"] += text
    for moved, size in ((of_outputs, 0.03 / 0.93), (between(before, after), 0.05)):
        assert moved.beyond
        assert moved.size == pytest.approx(size)


def test_from_black_to_white_all_changes_but_the_opacity():
    assert between(pixels(0), pixels(255)).size == 3 / 4


def test_a_chapter_may_state_another_tolerance():
    assert not between(printed("0.900"), printed("0.930"), tolerance=0.05).beyond


def test_it_says_what_moved_by_how_much():
    assert str(between(printed("0.9000"), printed("0.9090"))) == "0.99% in cell 1"
    assert str(between(printed("a"), printed("b"))) == "other words in cell 1"


def test_a_run_of_the_same_code_within_tolerance_leaves_the_file(small_book):
    chapter = small_book.chapter("one", "1")
    committed.write(chapter, notebook(printed("0.9000")))
    before = chapter.executed.read_bytes()
    changed, said = committed.write(chapter, notebook(printed("0.9090")))
    assert not changed
    assert said == "within tolerance (0.99% in cell 1), the committed results stay"
    assert chapter.executed.read_bytes() == before


def test_new_code_has_new_results_however_near(small_book):
    chapter = small_book.chapter("one", "1")
    committed.write(chapter, notebook(printed("0.9000")))
    changed, said = committed.write(chapter, notebook(printed("0.9090"), code="other"))
    assert (changed, said) == (True, "0.99% in cell 1")
    assert committed.read(chapter).cells[0].outputs[0].text == "0.9090"
