"""Nine tries in the map of trained networks, played by mouse and by keyboard."""

import re

TOO = r"(\d+\.\d) too (?:low|high)"


def press(reader, column, row):
    """Press the place of a column, from the left, and a row, from below."""
    box = reader.figure.locator(".held svg").bounding_box()
    x = (34 + (column + 0.5) / 9 * 382) / 424
    y = (8 + (7 - row) / 8 * 302) / 336
    reader.page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])


def count_dots(reader):
    """Return how many dots of earlier images and searches there are."""
    paths = reader.figure.locator("path[stroke='var(--orange)'][stroke-width='6']")
    return (paths.get_attribute("d") or "").count("h0")


def test_places_are_pressed_and_the_best_is_kept(visit):
    reader = visit("ann-trials").play()
    said = reader.says("^Learning rate 0.055, 22 units: .*; 8 tries left")
    first = int(re.search(r"It reads (\d+)", said)[1])
    press(reader, 6, 4)
    said = reader.says("^Learning rate 0.33, 30 units: .*; 7 tries left")
    best = int(re.search(r"best of 2 reads (\d+)", said)[1])
    assert best > first
    press(reader, 6, 4)  # not twice
    press(reader, 0, 0)
    assert f"reads {best} " in reader.says("^Learning rate 0.0016, 9 .*; 6 tries left")
    reader.address("tries=32-43-1")


def test_keys_try_nine_places_and_what_the_best_is_worth_is_guessed_first(visit):
    reader = visit("ann-trials").play()
    reader.says("8 tries left")
    place = reader.slider("Place")
    ways = ["ArrowUp"] * 3 + ["ArrowRight"] * 4 + ["ArrowDown"]
    for left, way in zip(range(7, -1, -1), ways, strict=True):
        place.press(way)
        assert "not tried" in place.get_attribute("aria-valuetext")
        place.press("Enter")
        reader.says(f"{left or 'no'} tr(y|ies) (is )?left")
    place.press("ArrowDown")
    place.press("Enter")
    assert "too" not in reader.says("not tried, as no try is left")
    other = reader.button("Other images")
    assert not other.is_visible()
    reader.button("fewer").press("Enter")
    reader.address("guess=fewer")
    said = reader.says("^You guessed: fewer")
    assert re.search(rf"of the 3,900 others: {TOO}\.$", said)
    for count in (1, 2):
        reader.page.keyboard.press("Enter")  # where the guess was
        reader.says(rf"^{count + 1} best scores so far: \d too high; on average {TOO}")
        assert count_dots(reader) == 9 * count
    reader.address("images=2")
    reader.button("Nine at random").click()
    reader.says("^4 best scores so far")
    assert count_dots(reader) == 27
    reader.figure.locator("summary", has_text="More").click()
    reader.button("Start over").click()
    reader.says("8 tries left")
    assert not other.is_visible()


def test_many_searches_say_what_the_chapter_says(visit):
    reader = visit(
        "ann-trials", hash="#fig-hyperparameters-trials:searches=many"
    ).play()
    said = reader.says("^1,000 random searches, on average: 0.0 after one try")
    rows = reader.page.locator("tr", has_text="tries on the map").all_inner_texts()
    told = [re.search(r"(\S+) points", row)[1] for row in rows]
    assert re.findall(TOO, said) == told


def test_the_map_is_uncovered(visit):
    reader = visit("ann-trials").play()
    scores = reader.figure.locator(".held svg text")
    before = scores.count()
    reader.figure.locator("summary", has_text="More").click()
    reader.button("Show all").click()
    reader.button("Cover the map").wait_for()
    assert scores.count() >= before + 62
    assert "of 100" in reader.slider("Place").get_attribute("aria-valuetext")
