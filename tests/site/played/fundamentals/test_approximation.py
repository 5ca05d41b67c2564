"""The approximator, played by mouse and by keyboard."""


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


def test_each_curve_keeps_its_marks_and_a_jump_its_error(visit):
    reader = visit("ann-approximator").play()
    reader.slider("Pieces").focus()
    reader.page.keyboard.press("ArrowLeft")
    reader.says("9 level pieces, made by 8 hidden units")
    reader.page.keyboard.press("Home")
    reader.says("^1 level piece, made by 0 hidden units")
    assert reader.figure.get_by_text("0 hidden units", exact=True).is_visible()
    reader.choose("Curve", "jump")
    assert marks(reader).count() == 1
    guess(reader, "half")
    reader.says("about the same, not half. It stays above half of the jump, 0.65")
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
