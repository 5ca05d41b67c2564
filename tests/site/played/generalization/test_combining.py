"""Runs in pairs, played by mouse, finger and keys, against the chapter's numbers."""

import json
import re

import numpy as np
import pytest
from annbook.chapters import all_chapters
from scipy import stats

from annutils.experiments import Spread

INTERVAL = r"([+−]\d\.\d+) to ([+−]\d\.\d+) points"
DRAWN = "[...e.shadowRoot.querySelectorAll('svg text')].map(t => t.textContent)"
LINES = "e => e.shadowRoot.querySelectorAll(\"svg path[stroke='var(--axis)']\").length"

PILED = """e => [...e.shadowRoot.querySelectorAll("path[stroke='var(--ink)']")]
  .map(path => path.getAttribute("d").split("M").length - 1)
  .reduce((most, each) => Math.max(most, each), 0)"""


@pytest.fixture(scope="module")
def errors():
    """Return the errors of both methods that the page carries."""
    (chapter,) = (c for c in all_chapters() if c.name == "generalization/combining")
    text = chapter.executed.read_text(encoding="utf-8").replace('\\"', '"')
    names, both = re.search(
        r'{"names":(\[[^\]]*\]),"errors":(\[\[.*?\]\])', text
    ).groups()
    assert json.loads(names) == ["no remedy", "L1"]
    return np.array(json.loads(both))


def said(low, high):
    """Return an interval as the figure says it."""
    return f"{low:+.1f} to {high:+.1f} points".replace("-", "−")


def ends(reader, pattern):
    """Wait for a sentence with an interval; return both ends."""
    found = re.search(INTERVAL, reader.says(pattern))
    return [float(end.replace("−", "-")) for end in found.groups()]


def drawn_ends(reader, name):
    """Return both ends of an interval, as they stand in the picture."""
    texts = reader.figure.evaluate(f"e => {DRAWN}")
    (text,) = {text for text in texts if text.startswith(f"{name}: ")}
    found = re.search(INTERVAL.removesuffix(" points"), text)
    return [float(end.replace("−", "-")) for end in found.groups()]


def in_pairs(errors):
    """Return the interval of the mean change by seed."""
    return Spread(tuple(errors[1] - errors[0])).interval


def test_an_arrow_key_is_no_guess_yet(visit):
    reader = visit("ann-pairing").play()
    focused = "e => e.shadowRoot.activeElement?.textContent"
    first = reader.figure.get_by_role("radio").first
    first.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("ArrowRight")
    assert reader.figure.get_by_role("radio", checked=True).count() == 0
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("Space")
    reader.says("^Not as long, only its middle stays: ")
    assert not first.is_visible()
    assert reader.figure.evaluate(focused) == "Pair strangers"


def length(interval):
    """Return how long an interval is: from end to end, as the figure says them."""
    low, high = (round(end, 1) for end in interval)
    return f"{high - low:.1f}"


def unpaired(errors):
    """Return the interval as if nothing were shared."""
    before, after = errors
    return stats.ttest_ind(after, before, equal_var=False).confidence_interval()


@pytest.mark.parametrize(
    ("guess", "reason"),
    [
        ("shorter", "^Right: "),
        ("as long", "^Not as long, only its middle stays: "),
        ("longer", "^Not longer, though these are fewer numbers: "),
    ],
)
def test_a_guess_uncovers_the_change_and_hears_a_reason(visit, errors, guess, reason):
    reader = visit("ann-pairing").play()
    assert said(*unpaired(errors)) in reader.says("^As if the two rows")
    drawn = reader.figure.evaluate(f"e => {DRAWN}")
    for name, own in zip(("no remedy", "L1"), errors, strict=True):
        low, high = Spread(tuple(own)).interval
        assert f"{name}: {low:.1f} to {high:.1f}%" in drawn
    assert f"unpaired: {said(*unpaired(errors))}".removesuffix(" points") in drawn
    assert {"by seed: ?", "?"} <= {*drawn}
    assert reader.figure.evaluate(LINES) == 1  # the unpaired interval
    assert not reader.button("Pair strangers").is_visible()
    reader.figure.get_by_role("radio", name=guess, exact=True).check()
    lengths = f"by seed {length(in_pairs(errors))} points, unpaired "
    assert f"{lengths}{length(unpaired(errors))}." in reader.says(reason)
    drawn = reader.figure.evaluate(f"e => {DRAWN}")
    assert f"by seed: {said(*in_pairs(errors))}".removesuffix(" points") in drawn
    assert "strangers: ?" in drawn
    assert reader.figure.evaluate(LINES) == 13
    hint = reader.figure.locator(".hint")
    assert hint.inner_text() == "Drag a line sideways, and watch the bars."
    reader.page.keyboard.press("Enter")  # where the guess was
    reader.says("^Strangers share no luck")


