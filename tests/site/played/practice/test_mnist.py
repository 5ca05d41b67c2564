"""The digits, played by mouse and by keyboard."""

import pytest


@pytest.fixture
def read(visit, site):
    """Return a reader of this chapter's figure, which opens on a misread nine."""
    reader = visit("ann-digits", seen=False, viewport={"width": 1200, "height": 1000})
    reader.page.goto(f"{site}/book/practice/mnist.html")
    reader.figure.evaluate("element => element.scrollIntoView()")
    return reader.play()


def places(reader, shares):
    """Return where parts of the sheet are on the page."""
    box = reader.figure.locator(".pad").first.bounding_box()
    return [
        (box["x"] + u * box["width"], box["y"] + v * box["height"]) for u, v in shares
    ]


def stroke(reader, shares):
    """Draw a line through parts of the sheet, with the mouse."""
    first, *others = places(reader, shares)
    reader.page.mouse.move(*first)
    reader.page.mouse.down()
    for place in others:
        reader.page.mouse.move(*place, steps=6)
    reader.page.mouse.up()


def hint(reader):
    """Return what the figure tells to do."""
    return reader.figure.locator(".hint").text_content()


def learned(reader):
    """Let the network learn."""
    reader.figure.get_by_role("radio", name="3,228").check()


def question(reader):
    """Return what the figure asks."""
    return reader.figure.locator(".question").text_content()


def test_ink_that_speaks_for_an_answer_is_erased_and_the_answer_turns(read):
    read.says("It says a 4, with .* It is a 9")
    assert question(read) == "How much ink makes it say 4?"
    read.figure.get_by_role("radio", name="4").check()
    read.says(r"Orange ink, for 4, outweighs blue ink, 1\.1 to 1\.")
    caption = read.figure.locator(".plot .title").first.text_content()
    assert caption == "orange: for 4 · blue: for 9"
    stroke(read, [(0.34, 0.52), (0.35, 0.52)])
    read.says("It said a 4; now it says a 9, .* A 9 was written")
    assert question(read) == "Why does it say 9?"
    assert "why=4" in read.address("why")
    read.page.get_by_role("link", name="two pixels to the right").click()
    read.says(r"It says a 3, .* It is a 1\.\sOrange ink, for 3")
    read.button("Undo").click()  # of what the link put on the sheet
    read.says(r"now it says a 9, .* A 9 was written")
    read.button("Undo").click()
    read.says("It says a 4, with .* It is a 9")


def test_it_is_told_how_much_ink_it_took_and_what_was_guessed(read):
    pen = read.figure.locator(".apart").bounding_box
    top = pen()["y"]
    read.figure.get_by_role("radio", name="half").check()
    read.figure.locator("[name=why]").nth(5).check()  # 4
    stroke(read, [(0.34, 0.52), (0.35, 0.52)])
    read.says(r"You guessed half; \d% of the ink was enough")
    assert "as much blue ink" in hint(read)
    read.button("Undo").click()
    assert hint(read).startswith("Now erase as much blue ink")
    stroke(read, [(0.57, 0.25), (0.5, 0.25)])
    read.says(r"It says a 4, with 99%\. .*\s\d% is gone, and still a 4: what counts is")
    read.button("Undo").click()
    read.figure.get_by_role("radio", name="under a tenth").check()
    stroke(read, [(0.34, 0.52), (0.35, 0.52)])
    read.says("As you guessed")
    assert abs(pen()["y"] - top) < 1


def test_another_digit_to_compare_with_is_named_as_such(read):
    plain, zero = (read.figure.locator("[name=why]").nth(k) for k in (0, 1))
    compared = read.figure.locator(".plot .title").first.text_content
    zero.check()
    assert "blue: for 4" in compared()
    stroke(read, [(0.34, 0.52), (0.35, 0.52)])
    read.says("now it says a 9")
    assert "blue: for 9" in compared()
    plain.check()
    zero.check()
    assert "blue: for 9" in compared()


def test_the_two_that_are_compared_stay_until_the_answer_is_neither(read):
    read.figure.get_by_role("radio", name="4").check()
    caption = read.figure.locator(".plot .title").first
    stroke(read, [(0.34, 0.52), (0.35, 0.52)])
    read.says("It said a 4; now it says a 9")
    assert caption.text_content() == "orange: for 4 · blue: for 9"


def test_on_a_phone_the_ten_answers_stand_below_the_sheet(visit):
    phone = {"width": 390, "height": 844}
    reader = visit("ann-digits", viewport=phone, has_touch=True).play()
    reader.figure.get_by_role("radio", name="some other").check()
    reader.says("As you said")
    sheet = reader.figure.locator(".pad").first.bounding_box()
    answers = reader.figure.locator(".answers").bounding_box()
    end = answers["y"] + answers["height"]
    assert sheet["y"] < answers["y"] < end < sheet["y"] + 844 - 56  # the toolbar


def test_what_is_written_is_told_apart_in_the_list(read):
    names = read.figure.locator("option").all_text_contents()
    assert names[2] == "A written 9: read as 4"
    assert "A written 9, no. 2" in names
    assert len(set(names)) == len(names)


