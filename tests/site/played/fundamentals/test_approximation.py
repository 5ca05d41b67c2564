"""The approximator, played by mouse and by keyboard."""


def test_more_pieces_leave_their_marks_and_err_less(visit):
    reader = visit("ann-approximator").play()
    first = reader.says("4 level pieces, made by 3 hidden units: largest error 1")
    reader.slider("Pieces").focus()
    for _ in range(4):
        reader.page.keyboard.press("ArrowRight")
    assert reader.says("8 level pieces") != first
    marks = reader.figure.locator("svg").last.locator("circle")
    assert marks.count() == 5
    assert reader.figure.get_by_text("bound, slope −1: twice as many").is_visible()
    assert reader.figure.get_by_text("7 hidden units", exact=True).is_visible()
    reader.choose("Made of", "hinges")
    reader.says("8 straight pieces, made by 8 hidden units")
    assert reader.figure.locator("svg").last.locator("rect[fill]").count() == 1


def test_a_curve_is_bent_and_has_no_tries_yet(visit):
    reader = visit("ann-approximator").play()
    reader.slider("Pieces").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says("5 level pieces")
    reader.drag("Bend at 0.5", 0, -60)
    assert 0.3 < float(reader.figure.get_attribute("bend3")) < 0.7
    assert reader.figure.locator("svg").last.locator("circle").count() == 1
    address = reader.address("bend3=", "pieces=5")
    again = visit("ann-approximator", hash=address).play()
    assert again.says("5 level pieces") == reader.says("5 level pieces")
