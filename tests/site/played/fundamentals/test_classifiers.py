"""The step of three scores, played by mouse and by keyboard."""

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
    starts = [texts.index(name) for name in ("e", PROBABILITY, STEP)]
    rows = [[float(Fraction(each)) for each in texts[k + 1 : k + 5]] for k in starts]
    (loss,) = (text.split()[-1] for text in texts if text.startswith("loss "))
    return np.array(rows), float(loss)


def test_a_score_moved_by_keys_changes_the_arrows_and_the_loss(visit):
    reader = visit("ann-softmax").play()
    reader.says(r"Sure and wrong: class 1 rises by 1 − 0\.010 = 0\.990")
    reader.slider("Score z₁").focus()
    for key in ("ArrowUp", "ArrowRight", "Shift+ArrowUp"):
        reader.page.keyboard.press(key)
    z = scores(reader)
    assert z.tolist() == [2.5, -1.3, -0.5]
    gradient = LOSS.gradient([1], z[None])[0]
    reader.says(rf"= {-gradient[1]:.3f}, as much as the others")
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
    reader.says(r"Sure and right, .*: class 0 rises by 1 − 0\.943 = 0\.057\.")
    target = reader.figure.get_by_role("button", name="Target of class 2: 0")
    target.focus()
    reader.page.keyboard.press("Enter")
    reader.says(r"Sure and wrong: class 2 rises by 1 − 0\.047 = 0\.953")
    assert target.count() == 0


def test_equal_scores_have_equal_shares_and_the_reader_may_start_over(visit):
    reader = visit(
        "ann-softmax", hash="#fig-classifiers-pull:z0=1&z1=1&z2=1&target=2"
    ).play()
    reader.says(r"^Undecided, as no class has half: class 2 rises by 1 − 1/3 = 2/3")
    assert drawn(reader)[0][2].tolist() == [-1 / 3, -1 / 3, 2 / 3, 0]
    reader.button("Start over").click()
    reader.says(r"^Sure and wrong: class 1")
    assert scores(reader).tolist() == [2.5, -2, -0.5]


@pytest.mark.parametrize(("guess", "verdict"), [("shrink", "Right"), ("stay", "Not")])
def test_a_prediction_is_asked_for_and_judged_when_the_point_is_lifted(
    visit, guess, verdict
):
    reader = visit("ann-softmax").play()
    reader.slider("Score z₀").press("ArrowDown")
    reader.figure.get_by_role("radio", name=guess).check()
    reader.says("Now lift the point of class 2")
    assert scores(reader).tolist() == [2.5, -2, -0.5]
    reader.slider("Score z₂").press("End")
    reader.says(rf"^{verdict}.* from 12\.924 to 32\.403, .* from 0\.943 to 0\.376\.")
    # Once it is answered, the question goes.
    question = reader.figure.get_by_role("radio").first
    assert not question.is_visible()
    reader.slider("Score z₁").press("ArrowUp")
    reader.says(r"^One step: class 1")
    reader.button("Start over").click()
    assert question.is_visible()


def test_each_arrow_is_in_sight_and_no_number_touches_another(visit):
    reader = visit("ann-softmax").play()
    arrows = reader.figure.locator("path[stroke-width='3']")
    assert arrows.count() == 3
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


def test_a_step_that_would_leave_the_scale_is_refused(visit):
    reader = visit(
        "ann-softmax", hash="#fig-classifiers-pull:z0=3&z2=3&target=0"
    ).play()
    before = scores(reader)
    reader.button("Take this step").click()
    reader.says("A step would leave the scale")
    assert scores(reader).tolist() == before.tolist()
