"""Ten training sets, ten networks: drawn by mouse and by keyboard."""


def test_ten_samples_end_in_a_verdict(visit):
    reader = visit("ann-resampling").play()
    reader.says("Training set 1 of 10: 200 points, learned by 20 units")
    for k in range(2, 11):
        assert not reader.figure.get_by_text("truth", exact=True).is_visible()
        reader.button("Another set").click()
        if k < 10:
            reader.says(f"Training set {k} of 10")
    reader.says(r"^20 units, 200 points: .* each is wrong in its own way\.")
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


def test_a_guess_is_answered_by_both_networks(visit):
    reader = visit("ann-resampling").play()
    assert not cell(reader, "1 unit, 200 points").is_visible()
    cell(reader, "20 units").check()
    reader.says("^You say 20 units")
    reader.address("guess=20")
    reader.button("All ten").click()  # the cells take the guess's place
    assert not reader.figure.get_by_text("which will repeat itself").is_visible()
    reader.says(r"each is wrong in its own way\. Now press 1 unit, 200 points\.$")
    cell(reader, "1 unit, 200 points").check()
    reader.says("^Not 20 units.*: spread 0.03 with 1 unit, .* offset 0.29 with 1 unit")


def test_without_a_guess_the_cells_are_compared_as_well(visit):
    reader = visit("ann-resampling").play()
    reader.button("All ten").click()
    assert reader.figure.get_by_text("?", exact=True).count() == 8
    cell(reader, "1 unit, 200 points").check()  # its ten sets at once
    reader.says("^1 unit repeats itself: spread 0.03 with 1 unit, 0.22 with 20")
    assert reader.figure.get_by_text("?", exact=True).count() == 7
    cell(reader, "20 units, 200 points").press("ArrowRight")
    reader.says("^20 units, 800 points: .* none is far off")
    reader.button("Start over").click()
    reader.says("Training set 1 of 10: 800 points, learned by 20 units")
    cell(reader, "20 units, 200 points").check()
    cell(reader, "20 units, 800 points").check()  # as it was left
    reader.says("Training set 1 of 10: 800 points, learned by 20 units")


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
    reader.says("^1 unit, 200 points: .* all are wrong alike. Now press 20 units")
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
