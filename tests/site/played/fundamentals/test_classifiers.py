"""The step of three scores, played by mouse and by keyboard."""

import numpy as np
import pytest

from annutils.losses import LOSSES

LOSS = LOSSES["categorical_crossentropy"]
SCORES = "Score z₀", "Score z₁", "Score z₂"


def scores(reader):
    """Return where the points are, as they tell it."""
    return np.array(
        [float(reader.slider(name).get_attribute("aria-valuenow")) for name in SCORES]
    )


def drawn(reader):
    """Return the changes in the row, the loss and its slope."""
    texts = [
        text.replace("−", "-")
        for text in reader.figure.locator("svg text").all_text_contents()
    ]
    changes = [float(text) for text in texts if text[:1] in ("+", "-") and "." in text]
    (loss,) = (float(text[5:]) for text in texts if text.startswith("loss "))
    (slope,) = (float(text[14:]) for text in texts if text.startswith("slope "))
    return changes, loss, slope


def test_a_score_moved_by_keys_changes_the_arrows_and_the_loss(visit):
    reader = visit("ann-softmax").play()
    reader.says(r"Sure and wrong\. Class 1 is pulled up by 1 − 0\.01 = 0\.99")
    reader.slider("Score z₁").focus()
    for key in ("ArrowUp", "ArrowRight", "Shift+ArrowUp"):
        reader.page.keyboard.press(key)
    z = scores(reader)
    assert z.tolist() == [2.5, -1.3, -0.5]
    gradient = LOSS.gradient([1], z[None])[0]
    reader.says(rf"= {-gradient[1]:.2f}, as much as the two others")
    changes, loss, slope = drawn(reader)
    assert changes == pytest.approx(-gradient, abs=0.006)
    assert slope == -changes[1]
    assert loss == pytest.approx(LOSS.value([1], z[None]), abs=0.006)


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
        assert drawn(reader)[1] == pytest.approx(losses[-1], abs=0.006)
        assert ghosts.count() == 4
    assert np.all(np.diff(losses) < 0)
    reader.slider("Score z₀").press("ArrowDown")
    assert ghosts.count() == 0


def test_another_class_becomes_the_true_one_by_pressing_its_target(visit):
    reader = visit("ann-softmax").play()
    reader.figure.get_by_role("button", name="Target of class 0: 0").click()
    reader.says(r"Sure and right, ŷ₀ = 0\.94: .* by 0\.06\.")
    target = reader.figure.get_by_role("button", name="Target of class 2: 0")
    target.focus()
    reader.page.keyboard.press("Enter")
    reader.says(r"Sure and wrong\. Class 2 is pulled up by 1 − 0\.05 = 0\.95")
    assert target.count() == 0


def test_states_that_are_compared_are_set_by_a_press(visit):
    reader = visit(
        "ann-softmax", hash="#fig-classifiers-pull:z0=1&z1=1&z2=1&target=2"
    ).play()
    reader.says(r"^Undecided\. Class 2 is pulled up by 1 − 0\.33 = 0\.67")
    for name in ("Sure and right", "Undecided", "Sure and wrong"):
        reader.button(name).click()
        reader.says(rf"^{name}[,.] .*(ŷ₁|Class 1)")
    assert scores(reader).tolist() == [2.5, -2, -0.5]


def test_a_step_that_would_leave_the_scale_is_refused(visit):
    reader = visit(
        "ann-softmax", hash="#fig-classifiers-pull:z0=3&z2=3&target=0"
    ).play()
    before = scores(reader)
    reader.button("Take this step").click()
    reader.says("A step would leave the scale")
    assert scores(reader).tolist() == before.tolist()
