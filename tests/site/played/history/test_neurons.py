"""The formal neuron, played by mouse and by keyboard."""


def test_the_cut_is_dragged_until_the_neuron_is_the_gate(visit):
    reader = visit("ann-threshold").play()
    reader.says("3 of 8 rows are wrong")
    reader.drag("Threshold", 70, 30)
    reader.says("Threshold 1.5: all 8 rows are right")
    cut = reader.slider("Threshold")
    assert cut.get_attribute("aria-valuetext") == "1.5"


def test_weights_and_cut_are_moved_by_keyboard(visit):
    reader = visit("ann-threshold").play()
    reader.choose("The gate that it should be", "veto")
    reader.slider("Threshold").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("ArrowRight")
    reader.says("Threshold 1.5: 3 of 8")
    reader.slider("Weight w₃").focus()
    reader.page.keyboard.press("Home")
    reader.says("all 8 rows are right")
    address = reader.address("gate=veto", "w3=-2", "threshold=1.5")
    again = visit("ann-threshold", hash=address).play()
    again.says("all 8 rows are right")


def test_no_cut_makes_xor(visit):
    reader = visit("ann-threshold", hash="#fig-neurons-play:gate=xor&w2=-1").play()
    for _ in range(12):
        reader.says("have the mean 0.5, and so have the others: 0.5")
        assert "all 8" not in reader.figure.locator(".status").text_content()
        reader.slider("Threshold").press("ArrowRight")
