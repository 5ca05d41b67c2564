"""The formal neuron, played by mouse and by keyboard."""


def test_the_bar_is_dragged_until_the_neuron_is_the_gate(visit):
    reader = visit("ann-threshold").play()
    reader.says("3 of 8 rows are wrong. The bar can still find majority")
    now = reader.figure.locator("svg").last
    assert now.get_by_text("now: OR").count() == 1
    reader.drag("Threshold", 0, -45)
    reader.says("Threshold 1.5: all 8 rows are right")
    assert now.get_by_text("now: majority").count() == 1
    assert reader.slider("Threshold").get_attribute("aria-valuetext") == "1.5"


def test_weights_and_bar_are_moved_by_keyboard(visit):
    reader = visit("ann-threshold").play()
    reader.choose("The gate that it should be", "veto")
    reader.says("No bar will do: .* Change a weight")
    reader.slider("Threshold").focus()
    reader.page.keyboard.press("ArrowUp")
    reader.says("Threshold 1.5: 3 of 8")
    reader.slider("Weight w₃").focus()
    reader.page.keyboard.press("Home")
    reader.says("all 8 rows are right")
    address = reader.address("gate=veto", "w3=-1", "threshold=1.5")
    again = visit("ann-threshold", hash=address).play()
    again.says("all 8 rows are right")


def test_no_bar_makes_xor_and_the_drawing_says_why(visit):
    reader = visit("ann-threshold", hash="#fig-neurons-play:gate=xor").play()
    rows = reader.figure.locator("svg").first
    assert rows.get_by_text("no bar will do: 011→0 stands above 001→1").count() == 1
    for _ in range(4):
        reader.says("No bar will do")
        assert "all 8" not in reader.figure.locator(".status").text_content()
        reader.slider("Threshold").press("ArrowUp")