def test_strangers_widen_the_change_alone_and_seeds_bring_it_back(visit, errors):
    address = "#fig-combining-paired:guess=seen"
    # Still: what is drawn is what is said, at any moment.
    reader = visit("ann-pairing", hash=address, reduced_motion="reduce").play()
    reader.says("^Each line")
    own = [round(end, 1) for end in in_pairs(errors)]
    before = reader.figure.evaluate(f"e => {DRAWN}")
    lengths = []
    for number in range(1, 9):
        reader.button("Pair strangers").press("Enter")
        reader.address(f"partners={number}")
        draws = "" if number == 1 else f", {number} draws"
        text = reader.says(f"^Strangers share no luck{draws}:")
        low, high = drawn_ends(reader, "strangers")
        assert high - low > own[1] - own[0] + 0.3
        assert low + high == pytest.approx(sum(own), abs=0.21)  # of digits
        lengths.append(high - low)
        if number > 1:
            told = f"{min(lengths):.1f} to {max(lengths):.1f} points long."
            end = f"None is as short as by seed ({length(in_pairs(errors))})."
            assert text.endswith(f"{told} {end}")
        assert reader.figure.evaluate(PILED) == max(2, number)  # of the hold's arrows
    assert np.mean(lengths) == pytest.approx(np.diff(unpaired(errors))[0], rel=0.15)
    now = reader.figure.evaluate(f"e => {DRAWN}")
    changed = {*before} ^ {*now}
    strangers = {text for text in changed if text.startswith("strangers")}
    assert len(strangers) == 2  # before and now
    assert all(text.endswith(" long") for text in changed - strangers)
    reader.button("Pair by seed").click()
    assert ends(reader, "^Paired by seed.* so the error falls") == own
    assert reader.button("Pair by seed").is_disabled()
    assert reader.figure.evaluate(PILED) == 8  # what was drawn stays in sight
    reader.button("Pair strangers").click()
    reader.says("^Strangers share no luck, 9 draws: ")
    reader.drag("Error, both", 40, 0)
    reader.says("^These two share nothing, so you have moved two seeds. By seed, ")
    hint = reader.figure.locator(".hint")
    assert hint.inner_text() == "Pair by seed, then drag a line."


def test_a_line_is_dragged_and_the_change_stays(visit, errors):
    reader = visit("ann-pairing", hash="#fig-combining-paired:guess=seen").play()
    reader.says("^Each line")
    own = [round(end, 1) for end in in_pairs(errors)]
    reader.drag("Error, both", 60, 20)
    text = reader.says("^What both share cancels")
    assert f"still {said(*in_pairs(errors))}" in text
    low, high = (
        float(end.replace("−", "-"))
        for end in re.search(r"become ([+−][\d.]+) to ([+−][\d.]+)\.$", text).groups()
    )
    assert high - low > np.diff(unpaired(errors))[0] + 0.05
    hint = reader.figure.locator(".hint")
    assert hint.inner_text() == "Now pair strangers."
    _, first, second = reader.figure.get_attribute("moved").split(",")
    assert first == second
    assert ends(reader, "still") == own
    reader.drag("Error, no remedy", -150, 0)
    low, high = ends(reader, "^One network alone has moved")
    assert high - low > own[1] - own[0] + 0.1


def test_keys_choose_a_pair_and_move_an_end_until_the_scale_ends(visit):
    reader = visit("ann-pairing", hash="#fig-combining-paired:guess=seen").play()
    reader.says("^Each line")
    hand = reader.slider("Error, no remedy")
    value = lambda: float(hand.get_attribute("aria-valuenow"))  # noqa: E731
    text = hand.get_attribute("aria-valuetext")
    hand.press("ArrowDown")
    assert hand.get_attribute("aria-valuetext").split(",")[0] != text.split(",")[0]
    hand.press("ArrowUp")
    assert hand.get_attribute("aria-valuetext") == text
    before = value()
    hand.press("ArrowLeft")
    assert value() == pytest.approx(before - 0.1)
    reader.says("^One network alone has moved")
    for _ in range(30):
        hand.press("Shift+ArrowRight")
    assert value() == float(hand.get_attribute("aria-valuemax"))
    reader.figure.locator("summary", has_text="More").click()
    reader.button("Start over").click()
    reader.says("^As if the two rows")
    reader.page.wait_for_function("() => !location.hash.includes('moved')")
    assert value() == before


def test_before_the_guess_dots_move_and_nothing_is_told(visit):
    reader = visit("ann-pairing").play()
    first = reader.says("^As if the two rows").split(" change is ")[1]
    reader.drag("Error, L1", -120, 0)
    reader.says(rf"^As if the two rows (?!.*{re.escape(first)})")
    assert reader.figure.evaluate(LINES) == 1
    assert not reader.slider("Error, both").is_visible()


def test_a_finger_drags_a_line_and_the_nearest_one_is_taken(visit):
    phone = {"width": 390, "height": 844}
    address = "#fig-combining-paired:guess=seen"
    reader = visit("ann-pairing", hash=address, viewport=phone, has_touch=True).play()
    reader.says("^Each line")
    reader.slider("Error, both").scroll_into_view_if_needed()
    reader.swipe("Error, both", 40, 4)
    reader.says("^What both share")
    first = reader.slider("Error, both").get_attribute("aria-valuetext")
    box = reader.figure.locator(".plot svg").first.bounding_box()
    unit = box["width"] / 424
    reader.page.touchscreen.tap(box["x"] + 75 * unit, box["y"] + 120 * unit)
    other = reader.slider("Error, both").get_attribute("aria-valuetext")
    assert first.split(",")[0] != other.split(",")[0]


def test_links_say_what_the_text_says_and_keep_what_was_moved(visit, errors):
    reader = visit("ann-pairing", reduced_motion="reduce").play()
    lines, stranger, harder = reader.page.locator("a.play").all()
    stranger.click()
    reader.says("^Strangers share no luck: ")
    by_seed = said(*in_pairs(errors)).removesuffix(" points")
    assert f"by seed: {by_seed}" in reader.figure.evaluate(f"e => {DRAWN}")
    low, high = drawn_ends(reader, "strangers")
    assert high - low == pytest.approx(np.diff(unpaired(errors))[0], rel=0.2)
    harder.click()
    text = reader.says("^What both share cancels")
    assert said(*in_pairs(errors)) in text
    assert re.search(r"has become −[\d.]+ to \+", text)  # it contains zero
    for link, begin in ((lines, "^Each line"), (stranger, "^Strangers")):
        link.click()
        reader.says(begin)
        # What a link does not name stays.
        assert reader.figure.evaluate("e => e.values.moved.length") == 2
