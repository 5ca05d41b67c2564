"""The formal neuron, and arrows of weights, played by mouse, keyboard and touch."""

import json
import re

import numpy as np
import pytest
from annbook.chapters import all_chapters


def test_the_bar_is_dragged_until_the_neuron_is_the_gate(visit):
    reader = visit("ann-threshold").play()
    reader.says("3 of 8 rows are wrong. Is there a place for the bar where all 8 are")
    now = reader.figure.locator("svg[aria-label='The weights']")
    assert now.get_by_text("now: OR").count() == 1
    reader.drag("Threshold", 0, -40)
    reader.says("Threshold 1.5: all 8 rows are right")
    assert now.get_by_text("now: majority").count() == 1
    assert reader.slider("Threshold").get_attribute("aria-valuetext") == "1.5"


def test_weights_and_bar_are_moved_by_keyboard(visit):
    reader = visit("ann-threshold").play()
    reader.choose("Gate to build", "veto")
    reader.says("Is there a place for the bar")
    reader.slider("Threshold").focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"):
        reader.page.keyboard.press(key)
    reader.says("Threshold 1.5: 3 of 8 .* Is there a place for the bar")
    reader.button("Impossible").click()
    reader.says("Threshold 1.5: 3 of 8 .* Not with these weights: .* Change a weight")
    reader.slider("Weight w₃").focus()
    reader.page.keyboard.press("Home")
    reader.says("all 8 rows are right")
    address = reader.address("gate=veto", "w3=-1", "threshold=1.5")
    again = visit("ann-threshold", hash=address).play()
    again.says("all 8 rows are right")


def test_no_bar_makes_xor_and_the_drawing_says_why_to_who_denies_it(visit):
    reader = visit("ann-threshold", hash="#fig-neurons-play:gate=xor").play()
    proof = reader.figure.get_by_text("add up: ")
    for threshold in ("0.5", "1.5", "2.5"):
        reader.says(
            f"Threshold {threshold}: .* Is there a place for the bar where all 8"
        )
        reader.slider("Threshold").press("ArrowUp")
    assert proof.count() == 0
    reader.button("Impossible").press("Enter")
    reader.says("^Right. With the bar at T, .* both pairs add up to w₂ . w₃")
    assert reader.button("Impossible").is_disabled()
    assert proof.count() == 2
    assert "all 8 rows are right" not in reader.figure.locator(".status").text_content()
    assert reader.figure.get_by_text("add up: 0 + 2 = 2").is_visible()
    assert reader.figure.get_by_text("add up: 1 + 1 = 2").is_visible()
    reader.slider("Weight w₃").press("Home")
    assert reader.figure.get_by_text("add up: 0 + 0 = 0").is_visible()
    assert reader.figure.get_by_text("add up: −1 + 1 = 0").is_visible()


ARROW = "ann-hebb"
LENGTHS = "svg[aria-label^='The length'] path[stroke-width='{width}']"


@pytest.fixture(scope="module")
def record():
    """Return the samples that the page carries, not yet turned, and the rate."""
    (chapter,) = (c for c in all_chapters() if c.name == "history/neurons")
    text = chapter.executed.read_text(encoding="utf-8").replace('\\"', '"')
    found = json.loads(re.search(r'{"samples":\[\[.*?\]\],"rate":[\d.]+}', text)[0])
    return np.array(found["samples"]), found["rate"]


def last(record, forget, tilt=30, start=(1.2, -1.6)):
    """Return the last weights: their length, and how far off the main direction."""
    samples, rate = record
    c, s = np.cos(np.radians(tilt)), np.sin(np.radians(tilt))
    X, w = samples @ np.array([[c, s], [-s, c]]), np.array(start)
    for x in X:
        a = w @ x
        w = w + rate * a * (x - forget * a * w)
    length = np.linalg.norm(w)
    _, directions = np.linalg.eigh(np.cov(X.T))
    return length, np.degrees(np.arccos(abs(w @ directions[:, -1]) / length))


def ends(reader):
    """Return the heights at which the drawn lengths end, the chosen rule's first."""
    curves = [reader.figure.locator(LENGTHS.format(width=width)) for width in (3, 2)]
    return [
        float(curve.first.get_attribute("d").rsplit(" ", 1)[1])
        for curve in curves
        if curve.count()
    ]


@pytest.mark.parametrize(
    ("guess", "answer"),
    [
        ("yes, and grow", r"^Right: a point .* by about 1\.04, .* by 1\.005"),
        ("yes, then stop", "^It turns, but nothing stops it"),
        ("no, only grow", "^It grows, but it turns, too"),
    ],
)
def test_after_a_guess_hebb_runs_away_and_oja_stays(visit, record, guess, answer):
    reader = visit(ARROW, reduced_motion="reduce").play()
    reader.says("Each of 500 points")
    hint = reader.figure.locator(".hint")
    assert hint.inner_text().startswith("Guess, or just press Run.")
    assert not reader.figure.get_by_role("radio", name="Oja").is_visible()
    reader.figure.get_by_role("radio", name=guess).check()
    length, _ = last(record, 0)
    millions = round(length / 1e6)
    assert f"Length now: {millions} million." in reader.says(answer)
    assert not reader.figure.get_by_role("radio", name=guess).is_visible()
    assert reader.figure.get_by_text(f"length {millions} million").is_visible()
    (hebb,) = ends(reader)
    assert hint.inner_text() == "Now choose Oja's rule."
    reader.figure.get_by_role("radio", name="Oja").check()
    length, off = last(record, 1)
    assert f"({off:.1f}° off the dotted line)" in reader.says("^Oja's arrow turns, too")
    assert length == pytest.approx(1, abs=0.01)
    assert reader.figure.get_by_text("length 1", exact=True).is_visible()
    oja, other = ends(reader)
    assert other == hebb < oja - 60  # both stand beside each other
    reader.figure.get_by_role("radio", name="Hebb").check()
    reader.says(r"Its length is \d+ million: at 2 cm for a length of 1, .* km")


