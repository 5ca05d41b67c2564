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
    reader.says(
        "10 pieces, 9 units between them: largest error 0.79, where the curve is st"
    )
    guess(reader, "a quarter")
    reader.says(
        "20 pieces: .* from 0.79 to 0.45, about half, not a quarter: slope × half"
    )
    guess(reader, "half")
    reader.says("40 pieces: .* from 0.45 to 0.23, about half, as you guessed")
    assert reader.figure.get_by_text("halves each time").is_visible()
    assert not reader.figure.get_by_text("a quarter each time").is_visible()
    assert marks(reader).count() == 3
    half = reader.figure.get_by_label("half", exact=True)
    assert half.is_hidden()
    reader.button("Back to 10 pieces").click()
    reader.says("10 pieces, 9 units between them: largest error 0.79")
    assert half.is_visible()
    assert reader.button("Back to 10 pieces").is_hidden()
    reader.choose("Each unit adds", "hinges")
    reader.says(
        "10 pieces, a unit where each begins: .* 0.31, where the curve bends most"
    )
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
    reader.says("^5 pieces, 4 units between them: largest error")
    assert reader.figure.get_by_text("halves each time").count() == 0


def test_a_dot_shows_what_its_unit_adds_and_stays_when_pieces_become_narrow(visit):
    reader = visit("ann-approximator").play()
    text = reader.figure.get_by_text

    def band():
        """Return how high what the unit adds is, in units of the drawing."""
        d = reader.figure.locator("path[opacity='0.22']").get_attribute("d")
        heights = [float(each.split()[1]) for each in d[1:].split("L")]
        return heights[len(heights) // 2 - 1] - heights[len(heights) // 2]

    adds = text("unit 8 of 9 adds +1.33 from x = 0.8 on", exact=True)
    assert adds.is_visible()
    high = band()
    assert high > 60
    guess(reader, "half")
    assert text("unit 16 of 19 adds +0.71 from x = 0.8 on", exact=True).is_visible()
    assert 0.5 < band() / high < 0.56
    seen = reader.slider("Hidden unit that is looked at")
    seen.focus()
    reader.page.keyboard.press("ArrowLeft")
    assert seen.get_attribute("aria-valuetext").startswith("unit 15 of 19 adds")
    for _ in range(30):
        reader.page.keyboard.press("ArrowRight")
    assert seen.get_attribute("aria-valuetext").startswith("unit 19 of 19 adds")
    reader.choose("Each unit adds", "hinges")
    reader.slider("Pieces").focus()
    for _ in range(10):
        reader.page.keyboard.press("ArrowLeft")
    reader.says("10 pieces, a unit where each begins")
    dot = reader.figure.locator("svg").first.locator("circle[r='4']").nth(4)
    dot.hover(force=True)
    hinge = text("unit 5 of 10 adds slope −5.4 at x = 0.4", exact=True)
    assert hinge.is_visible()
    reader.page.mouse.move(0, 0)
    assert hinge.is_visible()


def test_each_curve_keeps_its_marks_and_a_jump_its_error(visit):
    reader = visit("ann-approximator").play()
    reader.slider("Pieces").focus()
    reader.page.keyboard.press("ArrowLeft")
    reader.says("9 pieces, 8 units between them")
    reader.page.keyboard.press("Home")
    reader.says("^1 piece, no unit: largest error")
    assert not reader.figure.get_by_text(re.compile("^unit")).count()
    reader.choose("Curve", "jump")
    reader.says("on one side. Halfway is best: 0.65")
    assert marks(reader).count() == 1
    guess(reader, "half")
    reader.says("error from 1.2 to 1.3, .*, not half: .* Halfway is best: 0.65")
    reader.choose("Curve", "wave")
    assert marks(reader).count() == 4


def test_the_error_before_stays_pale_beside_the_new_one(visit):
    reader = visit("ann-approximator").play()
    pale = reader.figure.locator("path[opacity='0.4']")
    assert pale.count() == 0
    guess(reader, "half")
    assert pale.count() == 1
    reader.slider("Pieces").press("ArrowLeft")
    assert pale.count() == 0


def test_the_unit_at_a_jump_is_shown_and_an_error_in_between_is_named(visit):
    reader = visit("ann-approximator").play()
    reader.choose("Curve", "jump")
    assert reader.figure.get_by_text("unit 4 of 9 adds +1.25 from x = 0.4 on").count()
    reader.choose("Each unit adds", "hinges")
    assert reader.figure.get_by_text(re.compile("^unit [45] of 10 adds slope")).count()
    guess(reader, "the same")
    reader.says("from 1.1 to 0.82, between the same and half, not the same: the line")
    again = visit("ann-approximator", hash="#fig-approximation-play:target=roof")
    reader = again.play()
    seen = reader.slider("Hidden unit that is looked at")
    seen.focus()
    for _ in range(9):
        reader.page.keyboard.press("ArrowLeft")
    for _ in range(4):
        reader.page.keyboard.press("ArrowRight")
    text = seen.get_attribute("aria-valuetext")
    assert text == "unit 5 of 9 adds nothing from x = 0.5 on"


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
    assert again.says("10 pieces") == reader.says("10 pieces.* Bend it there[.]$")