def test_a_digit_is_drawn_with_the_mouse_and_read(visit):
    reader = visit("ann-digits").play()
    reader.says("Its weights are random")
    reader.button("Clear").click()
    reader.says("An empty sheet. The network has not learned yet")
    assert question(reader) == "What will it say?"
    shown = reader.figure.locator(".answer b").all_text_contents()
    assert set(shown) == {"–"}
    stroke(reader, [(0.3, 0.2), (0.7, 0.2), (0.45, 0.85)])
    reader.says("It guesses a")
    learned(reader)
    reader.says("It says a 7, with >99%")
    reader.figure.get_by_role("radio", name="Erase").check()
    stroke(reader, [(0.2, 0.2), (0.75, 0.2)])  # the bar alone
    reader.says(r"It says a 7, with [5-8]\d%")


def test_a_digit_is_drawn_with_arrow_keys_and_space(visit):
    reader = visit("ann-digits").play()
    reader.button("Clear").click()
    learned(reader)
    reader.figure.locator(".pad").first.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says("The pen is up, at 52% from the left and 20% from the top")
    reader.page.keyboard.press("Space")
    for _ in range(6):
        reader.page.keyboard.press("Shift+ArrowDown")
    reader.says("It says a 1")
    reader.page.keyboard.press("Space")
    reader.says(
        r"It says a 1, .*\sThe pen is up, at 52% from the left and 80% from the top"
    )


def test_digits_are_drawn_for_the_reader_and_loaded_by_keyboard(visit):
    reader = visit("ann-digits").play()
    reader.choose("On the sheet", "drawn 0")
    learned(reader)
    for digit in "0123456789":
        reader.choose("On the sheet", f"drawn {digit}")
        reader.says(f"It says an? {digit}")
    reader.choose("On the sheet", "1")
    reader.says("It says a 1.* Right")
    reader.choose("On the sheet", "drawn scribble")
    reader.says(r"It says an? \d, with")


def test_a_network_that_has_not_learned_guesses(visit):
    reader = visit("ann-digits").play()
    assert question(reader) == "What will it say?"
    assert set(reader.figure.locator(".answer b").all_text_contents()) == {"–"}
    reader.figure.get_by_role("radio", name="I don’t know").check()
    reader.says(r"It guesses a 0, with 14%. It is a 4\.\sIt cannot say that")
    reader.choose("On the sheet", "1")
    updates = reader.figure.get_by_role("group", name="Updates").get_by_role("radio")
    updates.nth(0).check()
    reader.says(r"It guesses .* with 1\d%. It is a 1")
    assert question(reader) == "What does it say untrained?"
    assert hint(reader).endswith("press 100.")
    updates.nth(1).check()
    reader.says("After 100 updates it says a 1.* Right")
    assert hint(reader).endswith("press 3,228.")
    reader.choose("On the sheet", "2")
    updates.nth(0).check()
    reader.says("It guesses a 4, with 13%: right by chance")


def test_a_link_leaves_the_drawing_that_it_does_not_name(visit):
    reader = visit("ann-digits").play()
    reader.button("Clear").click()
    stroke(reader, [(0.5, 0.2), (0.5, 0.85)])
    learned(reader)
    reader.says("It says a 1")
    reader.page.get_by_role("link", name="Before training").click()
    reader.says("It guesses")
    reader.page.get_by_role("link", name="five pixels").click()
    reader.says("with")
    reader.address("shift=5", "tool=move")
    assert reader.figure.evaluate("e => e.ink.dots.some(dot => dot > 0)")


def test_a_digit_that_moves_is_lost(visit):
    reader = visit("ann-digits").play()
    reader.figure.get_by_role("radio", name="some other").check()
    learned(reader)
    reader.figure.get_by_role("radio", name="Move").check()
    reader.figure.locator("[name=why]").nth(5).check()  # 4
    assert hint(reader).startswith("Move the ink")
    reader.figure.locator(".pad").first.focus()
    for _ in range(9):
        reader.page.keyboard.press("ArrowRight")
    reader.says("now it says .* It is a 4")
    assert hint(reader).startswith("8 pixels turned it")
    reader.address("shift=8")
    reader.page.keyboard.press("ArrowDown")
    reader.address("shift=8", "down=1")
    # As far as the hand goes: a fourteenth of the sheet is two pixels.
    stroke(reader, [(0.5, 0.5), (0.5 - 8 / 28, 0.5 - 1 / 28)])
    reader.says("It says a 4.* Right")
    reader.choose("On the sheet", "1")
    reader.says("It says a 1.* Right")
    caption = reader.figure.locator(".plot .title").first.text_content()
    assert caption.startswith("orange: for 1")


def test_what_the_network_sees_lies_under_more(visit):
    reader = visit("ann-digits").play()
    seen = reader.figure.get_by_role("img", name="What the network sees")
    assert not seen.is_visible()
    reader.figure.get_by_text("More", exact=True).click()
    assert seen.is_visible()
    assert reader.figure.get_by_text("The 10 hidden units").is_visible()
