"""The pull on the logits, played by mouse and by keyboard."""

import re

import numpy as np
import pytest

from annutils.losses import LOSSES

LOSS = LOSSES["categorical_crossentropy"]
LOGITS = "Logit z₀", "Logit z₁", "Logit z₂"


def logits(reader):
    """Return where the points are, as they tell it."""
    return np.array(
        [float(reader.slider(name).get_attribute("aria-valuenow")) for name in LOGITS]
    )


def shown(text):
    """Return the loss and the three errors that the figure says."""
    numbers = re.findall(r"−?\d\.\d\d", text)
    loss, *errors = (float(number.replace("−", "-")) for number in numbers)
    return loss, errors


def test_a_logit_moved_by_keys_changes_loss_and_errors(visit):
    reader = visit("ann-softmax").play()
    reader.says(r"ŷ₁ = 4\.56\.\s.*: 0\.94 \+ \(−0\.99\) \+ 0\.05\.")
    reader.slider("Logit z₁").focus()
    for key in ("ArrowUp", "ArrowRight", "Shift+ArrowUp"):
        reader.page.keyboard.press(key)
    z = logits(reader)
    assert z.tolist() == [2.5, -1.3, -0.5]
    loss, errors = shown(reader.says(r"ŷ₁ = 3\.8"))
    assert loss == pytest.approx(LOSS.value([1], z[None]), abs=0.006)
    assert errors == pytest.approx(LOSS.gradient([1], z[None])[0], abs=0.006)


def test_a_logit_is_dragged_and_the_loss_is_drawn_along_it(visit):
    reader = visit("ann-softmax").play()
    slope = reader.figure.get_by_text("alone moves")
    assert "z₁ alone moves. Its slope: ŷ₁ − y₁ = −0.99" in slope.text_content()
    reader.drag("Logit z₂", 30, -100)
    z = logits(reader)
    assert z[:2].tolist() == [2.5, -2]
    assert z[2] > 1
    error = LOSS.gradient([1], z[None])[0, 2]
    assert f"z₂ alone moves. Its slope: ŷ₂ − y₂ = {error:.2f}" in slope.text_content()
    again = visit("ann-softmax", hash=reader.address(f"z2={z[2]:g}")).play()
    assert logits(again).tolist() == z.tolist()


def test_a_step_of_descent_goes_to_the_tips_of_the_arrows(visit):
    reader = visit("ann-softmax").play()
    z = logits(reader)
    losses = [LOSS.value([1], z[None])]
    for _ in range(3):
        reader.button("One step of descent").click()
        z = z - 2 * LOSS.gradient([1], z[None])[0]
        losses.append(LOSS.value([1], z[None]))
        assert logits(reader) == pytest.approx(z, abs=0.001)
        loss, _ = shown(reader.says(rf"ŷ₁ = {losses[-1]:.2f}"))
        assert loss == pytest.approx(losses[-1], abs=0.006)
    assert np.all(np.diff(losses) < 0)


def test_another_true_class_is_pulled_up(visit):
    reader = visit("ann-softmax").play()
    reader.choose("True class", "0")
    reader.says(r"ŷ₀ = 0\.06\.\s.*: \(−0\.06\) \+ 0\.01 \+ 0\.05")


def test_a_step_that_would_leave_the_scale_is_refused(visit):
    reader = visit("ann-softmax", hash="#fig-classifiers-pull:z0=4&target=0").play()
    before = logits(reader)
    reader.button("One step of descent").click()
    reader.says("A step would leave the scale")
    assert logits(reader).tolist() == before.tolist()
