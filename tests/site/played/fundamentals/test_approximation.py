"""The approximator, played by mouse and by keyboard."""

import re


def guess(reader, share):
    """Choose what twice as many pieces may leave of the error."""
    reader.figure.get_by_label(share, exact=True).click()


def marks(reader):
    """Return the filled marks of the error chart."""
    chart = reader.figure.locator("svg").last
    return chart.locator(":is(circle, rect)[stroke]:not([fill=none])")


def test_a_guess_doubles_the_pieces_and_is_judged(visit):
    reader = visit("ann-approximator").play()
    reader.says("10 level pieces, made by 9 hidden units: largest error 0.79")
    guess(reader, "a quarter")
    reader.says("20 level pieces: .* from 0.79 to 0.45, about half, not a quarter: on")
    guess(reader, "half")
    reader.says("40 level pieces: .* from 0.45 to 0.23, about half, as you guessed")
    assert reader.figure.get_by_text("halves each time").is_visible()
    assert not reader.figure.get_by_text("a quarter each time").is_visible()
    assert marks(reader).count() == 3
    half = reader.figure.get_by_label("half", exact=True)
    assert half.is_disabled()
    reader.choose("Made of", "hinges")
    reader.says("10 straight pieces, made by 10 hidden units: largest error 0.31")
    guess(reader, "half")
    guess(reader, "a quarter")
    reader.says("from 0.093 to 0.023, about a quarter, as you guessed")
    assert marks(reader).count() == 6
    assert reader.figure.get_by_text("a quarter each time").is_visible()
    assert not reader.figure.get_by_text("halves each time").is_visible()


def test_guides_are_named_after_a_guess_alone(visit):
    reader = visit("ann-approximator").play()
    reader.slider("Pieces").focus()
    reader.page.keyboard.press("Home")
    for _ in range(4):
        reader.page.keyboard.press("ArrowRight")
    reader.says("^5 level pieces, made by 4 hidden units: largest error [0-9.]+$")
    assert reader.figure.get_by_text("halves each time").count() == 0


def test_a_dot_shows_what_its_unit_adds(visit):
    reader = visit("ann-approximator").play()
    seen = reader.slider("Hidden unit that is looked at")
    seen.focus()
    text = r"^unit 1 of 9: step \+0\.19 from x = 0\.1 on$"
    assert re.match(text, seen.get_attribute("aria-valuetext"))
    assert reader.figure.get_by_text(re.compile(text)).is_visible()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("ArrowLeft")
    assert reader.figure.get_by_text(re.compile("^unit 1 of 9")).is_visible()
    seen.blur()
    assert reader.figure.get_by_text("9 hidden units", exact=True).is_visible()
    reader.choose("Made of", "hinges")
    dot = reader.figure.locator("svg").first.locator("circle[r='4']").nth(4)
    dot.hover(force=True)
    assert reader.figure.get_by_text(
        "unit 5 of 10: slope −5.4 from x = 0.4 on", exact=True
    ).is_visible()
    reader.page.mouse.move(0, 0)
    assert reader.figure.get_by_text("10 hidden units", exact=True).is_visible()


def test_each_curve_keeps_its_marks_and_a_jump_its_error(visit):
    reader = visit("ann-approximator").play()
    reader.slider("Pieces").focus()
    reader.page.keyboard.press("ArrowLeft")
    reader.says("9 level pieces, made by 8 hidden units")
    reader.page.keyboard.press("Home")
    reader.says("^1 level piece, made by 0 hidden units")
    assert reader.figure.get_by_text("0 hidden units", exact=True).is_visible()
    reader.choose("Curve", "jump")
    reader.says("No number of pieces gets below half of the jump: 0.65")
    assert marks(reader).count() == 1
    guess(reader, "half")
    reader.says(
        "the same, not half. No number of pieces gets below half of the jump: 0.65"
    )
    reader.choose("Curve", "wave")
    assert marks(reader).count() == 4


def test_an_own_curve_is_bent(visit):
    reader = visit("ann-approximator").play()
    bend = reader.slider("Bend at 0.5")
    assert not bend.is_visible()
    reader.choose("Curve", "own")
    reader.drag("Bend at 0.5", 0, -30)
    assert 0.1 < float(reader.figure.get_attribute("bend3")) < 0.5
    bend.press("End")
    assert 1.2 < float(bend.get_attribute("aria-valuenow")) <= 1.3
    assert marks(reader).count() == 1
    address = reader.address("target=own", "bend3=")
    again = visit("ann-approximator", hash=address).play()
    assert again.says("10 level pieces") == reader.says("10 level pieces")
