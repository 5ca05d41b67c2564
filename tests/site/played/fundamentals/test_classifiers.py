"""The step of three scores, and two bells, played by mouse, keyboard and touch."""

import re
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from annutils.losses import LOSSES

LOSS = LOSSES["categorical_crossentropy"]
SCORES = "Score z₀", "Score z₁", "Score z₂"
PROBABILITY = "probability\u2009ŷ"
STEP = "step y\u2009-\u2009ŷ"


def scores(reader):
    """Return where the points are, as they tell it."""
    return np.array(
        [float(reader.slider(name).get_attribute("aria-valuenow")) for name in SCORES]
    )


def drawn(reader):
    """Return the rows of exponentials, probabilities and steps, and the loss."""
    texts = [
        text.replace("−", "-")
        for text in reader.figure.locator("svg text").all_text_contents()
    ]
    starts = [texts.index(name) for name in ("eᶻ", PROBABILITY, STEP)]
    rows = [[float(Fraction(each)) for each in texts[k + 1 : k + 5]] for k in starts]
    (loss,) = (text.split()[-1] for text in texts if text.startswith("loss "))
    return np.array(rows), float(loss)


def test_a_score_moved_by_keys_changes_the_arrows_and_the_loss(visit):
    reader = visit("ann-softmax").play()
    reader.says(r"Class 1 is the true one, and its probability is 0\.010\.")
    reader.slider("Score z₁").focus()
    for key in ("ArrowUp", "ArrowRight", "Shift+ArrowUp"):
        reader.page.keyboard.press(key)
    z = scores(reader)
    assert z.tolist() == [2.5, -1.3, -0.5]
    gradient = LOSS.gradient([1], z[None])[0]
    reader.says(rf"= {-gradient[1]:.3f} and lowers the others by 0\.")
    (powers, p, steps), loss = drawn(reader)
    assert powers[:3] == pytest.approx(np.exp(z), abs=0.0006)
    assert p[:3] == pytest.approx(np.exp(z) / np.exp(z).sum(), abs=0.001)
    assert steps[:3] == pytest.approx(-gradient, abs=0.001)
    for row, total in ((powers, powers[3]), (p, 1), (steps, 0)):
        assert row[3] == total
        assert row[:3].sum() == pytest.approx(total, abs=1e-9)
    assert loss == pytest.approx(LOSS.value([1], z[None]), abs=0.0006)


def test_a_score_is_dragged_and_the_address_keeps_it(visit):
    reader = visit("ann-softmax").play()
    reader.drag("Score z₂", 30, -100)
    z = scores(reader)
    assert z[:2].tolist() == [2.5, -2]
    assert z[2] > 1
    reader.drag("Score z₂", 0, -300)
    assert scores(reader)[2] == 3
    again = visit("ann-softmax", hash=reader.address("z2=3")).play()
    assert scores(again).tolist() == [2.5, -2, 3]


def test_a_step_goes_to_the_tips_of_the_arrows_and_leaves_ghosts(visit):
    reader = visit("ann-softmax").play()
    z = scores(reader)
    losses = [LOSS.value([1], z[None])]
    ghosts = reader.figure.locator("circle[fill=none][stroke-dasharray]")
    for _ in range(3):
        reader.button("Take this step").click()
        z = z - LOSS.gradient([1], z[None])[0]
        losses.append(LOSS.value([1], z[None]))
        assert scores(reader) == pytest.approx(z, abs=0.001)
        assert drawn(reader)[1] == pytest.approx(losses[-1], abs=0.0006)
        reader.says(rf"The loss fell from {losses[-2]:.3f} to {losses[-1]:.3f}\.")
        assert ghosts.count() == 4
    assert np.all(np.diff(losses) < 0)
    reader.slider("Score z₀").press("ArrowDown")
    assert ghosts.count() == 0


def test_another_class_becomes_the_true_one_by_pressing_its_target(visit):
    reader = visit("ann-softmax").play()
    reader.figure.get_by_role("button", name="Target of class 0: 0").click()
    reader.says(r"Sure and right, .* raises class 0 by 1 − 0\.943 = 0\.057\.")
    target = reader.figure.get_by_role("button", name="Target of class 2: 0")
    target.focus()
    reader.page.keyboard.press("Enter")
    reader.says(r"Sure and wrong: a step raises class 2 by 1 − 0\.047 = 0\.953")
    assert target.count() == 0


