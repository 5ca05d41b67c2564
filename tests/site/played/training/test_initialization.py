"""The way of a signal through thirty layers, played by mouse and by keyboard."""

END = "End of the line"


def factor_of(reader):
    return float(reader.slider(END).get_attribute("aria-valuetext").split()[0])


def middle(box):
    return box["y"] + box["height"] / 2


def hint(reader):
    return reader.figure.locator(".hint").text_content()


def guess(reader, words):
    reader.figure.get_by_label(words, exact=True).check()


def test_the_line_is_shown_after_a_guess(visit):
    reader = visit("ann-signal").play()
    assert "1/24" not in reader.says(r"each layer multiplies the size by 0\.9\.")
    assert reader.slider(END).is_hidden()
    assert reader.button("ReLU").is_hidden()
    guess(reader, "1/1,000")
    reader.says(
        r"spread 0\.09, .* by 0\.9: 0\.9³⁰ ≈ 1/24\.\s1/1,000 is left after 66 layers"
    )
    reader.figure.get_by_text("your guess: 1/1,000").wait_for()
    assert reader.figure.evaluate("e => e.shadowRoot.activeElement.ariaLabel") == END
    assert reader.figure.get_by_label("1/4", exact=True).is_hidden()
    assert reader.button("ReLU").is_hidden()  # not before a line was level


def test_a_second_guess_leads_to_more_units(visit):
    reader = visit("ann-signal").play()
    guess(reader, "just show it")
    reader.slider("Spread of the weights").fill("70")  # 0.1
    reader.says(r"0\.1 · √100 = 1 in each layer: level on average")
    assert hint(reader).startswith("Level. Now guess")
    assert reader.button("10 other networks").is_hidden()
    assert reader.figure.get_by_text("layer 20").is_visible()  # the histograms
    spread = reader.slider("Spread of the weights")
    top = spread.bounding_box()["y"]
    guess(reader, "0.025")
    reader.says(r"multiplies by 2: 2³⁰ ≈ 1\.1 billion\.\sNot 0\.025: four times the")
    assert spread.bounding_box()["y"] == top
    assert hint(reader).startswith("Make the line level")
    assert reader.figure.get_by_label("0.025", exact=True).is_hidden()
    assert reader.button("400 units").get_attribute("aria-pressed") == "true"
    reader.slider("Spread of the weights").fill("20")  # 0.05
    reader.figure.get_by_text("0.05 = 1/√400").wait_for()


def test_a_link_keeps_what_was_found_and_what_it_does_not_name(visit):
    reader = visit("ann-signal").play()
    guess(reader, "just show it")
    spread = reader.slider("Spread of the weights")
    spread.fill("70")  # 0.1
    reader.button("ReLU").click()
    assert "√" not in reader.says(r"each layer multiplies by 0\.707")  # to be found
    spread.fill("150")  # 0.18
    assert reader.figure.get_by_text("> 3").count() == 3  # not as if it had died
    spread.fill("111")  # 0.141
    reader.figure.get_by_text("0.141 ≈ √(2/100)").wait_for()
    reader.page.locator("a.play").first.click()
    reader.says(r"0\.09 · √100 = 0\.9 in each layer")
    assert reader.figure.get_by_text("0.141 ≈ √(2/100)").is_visible()
    assert reader.figure.get_by_text("with ReLU: level").is_visible()


def test_more_units_with_the_same_weights_let_the_signal_leap_until_it_is_repaired(
    visit,
):
    reader = visit("ann-signal").play()
    guess(reader, "just show it")
    reader.says("Now make the line level")
    level = reader.figure.get_by_role("cell")
    handle = reader.slider(END)
    handle.focus()
    for key in ("PageUp", "ArrowUp", "ArrowUp"):
        reader.page.keyboard.press(key)
    assert factor_of(reader) == 1.01
    spread = reader.slider("Spread of the weights")
    spread.press("ArrowLeft")
    assert factor_of(reader) == 1
    reader.says(r"0\.1 · √100 = 1 in each layer: level on average\.\s10 networks")
    reader.button("400 units").click()
    reader.button("100 units").click()
    reader.figure.get_by_text("0.1 = 1/√100").wait_for()
    assert level.all_inner_texts().count("?") == 5
    assert hint(reader) == "Next in the table: 25 units, linear."
    before = reader.says("networks end|Another")
    reader.button("10 other networks").click()
    assert reader.says("networks end") != before
    reader.button("400 units").click()
    reader.says(
        r"spread 0\.1, each layer multiplies by 2: 2³⁰ ≈ 1\.1 billion\.\sAnother scale"
    )
    drawn = reader.figure.locator("svg").first
    assert drawn.get_by_text("100 units: level").is_visible()
    top = drawn.bounding_box()
    assert handle.bounding_box()["y"] > top["y"]  # on a scale that has room for it
    place = middle(handle.locator(".ring").bounding_box())
    reader.drag(END, 0, 60)
    moved = middle(handle.locator(".ring").bounding_box())
    assert abs(moved - place - 60) < 4  # it stays where the hand left it
    reader.button("25 units").click()
    reader.button("ReLU").click()
    handle.focus()
    reader.page.keyboard.press("Home")
    assert factor_of(reader) == 0.15
    for _ in range(250):
        if factor_of(reader) == 1:
            break
        reader.page.keyboard.press("ArrowUp" if factor_of(reader) < 1 else "ArrowDown")
    reader.says(r"0\.283 · √\(25/2\) ≈ 1 in each layer: level on average")
    reader.figure.get_by_text("0.283 ≈ √(2/25)").wait_for()
    assert level.all_inner_texts().count("?") == 4
    spread.press("Home")
    drawn.get_by_text("1/10¹²").wait_for()
    spread.fill("225")  # 0.255
    drawn.get_by_text("1/10", exact=True).wait_for()  # as it was at the beginning
    reader.button("400 units").click()
    spread.fill("41")  # 0.071, which is nearest
    reader.figure.get_by_text("0.0707 ≈ √(2/400)").wait_for()


def test_the_end_is_dragged_and_the_address_keeps_it(visit):
    reader = visit("ann-signal").play()
    guess(reader, "just show it")
    reader.says("1/24")
    reader.slider("Spread of the weights").fill("70")  # 0.1
    reader.says("level on average")
    reader.drag(END, 0, -60)
    reader.says(r": 1\.\d+³⁰ ≈ [\d.,]+\.")
    reader.button("25 units").click()
    reader.says(r"multiplies by 0\.")
    factor = factor_of(reader)
    assert factor < 1  # half of what it was
    address = reader.address(f"factor={factor:g}", "units=25")
    again = visit("ann-signal", hash=address).play()
    again.says(rf"multiplies by {factor:g}:")