def test_the_run_is_paused_goes_on_and_comes_again(visit):
    reader = visit(ARROW).play()
    reader.figure.get_by_role("radio", name="yes, and grow").check()
    reader.says(r"^After \d+ points")
    reader.button("Pause").click()
    text = reader.says(r"^After \d+ points")
    reader.page.wait_for_timeout(200)
    assert reader.says("^After") == text
    reader.button("Go on").click()
    reader.says("^Right")
    reader.button("Run again").click()
    reader.says(r"^After \d+ points")


def test_the_cloud_is_turned_by_keys_and_the_paths_follow(visit, record):
    reader = visit(ARROW, reduced_motion="reduce").play()
    grip = reader.slider("Tilt of the cloud")
    assert grip.get_attribute("aria-valuetext") == "30 degrees"
    for _ in range(3):
        grip.press("Shift+ArrowUp")
    reader.says("^Each of 500 points")  # it gives no answer away
    reader.button("Run").click()  # without a guess
    reader.says("^Hebb's arrow turned along the cloud")
    hash = reader.address("tilt=")
    tilt = float(re.search(r"tilt=([-\d.]+)", hash)[1])
    assert tilt != 30
    reader.figure.get_by_role("radio", name="Oja").check()
    reader.says("^Oja's arrow ends along the turned cloud, too")
    grip.press("ArrowUp")
    reader.says("^Oja's arrow ends along the turned cloud, too")
    reader.page.wait_for_timeout(400)  # until the address says it
    tilt = float(re.search(r"tilt=([-\d.]+)", reader.address("rule=oja"))[1])
    _, off = last(record, 1, tilt)
    assert f"{off:.1f}° off" in reader.says("^Oja's arrow ends")


def test_start_and_cloud_are_dragged_and_the_address_keeps_them(visit, record):
    reader = visit(ARROW).play()
    reader.drag("Start of the arrow", 10, 0)
    reader.says("^Each of 500 points")
    assert reader.figure.get_by_role("radio", name="yes, and grow").is_visible()
    reader.figure.get_by_role("radio", name="yes, and grow").check()
    reader.drag("Start of the arrow", -160, -40)
    reader.drag("Tilt of the cloud", 20, 90)
    said = reader.says("^Hebb's arrow turned along the cloud")
    hash = reader.address("tilt=", "x=", "y=")
    found = dict(re.findall(r"(tilt|x|y)=([-\d.]+)", hash))
    tilt, x, y = (float(found[name]) for name in ("tilt", "x", "y"))
    length, off = last(record, 0, tilt, (x, y))
    assert f"{off:.1f}° off" in said
    unit = ("million", 1e6) if length < 1e9 else ("billion", 1e9)
    assert f"Its length is {float(f'{length / unit[1]:.2g}'):g} {unit[0]}" in said
    again = visit(ARROW, hash=hash).play()  # out of its section, which is folded
    assert again.says("^Hebb's arrow") == said


def test_an_arrow_keeps_a_length_when_it_is_dragged_to_the_middle(visit):
    reader = visit(ARROW, hash="#fig-neurons-oja:x=0.2&y=0.1").play()
    start = reader.slider("Start of the arrow")
    for key in ("ArrowLeft", "ArrowLeft", "ArrowDown"):
        start.press(key)
    reader.says("^Hebb's arrow turned along the cloud")
    assert not reader.figure.locator("[d*=NaN], [transform*=NaN]").count()


def test_a_finger_turns_the_cloud(visit):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    reader = visit(ARROW, **phone).play()
    reader.swipe("Tilt of the cloud", 60, 60)
    reader.says("^Each of 500 points")
    tilt = reader.slider("Tilt of the cloud").get_attribute("aria-valuetext")
    assert tilt != "30 degrees"


def test_links_set_rule_and_cloud_and_keep_what_else_was_found(visit, record):
    reader = visit(ARROW).play()
    for words, text in {
        "Oja.s rule": "^Oja's arrow turns, too",
        "Hebb.s rule": "^Hebb's arrow turned",
        "the cloud turned": "^Oja's arrow ends along the turned cloud",
    }.items():
        reader.page.locator("a.play", has_text=re.compile(words)).click()
        reader.says(text)
    assert len(ends(reader)) == 2
    assert reader.slider("Tilt of the cloud").get_attribute("aria-valuetext") == (
        "120 degrees"
    )
