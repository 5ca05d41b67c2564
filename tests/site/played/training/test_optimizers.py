"""Descent, played by mouse and by keyboard."""


def test_descent_walks_and_says_when_it_diverges(visit):
    reader = visit("ann-descent").play()
    reader.button("Step").click()
    reader.says("Steps: 1")
    reader.slider("Rate (P)").focus()
    reader.page.keyboard.press("End")
    reader.button("Run").click()
    reader.says("Plain: diverged after")


def test_a_descent_that_has_ended_begins_anew(visit):
    reader = visit("ann-descent").play()
    for rate in "Rate (P)", "Rate (M)":
        reader.slider(rate).focus()
        reader.page.keyboard.press("End")
    for _ in range(2):
        reader.button("Run").click()
        reader.says("Steps: [1-9][.]")
        reader.says("Plain: diverged .*; Momentum: diverged")


def test_the_start_of_the_walks_is_moved(visit):
    reader = visit("ann-descent").play()
    reader.button("Step").click()
    reader.says("Steps: 1")
    start = reader.slider("Start")
    places = [start.get_attribute("aria-valuetext")]
    reader.drag("Start", 40, 30)
    places.append(start.get_attribute("aria-valuetext"))
    reader.says("Steps: 0")
    start.focus()
    reader.page.keyboard.press("ArrowRight")
    places.append(start.get_attribute("aria-valuetext"))
    assert len(set(places)) == 3
