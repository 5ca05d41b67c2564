"""Nine tries in the map of trained networks, played by mouse and by keyboard."""

import re

import pytest

GAP = r"([+−]?\d+\.\d)"
REPLY = rf": (\d+) here, (\S+) on others\. Luck {GAP}, (?:easy|hard) images {GAP}\."
OTHER = r"(?: Another try: \d+ here, \d+\.\d on others\.)?"
# A usual set, as the figure's script says: the mean luck of the best of nine, exactly.
USUAL = """({ trials }) => {
  const sets = Array.from({ length: trials.sets }, (_, set) => {
    const luck = trial => trial.gaps[set] - trials.ease[set];
    const scores = [...new Set(trials.cells.map(each => each.scores[set]))];
    let [mean, rank, share] = [0, 0, 9 / 63];
    for (const score of scores.sort((one, other) => other - one)) {
      const tied = trials.cells.filter(each => each.scores[set] === score);
      const lucky = tied.map(luck).reduce((a, b) => a + b) / tied.length;
      for (const _ of tied) {
        mean += share * lucky;
        share *= (54 - rank) / (62 - rank++);
      }
    }
    return mean;
  });
  const all = sets.reduce((a, b) => a + b) / sets.length;
  const away = set => Math.abs(sets[set] - all);
  return sets.map((_, set) => set).filter(set => Math.abs(trials.ease[set]) <= 0.5)
    .sort((one, other) => away(one) - away(other))[0];
}"""
BEST = r"Best so far: (\d+) of these"


def number(text):
    """Return a number as figures write it."""
    return float(text.replace("−", "-"))


def press(reader, column, row):
    """Press the place of a column, from the left, and a row, from below."""
    box = reader.figure.locator(".held svg").bounding_box()
    x = (34 + (column + 0.5) / 9 * 382) / 424
    y = (8 + (7 - row) / 8 * 302) / 336
    reader.page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])


def count_dots(reader):
    """Return how many dots of earlier searches there are."""
    paths = reader.figure.locator("path[stroke='var(--orange)'][stroke-width='6']")
    return (paths.get_attribute("d") or "").count("h0")


def test_places_are_pressed_and_the_best_is_kept(visit):
    reader = visit("ann-trials").play()
    said = reader.says("^Learning rate 0.055, 22 units: .*; 8 tries left")
    first = int(re.search(BEST, said)[1])
    press(reader, 6, 4)
    said = reader.says("^Learning rate 0.33, 30 units: .*; 7 tries left")
    best = int(re.search(BEST, said)[1])
    assert best > first
    press(reader, 6, 4)  # not twice
    press(reader, 0, 0)
    assert f"far: {best} of" in reader.says("^Learning rate 0.0016, 9 .*; 6 tries left")
    reader.address("tries=32-43-1")


