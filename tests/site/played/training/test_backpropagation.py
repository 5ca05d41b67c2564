"""The gradient of the weights of a batch, played by mouse and by keyboard."""

import numpy as np
import pytest

A = np.array([[2, 1, 0], [1, 0, 3], [0, 2, 1], [1, 1, 0]])
DELTA = np.array([[0.5, -0.1], [-0.2, 0.3], [0.1, 0], [0, -0.4]])


def entries(reader):
    """Return dW as it is drawn."""
    texts = reader.figure.locator(".tile text").all_text_contents()
    numbers = [float(text.replace("−", "-")) for text in texts]
    return np.array(numbers).reshape(3, 2)


def test_the_entries_are_those_of_the_product_and_each_is_told(visit):
    reader = visit("ann-gradient").play()
    reader.says(r"dW\[1, 0\] belongs to the weight from unit 1 to unit 0")
    assert entries(reader) == pytest.approx(A.T @ DELTA)
    entry = reader.slider("Entry of dW")
    entry.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowDown"):
        reader.page.keyboard.press(key)
    reader.says(r"dW\[2, 1\]")
    assert entry.get_attribute("aria-valuetext").endswith(
        f"= {A[:, 2] @ DELTA[:, 1]:g}"
    )
    reader.figure.locator(".tile").nth(0).hover(force=True)
    reader.says(r"dW\[0, 0\]")
    reader.figure.locator(".tile").nth(1).click(force=True)
    again = visit("ann-gradient", hash=reader.address("k=1")).play()
    again.says(r"dW\[0, 1\]")


def test_a_changed_activation_changes_its_row_alone(visit):
    reader = visit("ann-gradient").play()
    reader.says(r"dW\[1, 0\]")
    reader.drag("Activation of unit 0, sample 1", 8, 0)
    moved = reader.slider("Activation of unit 0, sample 1").get_attribute(
        "aria-valuenow"
    )
    changed = A.astype(float)
    changed[1, 0] = float(moved)
    assert changed[1, 0] > 1
    assert entries(reader) == pytest.approx(changed.T @ DELTA)
    assert np.any(entries(reader)[0] != (A.T @ DELTA)[0])
    reader.says(r"A\[1, 0\] enters row 0 of dW")
    grounds = reader.figure.locator(".tile rect")
    seen = grounds.evaluate_all("all => all.map(r => r.getAttribute('fill-opacity'))")
    assert seen == ["0.25", "0.25", "1", "1", "1", "1"]  # its row
