"""Nine tries in the map of trained networks, played by mouse and by keyboard."""

import re


def press(reader, column, row):
    """Press the place of a column, from the left, and a row, from below."""
    box = reader.figure.locator(".held svg").bounding_box()
    x = (34 + (column + 1.5) / 14 * 382) / 424
    y = (8 + (9.5 - row) / 11.7 * 351) / 385
    reader.page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])


def test_places_are_pressed_and_the_best_is_kept(visit):
    reader = visit("ann-trials").play()
    first = int(re.search(r"so far: (\d+)", reader.says("8 tries left"))[1])
    press(reader, 9, 7)
    best = int(re.search(r"so far: (\d+)", reader.says("7 tries left"))[1])
    assert best > first + 30
    press(reader, 9, 7)  # not twice
    press(reader, 0, 0)
    assert f"so far: {best} " in reader.says("6 tries left")
    reader.address("tries=42-101-1")


def test_keys_try_a_place_and_nine_tries_end_it(visit):
    reader = visit("ann-trials").play()
    reader.says("8 tries left")
    test = reader.button("Test on 8,000 others")
    assert test.is_disabled()
    place = reader.slider("Place")
    for left in range(7, -1, -1):
        place.press("ArrowRight")
        assert "not tried" in place.get_attribute("aria-valuetext")
        place.press("Enter")
        if left:
            reader.says(f"{left} tr(y|ies) left")
    reader.says("Nine tries: 9 different rates")
    assert test.is_enabled()
    place.press("ArrowRight")
    place.press("Enter")
    assert "not tried" in place.get_attribute("aria-valuetext")
    reader.button("Start over").click()
    reader.says("8 tries left")


def test_others_try_and_the_winners_are_judged(visit):
    reader = visit("ann-trials").play()
    reader.choose("Whose tries", "grid")
    reader.says("The best of the grid: .* Nine tries: 3 different rates")
    reader.choose("Whose tries", "random")
    reader.says("The best of random search: .* Nine tries: 9 different rates")
    reader.button("Test on 8,000 others").click()
    said = reader.says(r"Of 8,000 others [\s\S]* on average")
    address = reader.address("by=random", "judged=yes")
    reader.button("Other 100 images").click()
    reader.address("images=1")
    other = reader.says(r"Of 8,000 others [\s\S]* on average")
    assert other.split("\n")[1] == said.split("\n")[1]
    again = visit("ann-trials", hash=address).play()
    assert again.says("on average") == said


def test_the_map_is_uncovered(visit):
    reader = visit("ann-trials").play()
    scores = reader.figure.locator(".held svg text")
    before = scores.count()
    reader.button("Uncover the map").click()
    reader.says("The best of all 117: ")
    assert scores.count() >= before + 116
    assert "of 100" in reader.slider("Place").get_attribute("aria-valuetext")
