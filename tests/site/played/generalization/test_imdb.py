"""The bag of words, played by mouse and by keyboard."""


def tile(reader, k):
    """Return a word of the reviews, counted through both."""
    return reader.figure.locator(".tile").nth(k)


def words(reader):
    """Return the words of the first review, as they stand."""
    return reader.figure.locator(".tiles").first.locator(".tile span").all_inner_texts()


def order(visit):
    """Open the two orders of the same words."""
    reviews = "first=good-not-bad-at-all&second=bad-not-good-at-all"
    return visit("ann-bag", hash=f"#fig-imdb-bag:{reviews}").play()


def test_a_guess_uncovers_weights_and_that_not_good_is_preferred(visit):
    reader = visit("ann-bag").play()
    reader.says("Each word has one weight")
    assert reader.figure.get_by_text("Where will it end?").count() == 2
    assert tile(reader, 0).inner_text().split() == ["not", "?"]
    reader.figure.get_by_role("radio", name="the first").check()
    reader.says(
        "^Not the first. “not bad” scores −0.*, “not good” 0.*: “not” adds −0.* to both"
    )
    assert "−0." in tile(reader, 0).inner_text()
    assert reader.figure.get_by_label("the second", exact=True).is_hidden()
    assert reader.figure.get_by_text("Now make “not good” score below").is_visible()
    reader.page.keyboard.press("ArrowRight")  # of the first word
    assert words(reader) == ["bad", "not"]
    reader.says("^Another order, the same score, −0.*wherever it stands")
    assert reader.figure.get_by_text("by order alone").count() == 0
    assert reader.figure.get_by_text("Now write your own bad review").is_visible()
    tile(reader, 0).click()
    reader.says("^Without “bad”, the first scores −0")
    assert reader.figure.get_by_text("“not”", exact=True).is_visible()


def test_a_guess_is_about_the_words_that_it_was_made_for(visit):
    reader = order(visit)
    reader.figure.get_by_role("radio", name="neither").check()
    reader.says("Right. Both have the same words.* Their order does not count")
    tile(reader, 2).click()
    reader.says("^Without “bad”, the first scores")
    tile(reader, 2).click()
    reader.says("^With “bad” again, the first scores")


def test_a_dragged_word_leaves_the_score_where_it_is(visit):
    reader = order(visit)
    start, end = (tile(reader, k).bounding_box() for k in (2, 0))
    reader.page.mouse.move(start["x"] + 20, start["y"] + 20)
    reader.page.mouse.down()
    reader.page.mouse.move(end["x"] + 10, end["y"] + 20, steps=8)
    reader.page.mouse.up()
    assert words(reader) == ["bad", "good", "not", "at", "all"]
    reader.says("^Another order, the same score, −0.*: the ring stays")


def test_a_word_is_taken_out_by_a_press_and_put_back(visit):
    reader = order(visit)
    tile(reader, 2).click()
    reader.says(r"^Without “bad”, the first scores \d")
    tile(reader, 2).click()
    reader.says("^With “bad” again, the first scores −0")


def test_words_are_moved_and_taken_out_by_keys(visit):
    reader = order(visit)
    tile(reader, 0).focus()
    reader.page.keyboard.press("ArrowRight")
    assert words(reader) == ["not", "good", "bad", "at", "all"]
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("ArrowLeft")
    assert words(reader) == ["good", "not", "bad", "at", "all"]
    reader.page.keyboard.press("Delete")
    reader.says("^Without “good”, the first scores")
    assert "taken out" in tile(reader, 0).get_attribute("aria-valuetext")
    reader.address("first=not-bad-at-all")


def test_a_reader_writes_a_review_with_a_word_that_the_neuron_does_not_know(visit):
    reader = visit("ann-bag").play()
    own = reader.figure.get_by_label("First review in your own words")
    own.fill("Wonderful, wonderful gobbledegook!")
    reader.says("Not among its 3,000 words: “gobbledegook”")
    reader.says("A second time counts nothing: “wonderful”")
    assert words(reader) == ["wonderful", "wonderful", "gobbledegook"]
    own.fill("")
    assert words(reader) == ["not", "bad"]
    reader.says("^As it was before, the first scores −0")
    own.fill(" ".join(["good"] * 12 + ["superb", "great"]))
    assert len(words(reader)) == 12
    reader.says("after 12 words: “superb great”")
    reader.says("Your review scores 0.*the bag is fooled")
    assert reader.figure.get_by_text("Now write your own bad review").count() == 0


def test_all_words_of_a_longer_review_are_named_in_the_picture(visit):
    first = "first=i-laughed-and-never-looked-at-my-watch&guess=skip"
    reader = visit("ann-bag", hash=f"#fig-imdb-bag:{first}").play()
    reader.says("scores 0")
    for word in words(reader):
        assert reader.figure.locator("svg text").get_by_text(word, exact=True).count()


def test_what_the_screen_has_solved_is_asked_no_more(visit):
    reader = visit("ann-bag").play()
    reader.page.locator("a.play", has_text="I never laughed").click()
    reader.says("both score 0")
    assert reader.figure.locator(".hint").is_hidden()  # one thing to do at a time
    asked = reader.figure.get_by_text("How few words must go")
    assert asked.is_visible()
    for k in (1, 3, 6):  # laughed, never, my
        assert asked.count()
        tile(reader, k).click()
    reader.says(
        "^Without “laughed”, “never” and “my”, the first scores −0.*three words, and"
    )
    assert asked.count() == 0
    assert reader.figure.get_by_text("Now write your own bad review").is_visible()
