"""Ten training sets, ten networks: drawn by mouse and by keyboard."""


def test_ten_samples_end_in_a_verdict(visit):
    reader = visit("ann-resampling").play()
    reader.says("Training set 1 of 10: 200 points, learned by 20 units")
    for k in range(2, 11):
        assert not reader.figure.get_by_text("truth", exact=True).is_visible()
        reader.button("Another set").click()
        if k < 10:
            reader.says(f"Training set {k} of 10")
    reader.says(r"^20 units, 200 points: .* each is wrong in its own way\.$")
    for words in ("truth", "spread 0.22", "offset 0.02"):
        assert reader.figure.get_by_text(words, exact=True).is_visible()
    assert not reader.button("Another set").is_enabled()
    reader.button("Start over").click()  # the bar stays
    reader.says("Training set 1 of 10")
    assert cell(reader, "20 units, 200 points: 0.025").is_visible()
    assert not reader.button("Start over").is_enabled()


def cell(reader, name):
    """Return one of the nine radio buttons."""
    return reader.figure.get_by_role("radio", name=name)


def test_another_network_is_wrong_in_another_way(visit):
    reader = visit("ann-resampling").play()
    reader.button("All ten").click()
    assert reader.figure.get_by_text("?", exact=True).count() == 8
    cell(reader, "1 unit, 200 points").check()
    reader.says("Training set 1 of 10: 200 points, learned by 1 unit")
    reader.button("All ten").click()
    reader.says(
        "^1 unit, 200 points: .* wrong alike. With 20 units, the sum is 0.025, too"
    )
    assert reader.figure.get_by_text("?", exact=True).count() == 7
    cell(reader, "20 units, 200 points").press("ArrowRight")
    reader.says("Training set 1 of 10: 800 points, learned by 20 units")
    cell(reader, "20 units, 200 points").check()  # as it was left
    reader.says("each is wrong in its own way")


def test_a_link_sets_what_it_names_and_keeps_what_was_found(visit):
    address = "#fig-overfitting-play:units=1&samples=800&drawn=10"
    reader = visit("ann-resampling", hash=address).play()
    reader.says("^1 unit, 800 points: .* all are wrong alike")
    at = reader.slider("Ring").get_attribute("aria-valuetext")
    reader.slider("Ring").press("ArrowRight")
    reader.says("^At the ring, orange has the probability")
    reader.address("x1=")
    assert reader.slider("Ring").get_attribute("aria-valuetext") != at
    reader.page.locator("a.play", has_text="One unit").click()
    reader.says("^1 unit, 200 points: .* all are wrong alike")
    assert reader.figure.get_by_text("?", exact=True).count() == 7
    assert reader.slider("Ring").get_attribute("aria-valuetext") == at


def test_the_ring_asks_at_another_place(visit):
    reader = visit("ann-resampling").play()
    before = reader.says("At the ring")
    reader.drag("Ring", -120, -60)
    assert reader.says("At the ring") != before
    ring = reader.slider("Ring")
    at = ring.get_attribute("aria-valuetext")
    for key in ("ArrowRight", "ArrowDown"):
        ring.press(key)
    assert ring.get_attribute("aria-valuetext") != at
    reader.address("x1=", "x2=")