def test_keys_try_nine_places_and_the_best_is_seen_on_other_images(visit):
    reader = visit("ann-trials").play()
    reader.says("8 tries left")
    place = reader.slider("Place")
    ways = ["ArrowUp"] * 3 + ["ArrowRight"] * 4 + ["ArrowDown"]
    for left, way in zip(range(7, -1, -1), ways, strict=True):
        assert not reader.button("fewer").is_visible()
        place.press(way)
        assert "not tried" in place.get_attribute("aria-valuetext")
        place.press("Enter")
        said = reader.says(f"{left or 'no'} tr(y|ies) (is )?left")
    best = re.search(BEST, said)[1]
    place.press("ArrowDown")
    place.press("Enter")
    assert "luck" not in reader.says("not tried; no try is left")
    again = reader.button("Search again on 100 other images")
    assert not again.is_visible()
    reader.figure.locator("summary", has_text="More").click()
    for name in ("Show all", "Nine at random on 100 others"):
        assert not reader.button(name).is_visible()
    reader.button("fewer").press("Enter")
    reader.address("guess=fewer")
    said = reader.says("fewer: .* Luck")
    found = re.search(rf"{REPLY}{OTHER}$", said)
    assert found[1] == best
    luck, eased = number(found[3]), number(found[4])
    assert float(found[2]) + luck + eased == pytest.approx(int(best))
    high = f"{luck + eased:+.1f}".replace("-", "−")
    map_, chart = reader.figure.locator(".plot").all()
    for words in (f"{best} →", found[2]):  # in the cell
        assert map_.get_by_text(words, exact=True).first.is_visible()
    for words in (high, f"images {found[4]}", found[3]):
        assert chart.get_by_text(words).first.is_visible()
    reader.page.keyboard.press("Enter")  # where the guess was: many searches
    reader.says(
        rf"^1,000 random [^\n]*\nYour luck, {re.escape(found[3])}, is above \d+% of"
    )
    assert not chart.get_by_text(f"images {found[4]}").is_visible()
    assert chart.get_by_text(found[3], exact=True).is_visible()
    again.click()
    reader.says("^Other images, other scores: .* 8 tries left")
    reader.address("images=2")
    assert not again.is_visible()
    assert chart.get_by_text("best score so far").count() == 1
    reader.button("Start over").click()
    reader.says("8 tries left")
    gone = "() => !location.hash.includes('images')"
    reader.page.wait_for_function(gone)


def test_nine_at_random_come_on_a_set_of_their_own(visit):
    address = "#fig-hyperparameters-trials:tries=34-43-44&guess=fewer"
    reader = visit("ann-trials", hash=address).play()
    assert re.search(rf"^The best{REPLY}{OTHER}$", reader.says("Luck"))
    assert count_dots(reader) == 0
    reader.figure.locator("summary", has_text="More").click()
    for count in (1, 2):
        reader.button("Nine at random on 100 others").click()
        reader.address(f"images={1 + count}")
        mean = f"Mean luck in {count + 1} searches"
        reader.says(rf"^Nine random tries\. .*\n{mean}")
        assert count_dots(reader) == 9 * count - 6


def test_links_keep_what_the_reader_found(visit):
    reader = visit("ann-trials").play()
    reader.says("8 tries left")
    press(reader, 6, 4)
    reader.says("7 tries left")
    reader.page.locator("a.play", has_text="1,000 random searches").click()
    reader.says("^1,000 random searches")
    trace = reader.figure.get_by_text("best score so far")
    assert trace.count() == 0
    press(reader, 0, 0)
    reader.says("6 tries left")
    reader.address("tries=32-43-1")
    assert trace.count() == 1
    reader.page.locator("a.play", has_text="The map").click()
    reader.says("^All 63 networks, .* You still have 6 tries")


def test_many_searches_say_what_the_chapter_says(visit):
    reader = visit(
        "ann-trials", hash="#fig-hyperparameters-trials:searches=many"
    ).play()
    said = reader.says("^1,000 random searches, mean luck: none with one try")
    rows = reader.page.locator("tr", has_text="tries on the map").all_inner_texts()
    told = [re.search(r"(\S+) points", row)[1] for row in rows]
    assert re.findall(rf", {GAP} (?:points )?with ", said) == told


def test_it_starts_on_a_usual_set(visit):
    reader = visit("ann-trials").play()
    reader.says("8 tries left")
    assert reader.figure.evaluate(USUAL) == 1


def test_the_map_is_uncovered_after_the_guess(visit):
    reader = visit("ann-trials", hash="#fig-hyperparameters-trials:guess=fewer").play()
    scores = reader.figure.locator(".held svg text")
    before = scores.count()
    reader.figure.locator("summary", has_text="More").click()
    reader.button("Show all").click()
    reader.says(r"^All 63 networks, judged on the same 100 images: \d+ to \d+ right\.")
    reader.button("Cover the map").wait_for()
    assert scores.count() >= before + 62
    assert "of 100" in reader.slider("Place").get_attribute("aria-valuetext")
