"""The formal neuron, played by mouse and by keyboard."""


def test_the_bar_is_dragged_until_the_neuron_is_the_gate(visit):
    reader = visit("ann-threshold").play()
    reader.says("3 of 8 rows are wrong. Is there a place for the bar where all 8 are")
    now = reader.figure.locator("svg[aria-label='The weights']")
    assert now.get_by_text("now: OR").count() == 1
    reader.drag("Threshold", 0, -45)
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
    reader.says("Threshold 1.5: 3 of 8 .* No bar will do: .* Change a weight")
    reader.slider("Weight w₃").focus()
    reader.page.keyboard.press("Home")
    reader.says("all 8 rows are right")
    address = reader.address("gate=veto", "w3=-1", "threshold=1.5")
    again = visit("ann-threshold", hash=address).play()
    again.says("all 8 rows are right")


def test_no_bar_makes_xor_and_the_drawing_says_why_once_it_was_tried(visit):
    reader = visit("ann-threshold", hash="#fig-neurons-play:gate=xor").play()
    proof = reader.figure.get_by_text("add up: ")
    for threshold in ("0.5", "1.5", "2.5"):
        reader.says(
            f"Threshold {threshold}: .* Is there a place for the bar where all 8"
        )
        assert proof.count() == 0
        reader.slider("Threshold").press("ArrowUp")
    reader.says("No bar will do, with any weights")
    assert proof.count() == 2
    assert "all 8 rows are right" not in reader.figure.locator(".status").text_content()
    assert reader.figure.get_by_text("add up: 0 + 2 = 2").is_visible()
    assert reader.figure.get_by_text("add up: 1 + 1 = 2").is_visible()
    reader.slider("Weight w₃").press("Home")
    assert reader.figure.get_by_text("add up: 0 + 0 = 0").is_visible()
    assert reader.figure.get_by_text("add up: −1 + 1 = 0").is_visible()
