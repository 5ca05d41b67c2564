"""The bag of words, played by mouse and by keyboard."""


def tile(reader, k):
    """Return a word of the reviews, counted through both."""
    return reader.figure.locator(".tile").nth(k)


def words(reader):
    """Return the words of the first review, as they stand."""
    return reader.figure.locator(".tiles").first.locator(".tile span").all_inner_texts()


def test_a_guess_uncovers_that_both_scores_are_the_same(visit):
    reader = visit("ann-bag").play()
    reader.says("Each word has one weight")
    assert reader.figure.get_by_text("Where will it end?").count() == 2
    reader.figure.get_by_role("radio", name="the first").check()
    reader.says("Not so. Both have the same words.* Their order does not count")
    reader.figure.get_by_role("radio", name="neither").check()
    reader.says("Right. Both")


def test_a_dragged_word_leaves_the_score_where_it_is(visit):
    reader = visit("ann-bag").play()
    start, end = (tile(reader, k).bounding_box() for k in (2, 0))
    reader.page.mouse.move(start["x"] + 20, start["y"] + 20)
    reader.page.mouse.down()
    reader.page.mouse.move(end["x"] + 10, end["y"] + 20, steps=8)
    reader.page.mouse.up()
    assert words(reader) == ["bad", "good", "not", "at", "all"]
    reader.says("^Both have the same words, so both have the score −0")


def test_a_word_is_taken_out_by_a_press_and_put_back(visit):
    reader = visit("ann-bag").play()
    tile(reader, 2).click()
    reader.says(r"The first has the score \d.* They do not have the same words")
    tile(reader, 2).click()
    reader.says("Both have the same words")


def test_words_are_moved_and_taken_out_by_keys(visit):
    reader = visit("ann-bag").play()
    tile(reader, 0).focus()
    reader.page.keyboard.press("ArrowRight")
    assert words(reader) == ["not", "good", "bad", "at", "all"]
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("ArrowLeft")
    assert words(reader) == ["good", "not", "bad", "at", "all"]
    reader.page.keyboard.press("Delete")
    reader.says("They do not have the same words")
    assert "taken out" in tile(reader, 0).get_attribute("aria-valuetext")
    reader.address("first=not-bad-at-all")


def test_a_reader_writes_a_review_with_a_word_that_the_neuron_does_not_know(visit):
    reader = visit("ann-bag").play()
    own = reader.figure.get_by_label("First review in your own words")
    own.fill("Wonderful, wonderful gobbledegook!")
    reader.says("Not among its 3,000 words: “gobbledegook”")
    reader.says("A second time counts nothing: “wonderful”")
    assert words(reader) == ["wonderful", "wonderful", "gobbledegook"]
    own.fill(" ".join(["good"] * 14))
    assert len(words(reader)) == 12