def test_equal_scores_have_equal_shares_and_the_reader_may_start_over(visit):
    reader = visit(
        "ann-softmax", hash="#fig-classifiers-pull:z0=1&z1=1&z2=1&target=2"
    ).play()
    reader.says(r"^Undecided, as no class has half: .* class 2 by 1 − 1/3 = 2/3")
    assert drawn(reader)[0][2].tolist() == [-1 / 3, -1 / 3, 2 / 3, 0]
    reader.button("Start over").click()
    reader.says(r"^Class 1 is the true one")
    assert scores(reader).tolist() == [2.5, -2, -0.5]


@pytest.mark.parametrize(
    ("guess", "verdict"),
    [
        ("class 1", r"^Right: .*, 0\.943 \+ 0\.047 = 0\.990\.$"),
        (
            "class 0",
            r"^Not class 0, which sinks by 0\.943: class 1 .* = 0\.990\.$",
        ),
        ("class 2", r"^Not class 2, which sinks by 0\.047: "),
    ],
)
def test_a_prediction_is_asked_for_before_the_steps_are_shown(visit, guess, verdict):
    reader = visit("ann-softmax").play()
    arrows = reader.figure.locator("path[stroke-width='3']")
    reader.says("^Class 1 is the true one")
    assert arrows.count() == 0
    assert reader.figure.get_by_text("?", exact=True).count() == 3
    radio = reader.figure.get_by_role("radio", name=guess)
    radio.check()
    reader.says(verdict)
    assert arrows.count() == 3
    assert drawn(reader)[0][2][:3].tolist() == [-0.943, 0.99, -0.047]
    # The answer stays, and the next task takes the place of the last one.
    assert radio.is_checked()
    assert reader.figure.get_by_text("Next: lift class 2").is_visible()
    reader.slider("Score z₂").press("End")
    reader.slider("Score z₂").press("Shift+ArrowDown")
    reader.says(r"^0\.497 and 0\.497, equal: .* from 12\.924 to 24\.499\.")
    assert reader.figure.get_by_text("Next: take steps").is_visible()
    reader.button("Start over").click()
    assert arrows.count() == 0
    assert not radio.is_checked()


def test_whatever_the_reader_moves_shows_the_steps(visit):
    reader = visit("ann-softmax").play()
    reader.slider("Score z₀").press("ArrowDown")
    reader.says("a step raises class 1")
    assert reader.figure.locator("path[stroke-width='3']").count() == 3


def test_each_arrow_is_in_sight_and_no_number_touches_another(visit):
    reader = visit("ann-softmax").play()
    reader.figure.get_by_role("radio", name="class 1").check()
    arrows = reader.figure.locator("path[stroke-width='3']")
    rises = []
    for d in arrows.evaluate_all("all => all.map(path => path.getAttribute('d'))"):
        start, *_, tip = re.findall(r"-?[\d.]+", d.split("M")[1].replace("V", " "))[1:4]
        rises.append(float(start) - float(tip))
    assert len(rises) == 3
    assert rises[1] == pytest.approx(0.990 / 0.943 * -rises[0], rel=0.01)
    reader.slider("Score z₂").press("End")
    rows = {}
    for text in reader.figure.locator(".plot svg text").all():
        box = text.bounding_box()
        if re.fullmatch(r"[-−+\d.]+", text.text_content()):
            rows.setdefault(round(box["y"]), []).append(box)
    crowded = [sorted(row, key=lambda box: box["x"]) for row in rows.values()]
    for row in crowded:
        for one, other in pairwise(row):
            assert other["x"] - one["x"] - one["width"] > 8


def test_a_step_beyond_the_scale_moves_all_points_and_no_probability(visit):
    reader = visit(
        "ann-softmax", hash="#fig-classifiers-pull:z0=3&z1=-2&z2=3&target=0"
    ).play()
    z = scores(reader)
    z = z - LOSS.gradient([0], z[None])[0]
    reader.button("Take this step").click()
    reader.says(r"^The loss fell .* all three then moved down by .*: only differences")
    found = scores(reader)
    assert found.max() == pytest.approx(-found.min())
    assert found - z == pytest.approx(np.full(3, found[0] - z[0]), abs=0.002)
    assert drawn(reader)[1] == pytest.approx(LOSS.value([0], z[None]), abs=0.0006)


