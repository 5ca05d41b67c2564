"""Broadcasting, played by mouse and by keyboard."""

import numpy as np

SHAPES = {"predictions": "Shape of the predictions", "targets": "Shape of the targets"}


def shape(reader, name):
    """Return a shape, as it is told."""
    return reader.slider(SHAPES[name]).get_attribute("aria-valuetext")


def test_the_loss_is_mended_by_pressing_a_shape(visit):
    reader = visit("ann-broadcasting").play()
    reader.says(r"16 differences, not 4\. Of these, 8 are not 0, so the loss is 0\.5")
    assert [shape(reader, name) for name in SHAPES] == ["(4, 1)", "(4,)"]
    reader.slider(SHAPES["targets"]).click()
    reader.says(r"own target: 4 differences\. All are 0, so .* is 0\.$")
    assert shape(reader, "targets") == "(4, 1)"
    code = reader.figure.locator("code").text_content()
    assert code == "loss = np.mean((predictions - targets[:, None]) ** 2)"
    reader.figure.locator("th", has_text="axis 1").wait_for()
    reader.slider(SHAPES["predictions"]).press("ArrowLeft")
    reader.says("16 differences")
    reader.slider(SHAPES["targets"]).press("ArrowLeft")
    reader.says("4 differences")
    assert [shape(reader, name) for name in SHAPES] == ["(4,)", "(4,)"]
    reader.figure.locator("th", has_text="axis 1").wait_for(state="detached")


def test_a_shape_is_dragged_and_the_address_keeps_it(visit):
    reader = visit("ann-broadcasting").play()
    reader.drag(SHAPES["predictions"], -20, 0)
    reader.says("own target: 4 differences")
    again = visit("ann-broadcasting", hash=reader.address("predictions=4")).play()
    again.says("own target: 4 differences")


def test_a_flipped_prediction_leaves_the_wrong_loss_and_raises_the_right_one(visit):
    reader = visit("ann-broadcasting").play()
    flip = reader.figure.get_by_role("button", name="Prediction of sample 2: 1")
    flip.click()
    reader.says("16 differences, not 4. Of these, 8 are not 0, so the loss is 0.5")
    reader.slider(SHAPES["predictions"]).press("ArrowLeft")
    loss = np.mean((np.array([0, 1, 0, 0]) - np.array([0, 1, 1, 0])) ** 2)
    reader.says(f"Of these, 1 is not 0, so the loss is {loss:g}")
    target = reader.figure.get_by_role("button", name="Target of sample 2: 1")
    target.focus()
    reader.page.keyboard.press("Enter")
    reader.says("All are 0")


def test_a_difference_is_pointed_at_and_names_its_sources(visit):
    reader = visit("ann-broadcasting").play()
    seen = reader.slider("Difference that is looked at")
    expected = "differences[1, 0] = predictions[1, 0] − targets[0] = 1 − 0 = 1:"
    assert seen.get_attribute("aria-valuetext").startswith(expected)
    seen.focus()
    for key in ("ArrowUp", "ArrowRight", "ArrowUp"):
        reader.page.keyboard.press(key)
    expected = "differences[0, 1] = predictions[0, 0] − targets[1] = 0 − 1 = −1:"
    assert seen.get_attribute("aria-valuetext").startswith(expected)
    reader.figure.locator(".tile").nth(13).hover(force=True)
    expected = "differences[3, 1] = predictions[3, 0] − targets[1]"
    assert seen.get_attribute("aria-valuetext").startswith(expected)
    reader.page.mouse.move(0, 0)
    reader.slider(SHAPES["targets"]).click()
    expected = "differences[3, 0] = predictions[3, 0] − targets[3, 0] = 0 − 0 = 0:"
    assert seen.get_attribute("aria-valuetext").startswith(expected)
