"""Ten training sets, ten networks: drawn by mouse and by keyboard."""


def test_ten_samples_end_in_a_verdict(visit):
    reader = visit("ann-resampling").play()
    reader.says("Training set 1 of 10: 200 points, learned by 20 units")
    for k in range(2, 11):
        assert not reader.figure.get_by_text("truth", exact=True).is_visible()
        reader.button("Another set").click()
        if k < 10:
            reader.says(f"Training set {k} of 10")
    reader.says(r"^20 units, ten sets: .* 0\.02 \(offset\), .* 0\.22 \(spread\)\.$")
    for words in ("truth", "spread 0.22", "offset 0.02"):
        assert reader.figure.get_by_text(words, exact=True).is_visible()
    assert not reader.button("Another set").is_visible()
    assert not cell(reader, "20 units, 200 points: 0.025").is_visible()
    reader.button("Start over").click()
    reader.says("Training set 1 of 10")
    assert not reader.button("Start over").is_visible()
    assert reader.button("Another set").is_visible()


def cell(reader, name):
    """Return one of the nine radio buttons."""
    return reader.figure.get_by_role("radio", name=name)


def test_a_guess_is_answered_by_both_networks_beside_each_other(visit):
    wide = {"width": 1440, "height": 900}
    reader = visit("ann-resampling", viewport=wide).play()
    same, table = reader.button("The same with 1 unit"), cell(reader, "1 unit, 200")
    both = reader.figure.get_by_role("img", name="Both, beside each other")
    reader.says("^Training set 1 of 10")
    assert not same.is_visible()
    assert not table.is_visible()
    assert both.get_by_text("?", exact=True).count() == 2
    hint = reader.figure.locator(".hint")
    assert hint.inner_text() == "Guess, then draw ten sets."
    cell(reader, "20 units").check()
    reader.says("^You say 20 units")
    assert hint.inner_text() == "Now draw ten sets."
    reader.address("guess=20")
    reader.button("All ten").press("Enter")
    assert not reader.figure.get_by_text("which will repeat itself").is_visible()
    reader.says("^20 units, ten sets")
    assert hint.inner_text() == "Now the same with 1 unit."
    assert not table.is_visible()
    assert both.get_by_text("?", exact=True).count() == 1
    reader.page.keyboard.press("Enter")  # the keyboard goes on where it was
    reader.says(r"^Not 20 units: .* \(small spread\), .* \(large offset\)\.$")
    reader.address("units=1", "drawn=10")
    assert not same.is_visible()
    assert table.is_checked()
    task = "Drag the ring along the dashed line, to where 1 unit is right."
    assert hint.inner_text() == task
    for words in (
        "20 units, 200 points",
        "offset 0.02, spread 0.22",
        "1 unit, 200 points",
        "offset 0.29, spread 0.03",
    ):
        assert both.get_by_text(words, exact=True).is_visible()
    reader.slider("Ring").press("ArrowLeft")
    both.get_by_text("offset 0.02, spread 0.22", exact=True).wait_for(state="detached")
    assert hint.inner_text() == task
    for key in ["ArrowLeft"] * 4 + ["ArrowUp"] * 3:
        reader.slider("Ring").press(key)
    reader.says(r"^Found: 1 unit is right here \(offset 0\.0\d\)")
    assert hint.inner_text() == "Choose other networks in the table."
    reader.button("Start over").press("Enter")
    reader.says("^You say 20 units")
    assert hint.inner_text() == "Now draw ten sets."
    assert both.get_by_text("?", exact=True).count() == 2


def test_without_a_guess_all_networks_are_compared_as_well(visit):
    reader = visit("ann-resampling").play()
    reader.button("All ten").click()
    reader.button("The same with 1 unit").click()
    reader.says(r"^1 unit repeats itself \(small spread\)")
    cell(reader, "20 units, 200 points").check()
    reader.says(r"^20 units, 200 points: .* on average \(at the ring 0\.22² = 0\.048\)")
    cell(reader, "1 unit, 200 points").check()
    reader.says(
        r"^1 unit, 200 points: bias² 0\.023 on .* 0\.29² = 0\.084\), variance 0\.00"
    )
    cell(reader, "20 units, 200 points").check()
    cell(reader, "20 units, 200 points").press("ArrowRight")
    reader.says("^20 units, 800 points: .* none is far off")
    cell(reader, "5 units, 25 points").check()
    reader.says(r"^5 units, 25 points: .* 20 units vary no more \(0\.122\)")
    assert reader.figure.get_by_role("radio", name="points").count() == 9


def test_a_link_sets_what_it_names_and_keeps_what_was_found(visit):
    address = "#fig-overfitting-play:units=1&samples=800&drawn=10"
    reader = visit("ann-resampling", hash=address).play()
    reader.says("^1 unit, 800 points: .* all miss alike")
    at = reader.slider("Ring").get_attribute("aria-valuetext")
    reader.slider("Ring").press("ArrowRight")
    reader.says("^At the ring, orange has the probability")
    reader.address("x1=")
    assert reader.slider("Ring").get_attribute("aria-valuetext") != at
    reader.page.locator("a.play", has_text="One unit").click()
    reader.says(r"^1 unit repeats itself \(small spread\)")
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
