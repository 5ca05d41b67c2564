"""Ten units in a row, played by mouse and by keyboard."""

INPUT = "Input of unit 1"


def test_the_input_is_moved_by_keys_to_0_where_ten_sigmoids_keep_most(visit):
    reader = visit("ann-chain").play()
    assert "best" not in reader.says("unit 10 changes by 1/11,000,000 of that")
    assert reader.figure.get_by_text("unit 1: slope 0.07").is_visible()
    reader.slider(INPUT).focus()
    for _ in range(4):
        reader.page.keyboard.press("Shift+ArrowLeft")
    reader.says(r"changes by 1/\d,\d00,000 of that\.\sYour best so far is 1/")
    reader.page.keyboard.press("Shift+ArrowLeft")
    reader.says(r"You have found it: 1/2,600,000, and no input gets noticeably more")
    hash = reader.address("x=0")
    assert reader.figure.get_by_text("reached: the most that any").is_visible()
    reader.slider(INPUT).press("Shift+ArrowRight")
    reader.slider(INPUT).press("Shift+ArrowRight")
    reader.says(r"\sYour best so far is 1/2,600,000\. The dashed")
    assert reader.figure.get_by_text("the most that any input keeps").is_visible()
    reader.slider("Weight between the units").press("ArrowRight")
    reader.says(r"The dashed .* nine weights multiply by 1\.05⁹, about 1\.55")
    visit("ann-chain", hash=hash).play().says("changes by 1/2,600,000")


def test_the_input_of_ten_relus_is_dragged_to_the_left_and_nothing_is_left(visit):
    reader = visit("ann-chain").play()
    reader.button("ReLU").click()
    reader.says(r"changes just as much\.\sAll ten slopes are 1")
    assert reader.figure.get_by_text("units 1 to 10: slope 1.00").is_visible()
    assert reader.button("ReLU").get_attribute("aria-pressed") == "true"
    assert reader.button("Sigmoid").get_attribute("aria-pressed") == "false"
    reader.slider(INPUT).focus()
    for _ in range(6):
        reader.page.keyboard.press("Shift+ArrowLeft")
        words = reader.figure.get_by_text(": slope")
        x = [drawn.bounding_box()["x"] for drawn in (words, reader.figure)]
        assert x[0] > x[1]  # it is not cut
    reader.drag(INPUT, -60, 100)
    reader.says(r"does not change at all\.\sThe first slope is 0")
    reader.button("Leaky ReLU").click()
    reader.says(r"changes by 1/9,800,000 of that\.\sAll ten slopes are 0\.2")


def test_other_curves_keep_some(visit):
    reader = visit("ann-chain").play()
    reader.button("Tanh").click()
    reader.says(r"changes by 1/\d+ of that\.\sThe farther from 0")
    reader.button("GELU").click()
    reader.says("times as much")
    reader.address("curve=gelu")
