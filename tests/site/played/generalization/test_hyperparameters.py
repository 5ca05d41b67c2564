"""Nine tries in the map of trained networks, played by mouse and by keyboard."""

import re


def press(reader, column, row):
    """Press the place of a column, from the left, and a row, from below."""
    box = reader.figure.locator(".held svg").bounding_box()
    x = (34 + (column + 0.85) / 13.35 * 382) / 424
    y = (8 + (9.2 - row) / 10.6 * 336) / 370
    reader.page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])


def test_places_are_pressed_and_the_best_is_kept(visit):
    reader = visit("ann-trials").play()
    said = reader.says("^Learning rate 0.1, 28 units: .*; 8 tries left")
    first = int(re.search(r"It reads (\d+)", said)[1])
    press(reader, 9, 7)
    said = reader.says("^Learning rate 0.35, 45 units: .*; 7 tries left")
    best = int(re.search(r"best of 2 reads (\d+)", said)[1])
    assert best > first
    press(reader, 9, 7)  # not twice
    press(reader, 0, 0)
    assert f"reads {best} " in reader.says("^Learning rate 0.0014, 8 .*; 6 tries left")
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
        reader.says(f"{left or 'no'} tr(y|ies) (is )?left")
    place.press("ArrowDown")
    place.press("Enter")
    reader.says("not tried, as no try is left")
    assert "not tried" in place.get_attribute("aria-valuetext")
    nine = reader.says("The best of 9")
    reader.button("Other images").click()
    reader.address("images=1")
    assert reader.says("The best of 9") != nine
    reader.button("Start over").click()
    reader.says("8 tries left")


def test_random_search_draws_anew_and_many_searches_show_the_mean(visit):
    reader = visit("ann-trials").play()
    reader.choose("Whose tries", "grid")
    reader.says("The grid: nine tries, 3 different rates")
    tried = reader.figure.locator(".held svg g[clip-path]")
    seen = set()
    for _ in range(3):
        reader.choose("Whose tries", "grid")
        reader.choose("Whose tries", "random")
        reader.says(r"Nine places at random: \d different rates")
        seen.add(tried.inner_html())
    assert len(seen) == 3
    reader.button("1,000 random searches").click()
    said = reader.says("1,000 random searches: on average")
    one, nine = (float(n) for n in re.findall(r"(\d\.\d) too (?:low|high)", said)[:2])
    assert one < 0.5 < 0.8 < nine
    again = visit("ann-trials", hash=reader.address("thousands=1")).play()
    assert again.says("on average") == said


def test_the_map_is_uncovered(visit):
    reader = visit("ann-trials").play()
    scores = reader.figure.locator(".held svg text")
    before = scores.count()
    reader.figure.locator("summary", has_text="More").click()
    reader.button("Show all 117").click()
    reader.button("Cover the map").wait_for()
    assert scores.count() >= before + 116
    assert "of 100" in reader.slider("Place").get_attribute("aria-valuetext")
