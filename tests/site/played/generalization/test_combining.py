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
    reader.says("^Overlap is no test")
    assert not first.is_visible()
    assert reader.figure.evaluate(focused) == "Other partners"


@pytest.mark.parametrize(
    ("guess", "reason"),
    [
        ("yes", "^Right: bars may overlap"),
        ("no: the bars overlap", "^Overlap is no test"),
    ],
)
def test_a_guess_uncovers_the_change_and_hears_a_reason(visit, errors, guess, reason):
    reader = visit("ann-pairing").play()
    for own in map(Spread, map(tuple, errors)):
        low, high = own.interval
        assert f"{low:.1f} to {high:.1f}%" in reader.says("The bars overlap")
    assert reader.figure.evaluate(LINES) == 0
    assert not reader.button("Other partners").is_visible()
    reader.figure.get_by_role("radio", name=guess, exact=True).check()
    text = reader.says(f"{reason}.* so the error falls")
    assert said(*in_pairs(errors)) in text
    apart = stats.ttest_ind(errors[1], errors[0], equal_var=False)
    assert f"{said(*apart.confidence_interval()).removesuffix(' points')}. In" in text
    assert reader.figure.evaluate(LINES) == 13  # with the bar of unpaired runs
    reader.page.keyboard.press("Enter")  # where the guess was: other partners
    reader.says("^Strangers share no seed")


def test_other_partners_widen_the_change_alone_and_seeds_bring_it_back(visit, errors):
    reader = visit("ann-pairing", hash="#fig-combining-paired:guess=seen").play()
    own = ends(reader, "^Each line")
    before = reader.figure.evaluate(f"e => {DRAWN}")
    opened = 0
    for number in range(1, 9):
        reader.button("Other partners").press("Enter")
        reader.address(f"partners={number}")
        low, high = ends(reader, "^Strangers share no seed")
        assert high - low > own[1] - own[0] + 0.3
        assert low + high == pytest.approx(sum(own), abs=0.21)  # of digits
        text = reader.says("of shuffles")
        opened += "so the question is open" in text
        assert 40 < int(re.search(r"(\d+)% of shuffles", text)[1]) < 70
    assert 1 <= opened <= 7
    now = reader.figure.evaluate(f"e => {DRAWN}")
    assert {*before} ^ {*now} <= {*before[-3:], *now[-3:]}  # the change alone
    reader.button("Pair by seed").click()
    assert ends(reader, "^Paired by seed.* so the error falls") == own
    assert reader.button("Pair by seed").is_disabled()


def test_a_line_is_dragged_and_the_change_stays(visit, errors):
    reader = visit("ann-pairing", hash="#fig-combining-paired:guess=seen").play()
    own = ends(reader, "^Each line")
    reader.drag("Error, both", 60, 20)
    text = reader.says("^What both runs share moves the bars")
    assert said(*in_pairs(errors)) in text
    longer = [float(each) for each in re.findall(r"\d\.\d", text)[:2]]
    for length, values in zip(longer, errors, strict=True):
        low, high = Spread(tuple(values)).interval
        assert length > high - low + 0.05
    _, first, second = reader.figure.get_attribute("moved").split(",")
    assert first == second
    assert ends(reader, "still") == own
    reader.drag("Error, no remedy", -150, 0)
    low, high = ends(reader, "^One run alone has moved")
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
    reader.says("^One run alone has moved")
    for _ in range(30):
        hand.press("Shift+ArrowRight")
    assert value() == float(hand.get_attribute("aria-valuemax"))
    reader.figure.locator("summary", has_text="More").click()
    reader.button("Start over").click()
    reader.says("The bars overlap")
    reader.page.wait_for_function("() => !location.hash.includes('moved')")
    assert value() == before


def test_before_the_guess_dots_move_and_nothing_is_told(visit):
    reader = visit("ann-pairing").play()
    first = reader.says("The bars overlap")
    reader.drag("Error, L1", -120, 0)
    other = reader.says(r"^Mean error, no remedy: (?!.*16\.2%)")
    assert other != first
    assert reader.figure.evaluate(LINES) == 0
    assert not reader.slider("Error, both").is_visible()


def test_a_finger_drags_a_line_and_the_nearest_one_is_taken(visit):
    phone = {"width": 390, "height": 844}
    address = "#fig-combining-paired:guess=seen"
    reader = visit("ann-pairing", hash=address, viewport=phone, has_touch=True).play()
    reader.says("^Each line")
    reader.slider("Error, both").scroll_into_view_if_needed()
    reader.swipe("Error, both", 40, 4)
    reader.says("^What both runs share")
    first = reader.slider("Error, both").get_attribute("aria-valuetext")
    box = reader.figure.locator(".plot svg").bounding_box()
    unit = box["width"] / 424
    reader.page.touchscreen.tap(box["x"] + 75 * unit, box["y"] + 102 * unit)
    other = reader.slider("Error, both").get_attribute("aria-valuetext")
    assert first.split(",")[0] != other.split(",")[0]


def test_links_say_what_the_text_says_and_keep_what_was_moved(visit, errors):
    reader = visit("ann-pairing", reduced_motion="reduce").play()
    lines, harder, stranger = reader.page.locator("a.play").all()
    harder.click()
    text = reader.says("^What both runs share moves the bars")
    assert said(*in_pairs(errors)) in text
    stranger.click()
    text = reader.says("of shuffles")
    share = re.search(r"so the question is open, as in about (\d+)%", text)
    assert int(share[1]) > 90
    lines.click()
    assert said(*in_pairs(errors)) in reader.says("^Each line.* so the error falls")
    # What a link does not name stays.
    assert reader.figure.evaluate("e => e.values.moved.length") == 2