def test_where_all_of_the_scale_is_used_nothing_is_left_to_step(visit):
    reader = visit(
        "ann-softmax", hash="#fig-classifiers-pull:z0=3&z1=-3&z2=-3&target=0"
    ).play()
    reader.button("Take this step").click()
    reader.says("no step changes what you see")
    assert scores(reader).tolist() == [3, -3, -3]


def test_a_point_stops_at_the_height_of_another_and_the_button_waits_till_then(visit):
    reader = visit("ann-softmax").play()
    step = reader.button("Take this step")
    assert step.get_attribute("class") != "main"
    units = reader.slider("Score z₂").evaluate(
        "e => e.ownerSVGElement.getBoundingClientRect().width / 400 * 234 / 7.4"
    )
    reader.drag("Score z₂", 4, -3 * units + 1.5)  # a little lower than class 0
    assert scores(reader)[2] == 2.5
    reader.says(r"^0\.497 and 0\.497, equal")
    assert step.get_attribute("class") == "main"
    reader.slider("Score z₂").press("ArrowUp")  # and leaves it by a key
    assert scores(reader)[2] == 2.6


BELLS = "ann-posterior"
LABEL = "#fig-classifiers-clouds:"
LINK = "a.play[href*=clouds]"


def curve(reader):
    """Return how far the drawn curve of the share goes, and its heights, in pixels."""
    path = "svg[aria-label^='The share'] path[stroke-width]:not([stroke-dasharray])"
    d = reader.figure.locator(path).first.get_attribute("d")
    points = np.array(re.findall(r"[-\d.]+", d), float).reshape(-1, 2)
    return points[-1, 0], points[:, 1]


@pytest.mark.parametrize(
    ("guess", "answer"),
    [
        ("blue", "^Right: wide blue"),
        ("orange", "^Not orange: blue. Narrow"),
        ("both alike", "^Not alike: blue. Both"),
    ],
)
def test_a_guess_uncovers_how_the_curve_goes_on(visit, guess, answer):
    reader = visit(BELLS).play()
    reader.says("might be an S")
    end, heights = curve(reader)
    assert np.all(np.diff(heights) <= 0)  # it rises, as far as it is shown
    assert reader.button("Start over").is_hidden()
    hidden = reader.figure.get_by_text("?", exact=True)
    assert hidden.count() == 2  # in the share and in its log odds
    radio = reader.figure.get_by_role("radio", name=guess)
    radio.focus()
    reader.page.keyboard.press("Space")
    assert "290 times as high. Now make both spreads equal." in reader.says(answer)
    # It stays, and another one than what is so is drawn beside it, in both planes.
    assert radio.is_checked()
    drawn = reader.figure.get_by_text("guess", exact=True)
    assert drawn.count() == (0 if guess == "blue" else 2)
    farther, heights = curve(reader)
    assert farther > end
    assert hidden.count() == 0
    assert heights.min() < 0.5 * heights[-1]  # and it bends back
    reader.slider("Top of class 1").press("ArrowRight")
    assert not radio.is_visible()  # it was about other bells
    assert drawn.count() == 0
    reader.button("Start over").click()
    reader.says("might be an S")
    assert not reader.figure.get_by_role("radio", name=guess).is_checked()


