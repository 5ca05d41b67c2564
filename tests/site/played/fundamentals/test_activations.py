"""Ten units in a row, played by mouse and by keyboard."""

INPUT = "Input of unit 1"


def test_the_bars_follow_a_guess(visit):
    reader = visit("ann-chain").play()
    assert "1/11 million" not in reader.says("The bars follow your guess")
    assert reader.figure.get_by_text("dashed:").count() == 0
    assert reader.button("Tanh").is_hidden()
    reader.button("1/40").click()
    reader.says(r"1/11 million is left .*\sNot 1/40: .* multiplied\. Can you reach the")
    assert reader.figure.get_by_text("dashed: the most at weight 1").is_visible()
    assert reader.button("1/40").is_hidden()
    reader.button("Tanh").click()
    assert reader.figure.get_by_text("dashed:").count() == 0


def test_the_input_is_moved_by_keys_to_0_where_ten_sigmoids_keep_most(visit):
    reader = visit("ann-chain").play()
    assert reader.figure.get_by_text("unit 1: slope .07").is_visible()
    reader.slider(INPUT).focus()
    for _ in range(4):
        reader.page.keyboard.press("Shift+ArrowLeft")
    reader.says(r"1/\d\.\d million is left after unit 10\.\sYour best so far is 1/")
    reader.page.keyboard.press("Shift+ArrowLeft")
    reader.says(r"1/2\.6 million is left .*\sYou have found it")
    hash = reader.address("x=0")
    assert reader.figure.get_by_text("the most at weight 1", exact=True).is_visible()
    reader.slider(INPUT).press("Shift+ArrowLeft")  # the same number
    reader.says(r"1/2\.6 million is left .*\sYou have found it")
    for _ in range(3):
        reader.slider(INPUT).press("Shift+ArrowRight")
    reader.says(r"\sYour best, 1/2\.6 million, is the most at this weight")
    assert reader.figure.get_by_text("dashed: the most at weight 1").is_visible()
    reader.slider("Weight w between the units").press("ArrowRight")
    reader.says(r"\sThe nine weights multiply by 1\.05⁹, about 1\.6\. Can")
    assert reader.figure.get_by_text("dotted: the most at any weight").is_visible()
    again = visit("ann-chain", hash=hash).play()
    again.says(r"1/2\.6 million is left .*\sThis is the most")
    again.page.locator("a.play").last.click()
    again.says(r"the most at any weight: 10 times as much as at weight 1")
    assert again.figure.get_by_text("w · slope").is_visible()
    again.page.locator("a.play").get_by_text("ReLU").click()
    again.says(r"all is left after unit 10")  # with weight 1 again
    assert again.figure.get_by_text("w · slope").count() == 0


def test_the_input_of_ten_relus_is_dragged_to_the_left_and_nothing_is_left(visit):
    reader = visit("ann-chain").play()
    reader.button("1/4").click()
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
    reader.says(r"1/9\.8 million is left after unit 10\.\sAll ten slopes are \.20")


def test_other_curves_keep_some(visit):
    reader = visit("ann-chain").play()
    reader.button("1/million").click()
    reader.says(r"\sYes, or less")
    reader.button("Tanh").click()
    reader.says(r"the input, 1/\d+ is left after unit 10\.\sTanh is steepest at 0")
    reader.button("GELU").click()
    reader.says("times as large")
    reader.address("curve=gelu")
