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
    assert best > first
    press(reader, 9, 7)  # not twice
    press(reader, 0, 0)
    assert f"so far: {best} " in reader.says("6 tries left")
    reader.address("tries=73-101-1")


def test_keys_try_a_place_and_nine_tries_end_it(visit):
    reader = visit("ann-trials").play()
    reader.says("8 tries left")
    place = reader.slider("Place")
    ways = ["ArrowUp"] * 3 + ["ArrowRight"] * 5
    for left, way in zip(range(7, -1, -1), ways, strict=True):
        place.press(way)
        assert "not tried" in place.get_attribute("aria-valuetext")
        place.press("Enter")
        if left:
            reader.says(f"{left} tr(y|ies) left")
    reader.says(r"Nine tries, \d different rates")
    place.press("ArrowDown")
    place.press("Enter")
    assert "not tried" in place.get_attribute("aria-valuetext")
    reader.button("Start over").click()
    reader.says("8 tries left")


def test_others_try_and_luck_is_told_from_the_images(visit):
    reader = visit("ann-trials").play()
    reader.choose("Whose tries", "grid")
    reader.says("The best of the grid: .* Nine tries, 3 different rates")
    reader.choose("Whose tries", "random")
    said = reader.says("The best of random search: .* Nine tries, 9 different rates")
    address = reader.address("by=random")
    reader.button("Other images").click()
    reader.address("images=1")
    other = reader.says("on them.*9 different rates")
    for words in said, other:
        found = re.findall(r"(\d+\.\d) too (high|low)", words)
        whole, images, own = (float(n) * (1 if w == "high" else -1) for n, w in found)
        assert round(images + own, 1) == whole
    assert said.split("\n")[0] != other.split("\n")[0]
    assert said.split("\n")[1] == other.split("\n")[1]  # on average over all sets
    again = visit("ann-trials", hash=address).play()
    assert again.says("on average|On average") == said


def test_the_map_is_uncovered(visit):
    reader = visit("ann-trials").play()
    scores = reader.figure.locator(".held svg text")
    before = scores.count()
    reader.button("Try all 117").click()
    reader.says("The best of all 117: ")
    assert scores.count() >= before + 116
    assert "of 100" in reader.slider("Place").get_attribute("aria-valuetext")