def test_equal_spreads_are_found_by_keys_and_make_an_s_of_the_curve(visit):
    reader = visit(BELLS).play()
    flank = reader.slider("Flank of class 0")
    assert flank.get_attribute("aria-valuetext") == "spread 2"
    flank.focus()
    for _ in range(2):
        reader.page.keyboard.press("Shift+ArrowRight")
    reader.says(r"only then is σ\(z\) an S")
    for text in ("z = 2x", "σ(2x)"):
        assert reader.figure.get_by_text(text, exact=True).is_visible()
    weight = "w = (μ₁ − μ₀)/s² = (1 − (−1))/1² = 2"
    assert reader.figure.get_by_text(weight).is_visible()
    assert np.all(np.diff(curve(reader)[1]) <= 0)
    top = reader.slider("Top of class 1")
    for _ in range(5):
        top.press("ArrowUp")
    assert top.get_attribute("aria-valuetext") == "center 1, 75% of the samples"
    reader.says(r"^Still an S: .* by 0\.55 to the left")
    assert reader.figure.get_by_text(
        "share of orange (dashed: with 50% each)"
    ).is_visible()
    assert reader.figure.get_by_text("z = 2x + 1.099", exact=True).is_visible()
    reader.slider("Flank of class 1").press("ArrowRight")
    reader.says(r"^Nearly an S, .* off the picture, orange wins again")
    for key, spread in {"Home": "2.5", "End": "0.8"}.items():  # on the left of its bell
        flank.press(key)
        assert flank.get_attribute("aria-valuetext") == f"spread {spread}"


def test_a_top_is_dragged_sideways_or_up_as_the_drag_begins(visit):
    reader = visit(BELLS).play()
    top = reader.slider("Top of class 0")
    reader.drag("Top of class 0", -30, 12)
    assert re.match(r"center −[12]\.?\d*, 50%", top.get_attribute("aria-valuetext"))
    before = top.get_attribute("aria-valuenow")
    reader.drag("Top of class 0", 8, -40)
    assert top.get_attribute("aria-valuenow") == before
    share = int(re.search(r"(\d+)%", top.get_attribute("aria-valuetext"))[1])
    assert share > 55
    other = reader.slider("Top of class 1").get_attribute("aria-valuetext")
    assert f"{100 - share}%" in other
    reader.drag("Flank of class 1", 25, 40)
    reader.says("S.* bends.* off the picture, blue wins again")
    hash = reader.address("s1=1.", "mu0=-", "share=0.")
    again = visit(BELLS, hash=hash).play()
    assert top.get_attribute("aria-valuetext") == again.slider(
        "Top of class 0"
    ).get_attribute("aria-valuetext")
    assert again.figure.get_by_role("radio").first.is_hidden()


def test_one_line_goes_from_where_the_bells_cross_through_all_planes(visit):
    reader = visit(BELLS).play()
    reader.figure.get_by_role("radio", name="blue").check()
    lines = reader.figure.locator("path[stroke-dasharray='2 4']")
    boxes = [line.bounding_box() for line in lines.all()]
    places = np.array([[box["x"], box["y"], box["y"] + box["height"]] for box in boxes])
    places = places.reshape(3, 2, 3)  # plane, crossing, and x, top, foot
    assert np.ptp(places[..., 0], axis=0) == pytest.approx([0, 0], abs=0.5)
    assert places[1:, :, 1] - places[:-1, :, 2] == pytest.approx(
        np.zeros((2, 2)), abs=2
    )


def test_a_finger_drags_a_flank(visit):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    reader = visit(BELLS, **phone).play()
    reader.swipe("Flank of class 0", 40, 3)
    spread = reader.slider("Flank of class 0").get_attribute("aria-valuetext")
    assert 0.8 <= float(spread.split()[1]) < 1.5
    assert reader.button("Start over").is_visible()


def test_links_set_both_bells_whatever_the_reader_has_moved(visit):
    reader = visit(BELLS).play()
    reader.slider("Top of class 0").press("ArrowLeft")
    for words, text in {
        "equal spreads": r"only then is σ\(z\) an S",
        "three times as common": r"^Still an S: .* by 0\.55 to the left",
        "Unequal spreads": r"^No S: .* Orange wins only from −0\.2 to 3\.6",
    }.items():
        reader.page.locator(LINK).get_by_text(words, exact=True).click()
        reader.says(text)


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ("mu0=1&mu1=1&s0=1&s1=1", "Two bells in one place"),
        ("mu0=0&mu1=0&share=0.1", "Blue wins everywhere"),
        ("mu0=3&mu1=-3&s0=1&s1=1", r"only then is σ\(z\) an S"),
        ("s0=0.8&s1=2.5", "No S: .* Blue wins only from"),
    ],
)
def test_what_lies_at_the_ends_has_its_sentence(visit, settings, text):
    reader = visit(BELLS, hash=LABEL + settings).play()
    reader.says(text)
    assert not reader.figure.locator("[d*=NaN]").count()
