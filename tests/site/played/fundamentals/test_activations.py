"""Ten units in a row, played by mouse and by keyboard."""

INPUT = "Input of unit 1"


def test_what_is_left_follows_a_guess(visit):
    reader = visit("ann-chain").play()
    assert "1/11 million" not in reader.says(r"Unit 1 leaves 1/14 of it\. And all ten")
    assert reader.button("Tanh").is_hidden()
    reader.figure.get_by_label("1/40", exact=True).check()
    reader.says(r"1/11 million is left; at best, 1/2\.6 million\.\s1/40 is 1/4 divided")
    assert reader.figure.get_by_text("guess", exact=True).is_visible()
    assert reader.figure.get_by_text("best", exact=True).is_visible()
    assert reader.figure.get_by_label("1/40").is_hidden()
    reader.address("guess=fortieth")
    reader.button("Tanh").click()
    assert reader.figure.get_by_text("best", exact=True).count() == 0


def test_the_input_is_moved_by_keys_to_0_where_ten_sigmoids_keep_most(visit):
    reader = visit("ann-chain").play()
    assert reader.figure.get_by_text("unit 1: slope .07").is_visible()
    reader.slider(INPUT).focus()
    for _ in range(4):
        reader.page.keyboard.press("Shift+ArrowLeft")
    reader.says(r"1/\d\.\d million is left; at best, 1/2\.6 million\.\sDrag to the")
    reader.page.keyboard.press("Shift+ArrowLeft")
    reader.says(r"1/2\.6 million is left\.\sThe best, to two digits")
    hash = reader.address("x=0")
    again = visit("ann-chain", hash=hash).play()
    again.says(r"1/2\.6 million is left\.\sThe best, to two digits")
    again.page.locator("a.play").get_by_text("ReLU").click()
    again.says(r"all is left\.")
    again.page.locator("a.play").get_by_text("at 0").click()
    again.says("The best, to two digits")


def test_the_input_of_ten_relus_is_dragged_to_the_left_and_nothing_is_left(visit):
    reader = visit("ann-chain").play()
    reader.figure.get_by_label("1/4", exact=True).check()
    reader.button("ReLU").click()
    reader.says(r"all is left\.\sAll ten slopes are 1")
    assert reader.figure.get_by_text("units 1 to 10: slope 1", exact=True).is_visible()
    assert reader.button("ReLU").get_attribute("aria-pressed") == "true"
    assert reader.button("Sigmoid").get_attribute("aria-pressed") == "false"
    reader.slider(INPUT).focus()
    for _ in range(6):
        reader.page.keyboard.press("Shift+ArrowLeft")
        words = reader.figure.get_by_text(": slope").first
        x = [drawn.bounding_box()["x"] for drawn in (words, reader.figure)]
        assert x[0] > x[1]  # it is not cut
    reader.drag(INPUT, -60, 100)
    reader.says(r"nothing is left\.\sThe first slope is 0")
    reader.button("Leaky ReLU").click()
    reader.says(r"all is left")  # where the last function began
    for _ in range(6):
        reader.slider(INPUT).press("Shift+ArrowLeft")
    reader.says(r"1/9\.8 million is left\.\sTen slopes of \.20")


def test_other_curves_keep_some(visit):
    reader = visit("ann-chain").play()
    reader.figure.get_by_label("1/million", exact=True).check()
    reader.says(r"\sRight, less than a millionth: ten factors of at most 1/4\.")
    reader.button("Tanh").click()
    reader.says(r"1/\d+ is left\.\sTanh is steepest at 0")
    reader.button("GELU").click()
    reader.says("times as large")
    reader.address("curve=gelu")


def test_an_error_goes_back_by_the_same_slopes(visit):
    reader = visit("ann-chain").play()
    reader.figure.get_by_label("1/4", exact=True).check()
    back = reader.button("← Backward")
    assert back.get_attribute("aria-pressed") == "false"
    back.click()
    reader.says(r"^Of an error behind unit 10, 1/11 million is left")
    assert back.get_attribute("aria-pressed") == "true"
    assert reader.figure.get_by_text("← left of an error").is_visible()
    assert reader.figure.get_by_text("best", exact=True).count() == 0
    reader.button("Tanh").click()
    reader.says(r"^Of an error behind unit 10, 1/770 is left")
    reader.button("Forward →").click()
    reader.says(r"^Of a small change, 1/770 is left")
    reader.page.locator("a.play").get_by_text("An error on its way back").click()
    reader.says(r"^Of an error behind unit 10, 1/11 million is left")


def test_the_unit_that_is_pointed_at_is_named_on_the_curve(visit):
    reader = visit("ann-chain").play()
    reader.figure.get_by_label("1/4", exact=True).check()
    assert not reader.figure.get_by_text("unit 2: slope .20").count()
    reader.figure.get_by_text(".20", exact=True).hover()
    assert reader.figure.get_by_text("unit 2: slope .20").is_visible()
