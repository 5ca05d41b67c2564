"""Ten units in a row, played by mouse and by keyboard."""

INPUT = "Input of unit 1"


def test_the_input_is_moved_by_keys_to_0_where_ten_sigmoids_keep_most(visit):
    reader = visit("ann-chain").play()
    assert "best" not in reader.says("the input, 1/11,000,000 is left after")
    assert reader.figure.get_by_text("unit 1: slope .07").is_visible()
    reader.slider(INPUT).focus()
    for _ in range(4):
        reader.page.keyboard.press("Shift+ArrowLeft")
    reader.says(r"1/\d,\d00,000 is left after unit 10\.\sYour best so far is 1/")
    reader.page.keyboard.press("Shift+ArrowLeft")
    reader.says(r"You have found it: 1/2,600,000, and no input keeps noticeably more")
    hash = reader.address("x=0")
    assert reader.figure.get_by_text("the most of any input", exact=True).is_visible()
    reader.slider(INPUT).press("Shift+ArrowLeft")  # the same number
    reader.says(r"You have found it: 1/2,600,000")
    for _ in range(3):
        reader.slider(INPUT).press("Shift+ArrowRight")
    reader.says(r"\sYour best, 1/2,600,000, is the most of any input")
    assert reader.figure.get_by_text("dashed: the most of any input").is_visible()
    reader.slider("Weight w between the units").press("ArrowRight")
    reader.says(r"\sCan .* nine weights multiply by 1\.05⁹, about 1\.6")
    visit("ann-chain", hash=hash).play().says(r"It is the most: 1/2,600,000")


def test_the_input_of_ten_relus_is_dragged_to_the_left_and_nothing_is_left(visit):
    reader = visit("ann-chain").play()
    reader.button("ReLU").click()
    reader.says(r"all is left after unit 10\.\sAll ten slopes are 1")
    assert reader.figure.get_by_text("units 1 to 10: slope 1.0").is_visible()
    assert reader.button("ReLU").get_attribute("aria-pressed") == "true"
    assert reader.button("Sigmoid").get_attribute("aria-pressed") == "false"
    reader.slider(INPUT).focus()
    for _ in range(6):
        reader.page.keyboard.press("Shift+ArrowLeft")
        words = reader.figure.get_by_text(": slope").first
        x = [drawn.bounding_box()["x"] for drawn in (words, reader.figure)]
        assert x[0] > x[1]  # it is not cut
    reader.drag(INPUT, -60, 100)
    reader.says(r"nothing is left after unit 10\.\sThe first slope is 0")
    reader.button("Leaky ReLU").click()
    reader.says(r"all is left")  # where the last function began
    for _ in range(6):
        reader.slider(INPUT).press("Shift+ArrowLeft")
    reader.says(r"1/9,800,000 is left after unit 10\.\sAll ten slopes are \.20")


def test_other_curves_keep_some(visit):
    reader = visit("ann-chain").play()
    reader.button("Tanh").click()
    reader.says(r"the input, 1/\d+ is left after unit 10\.\sThe farther from 0")
    reader.button("GELU").click()
    reader.says("times as large")
    reader.address("curve=gelu")
