"""The gradient of the weights of a batch, played by mouse and by keyboard."""

import numpy as np
import pytest

A = np.array([[2, 1, 0], [1, 0, 3], [0, 2, 1], [1, 1, 0]])
DELTA = np.array([[0.5, -0.1], [-0.2, 0.3], [0.1, 0.2], [-0.3, -0.4]])


def entries(reader):
    """Return dW as it is drawn."""
    texts = reader.figure.locator(".entry text:not(.old)").all_text_contents()
    numbers = [float(text.replace("−", "-")) for text in texts]
    return np.array(numbers).reshape(3, 2)


def test_a_guess_uncovers_the_product_and_each_entry_is_told(visit):
    reader = visit("ann-gradient").play()
    reader.says("taken as given; the factor 1/4")
    texts = reader.figure.locator(".entry text:not(.old)")
    assert "".join(texts.all_text_contents()) == "?"
    # Nothing uncovers it, and the question stays, before it is answered.
    reader.figure.locator(".entry").nth(5).click(force=True)
    reader.says(r"^First say what makes dW\[1, 0\]")
    name = "Activation a₁, sample 0"
    reader.drag(name, 8, 0)
    reader.says("Guess, and you see")
    assert "".join(texts.all_text_contents()) == "?"
    moved = float(reader.slider(name).get_attribute("aria-valuenow"))
    a = A.astype(float)
    a[0, 1] = moved
    assert moved > 1
    reader.figure.get_by_role("radio", name="row and column").click()
    reader.says("Not so: row 1 of A is one sample")
    entry = reader.slider("Entry of dW")
    entry.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says("^Each sample multiplies its activation a₁ by its error of z₁")
    reader.figure.get_by_role("radio", name="two columns").click()
    reader.says("Right. Each sample multiplies its activation a₁ by its error of z₀")
    assert entries(reader) == pytest.approx(a.T @ DELTA)
    entry.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowDown"):
        reader.page.keyboard.press(key)
    reader.says("column 2 of A meets column 1 of Δ")
    assert entry.get_attribute("aria-valuetext").endswith(
        f"= {A[:, 2] @ DELTA[:, 1]:g}"
    )
    *_, total = reader.figure.locator("tbody tr").all_text_contents()
    assert total == f"dW[2, 1]sum{A[:, 2] @ DELTA[:, 1]:g}"
    reader.figure.locator(".entry").nth(0).hover(force=True)
    reader.says("column 2 of A meets column 1")  # pointing alone changes nothing
    reader.figure.locator(".entry").nth(1).click(force=True)
    again = visit("ann-gradient", hash=reader.address("k=1")).play()
    again.says("column 0 of A meets column 1 of Δ")


def test_a_changed_activation_changes_its_row_alone(visit):
    reader = visit("ann-gradient").play()
    reader.figure.get_by_role("radio", name="just show").click()
    name = "Activation a₀, sample 1"
    reader.drag(name, 8, 0)
    moved = float(reader.slider(name).get_attribute("aria-valuenow"))
    changed = A.astype(float)
    changed[1, 0] = moved
    assert moved > 1
    assert entries(reader) == pytest.approx(changed.T @ DELTA)
    reader.says(f"goes from 1 to {moved:g}: row 0 of dW moves, each entry by")
    old = reader.figure.locator(".entry .old").all_text_contents()
    before = [f"{entry:g}".replace("-", "−") for entry in (A.T @ DELTA)[0].round(9)]
    assert old == [*before, "", "", "", ""]  # its row
    *_, total = reader.figure.locator("tbody tr").all_text_contents()
    assert total.startswith("dW[0, 0]")  # one that moved
    reader.drag("Error z₁, sample 1", 8, 0)
    *_, total = reader.figure.locator("tbody tr").all_text_contents()
    assert total.startswith("dW[0, 1]")


def test_a_finger_changes_a_number_sideways_and_scrolls_the_page_upward(visit):
    phone = {"width": 390, "height": 844}
    reader = visit("ann-gradient", viewport=phone, has_touch=True).play()
    name = "Activation a₀, sample 3"
    number = reader.slider(name)
    top = reader.page.evaluate("scrollY")
    reader.swipe(name, 16, 0)
    changed = number.get_attribute("aria-valuenow")
    assert float(changed) > A[3, 0]
    assert reader.page.evaluate("scrollY") == top
    reader.swipe(name, 0, -160)
    reader.page.wait_for_function("top => scrollY > top + 50", arg=top)
    assert number.get_attribute("aria-valuenow") == changed
