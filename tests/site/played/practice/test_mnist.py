"""The digits, played by mouse and by keyboard."""


def test_a_digit_is_drawn_with_the_mouse_and_read(visit):
    reader = visit("ann-digits").play()
    reader.says("The network reads a 7.* Right")
    reader.button("Clear").click()
    reader.says("An empty sheet")
    box = reader.figure.locator(".pad").first.bounding_box()
    places = [(0.3, 0.2), (0.7, 0.2), (0.45, 0.85)]
    (x, y), *others = [
        (box["x"] + u * box["width"], box["y"] + v * box["height"]) for u, v in places
    ]
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    for place in others:
        reader.page.mouse.move(*place, steps=6)
    reader.page.mouse.up()
    reader.says("The network reads a 7")


def test_a_digit_is_drawn_with_arrow_keys_and_space(visit):
    reader = visit("ann-digits").play()
    reader.figure.locator(".pad").first.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says("The pen is up, at 52% from the left and 20% from the top")
    reader.page.keyboard.press("Space")
    for _ in range(6):
        reader.page.keyboard.press("Shift+ArrowDown")
    reader.says("The network reads a 1")
    reader.page.keyboard.press("Space")
    reader.says("The pen is up, at 52% from the left and 80% from the top")


def test_digits_are_drawn_for_the_reader_and_loaded_by_keyboard(visit):
    reader = visit("ann-digits").play()
    for digit in "0123456789":
        reader.choose("Draw for me", digit)
        reader.says(f"The network reads a {digit}")
    reader.choose("Test digits", "1")
    reader.says("The network reads a 2.* Right")
    assert reader.figure.get_by_label("Draw for me").input_value() == ""


def test_a_network_that_has_not_learned_guesses(visit):
    reader = visit("ann-digits").play()
    reader.choose("Test digits", "1")
    reader.says("The network reads a 2.* Right")
    updates = reader.figure.get_by_label("Updates")
    updates.press("Home")
    reader.says(r"with probability 1\d\.\d%. Wrong")
    updates.press("ArrowRight")
    reader.says("The network reads a 2.* Right")


def test_a_digit_that_moves_is_lost(visit):
    reader = visit("ann-digits").play()
    shift = reader.figure.get_by_label("Shift, pixels")
    shift.focus()
    for _ in range(8):
        shift.press("ArrowRight")
    reader.says("Wrong: it is a 7")
    assert shift.get_attribute("aria-valuetext") == "8 to the right"
    shift.press("Home")
    assert shift.get_attribute("aria-valuetext") == "8 to the left"
