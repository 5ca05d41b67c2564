"""The playground, played by mouse and by keyboard."""

import re

LABEL = "#fig-playground-two-clouds:tools=all&task=free&"
AT_REST = {"width": 1440, "height": 900}


def unit(reader, layer, place):
    """Return a unit of the drawing, counted from 0; layer 0 holds the inputs."""
    return reader.figure.locator(f'[data-key="{layer}-{place}"]')


def shown(reader):
    """Return what the plane says that it shows; nothing for the output."""
    return reader.figure.locator(".halo").text_content()


def run(reader):
    """Press Run, and wait until it stops by itself."""
    reader.button("Run").click()
    reader.button("Run").wait_for(timeout=60_000)  # until then, it is named Pause
    return reader.says("after")


def weights(reader, at):
    """Return the first-layer weights at some places, as the network has them."""
    code = "(e, at) => at.map(at => e.game.trainer.network.parameters.W[1][at])"
    return reader.figure.evaluate(code, at)


def test_the_playground_trains_and_rewinds_to_the_same_weights(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    before = reader.says("after 0 updates")
    assert re.search(r"test (9[5-9]|100)\S*%, after [1-9]", run(reader))
    reader.button("Rewind").click()
    assert reader.says("after 0 updates") == before


def test_a_unit_is_looked_at_and_switched_off_by_mouse(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    before = run(reader)
    unit(reader, 1, 0).hover()
    assert shown(reader) == "Unit 1 of layer 1"
    unit(reader, 1, 0).click()
    reader.address("off=1.1")
    assert unit(reader, 1, 0).get_attribute("aria-checked") == "false"
    assert shown(reader) == "gray: before"  # the output, and its old boundary
    curve = "e => e.view.losses.train.getAttribute('d')"
    trained = reader.figure.evaluate(curve)
    reader.says(r"With unit 1 off: .* right, not .*%\.")
    assert reader.figure.evaluate(curve) == trained
    unit(reader, 1, 0).click()
    assert unit(reader, 1, 0).get_attribute("aria-checked") == "true"
    assert reader.says("epochs") == before


def test_a_unit_is_looked_at_and_switched_off_by_keyboard(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    reader.figure.get_by_role("combobox", name="Task").focus()
    keyboard = reader.page.keyboard
    while not reader.figure.evaluate("e => e.shadowRoot.activeElement?.dataset.key"):
        keyboard.press("Tab")
    keyboard.press("ArrowLeft")
    assert shown(reader) == "Unit 1 of layer 1"
    keyboard.press("ArrowDown")
    assert shown(reader) == "Unit 2 of layer 1"
    keyboard.press("Enter")
    reader.address("off=1.2")
    assert unit(reader, 1, 1).get_attribute("aria-checked") == "false"
    keyboard.press("ArrowLeft")
    assert shown(reader) == "Input x₂"


def test_a_weight_is_changed_on_its_edge(visit):
    reader = visit("ann-playground", hash=f"{LABEL}layers=3").play()
    unit(reader, 1, 1).hover()
    number = reader.slider("Weight from input x₂ to unit 2 of layer 1")
    (before,) = weights(reader, [4])
    assert number.text_content() == f"{before:.2f}".replace("-", "−")
    number.focus()
    assert shown(reader) == ""
    number.press("ArrowRight")
    (after,) = weights(reader, [4])
    assert 0 < after - before <= 0.15
    assert shown(reader) == "gray: before"
    reader.drag("Weight from input x₂ to unit 2 of layer 1", 40, 0)
    assert abs(weights(reader, [4])[0] - after - 1) < 0.01
    # The bias of the output: where nothing is looked at, its numbers stand there.
    unit(reader, 2, 0).hover()
    reader.slider("Bias of output").press("ArrowLeft")
    bias = reader.figure.evaluate("e => e.game.trainer.network.parameters.b[2][0]")
    assert bias == -0.1


def test_an_edge_that_is_pressed_follows_the_hand_at_once(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    (before,) = weights(reader, [0])
    ends = [unit(reader, *at).bounding_box() for at in ((0, 0), (1, 0))]
    x = ends[1]["x"] - 3
    y = ends[1]["y"] + ends[1]["height"] / 2
    mouse = reader.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 20, y, steps=4)
    mouse.up()
    changed = [abs(w) > 1e-9 for w in (weights(reader, [0])[0] - before,)]
    first = reader.slider("Weight from input x₁ to unit 1 of layer 1")
    assert first.count() == 1
    assert changed == [True] or weights(reader, [2])[0] != before


def test_layers_units_and_inputs_are_changed_in_the_drawing(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    reader.button("One unit in layer 1 more").click()
    reader.address("layers=3")
    more = reader.button("One hidden layer more")
    more.focus()
    more.press("Enter")
    address = reader.address("layers=3-2")
    assert reader.figure.evaluate("e => e.shadowRoot.activeElement.ariaLabel") == (
        "One hidden layer more"
    )
    unit(reader, 0, 4).click()
    reader.address("inputs=x1-x2-x1x2")
    for _ in range(2):
        unit(reader, 0, 4).click()
    for place in (0, 1):
        unit(reader, 0, place).click()
    reader.address("inputs=x1x2")
    unit(reader, 0, 4).click()
    reader.says("needs an input")
    again = visit("ann-playground", hash=f"{address}&batch=7").play()
    again.figure.get_by_text("More", exact=True).click()
    assert again.slider("Batch size").get_attribute("aria-valuetext") == "7"
    assert unit(again, 2, 1).count() == 1


def test_what_is_usual_elsewhere_is_in_the_address_where_it_is_not(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    reader.choose("Data", "circles")
    reader.figure.get_by_text("More", exact=True).click()
    reader.choose("Activation", "tanh")
    address = reader.address("circles", "tanh")
    again = visit("ann-playground", hash=address).play()
    again.figure.get_by_text("More", exact=True).click()
    for name, value in (("Data", "circles"), ("Activation", "tanh")):
        chosen = again.figure.get_by_role("combobox", name=name, exact=True)
        assert chosen.input_value() == value


def test_nonsense_in_the_address_is_answered_in_the_figure(visit):
    nonsense = "layers=99&rate=%ZZ&points=1,2&off=1"
    reader = visit("ann-playground", hash=f"{LABEL}{nonsense}").play()
    message = reader.figure.locator(".complaint").text_content()
    assert message.count("is not") == 4
    reader.says("after 0 updates")


def test_the_playground_says_that_it_diverged_and_why(visit):
    settings = "activation=linear&layers=8-8&optimizer=sgd&rate=10&data=spiral"
    reader = visit("ann-playground", hash=LABEL + settings).play()
    reader.button("Run").click()
    text = reader.says("Diverged after")
    assert "learning rate 10 is too large" in text
    assert "NaN" not in reader.figure.evaluate("e => e.shadowRoot.textContent")


def test_a_task_asks_first_and_is_judged_on_sealed_points(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    reader.choose("Task", "line")
    reader.figure.get_by_role("radio", name="no", exact=True).check()
    assert reader.figure.evaluate("e => e.game.values.layers.length") == 0
    reader.button("Run").click()
    reader.says("Reached. Of 5,000 sealed points.* ✗ Not “no”. One line fits")
    box = visit("ann-playground", hash=f"{LABEL}task=line", viewport=AT_REST).play()
    assert box.figure.bounding_box()["height"] <= 640


def test_two_units_are_one_too_many_and_few_controls_are_enough_to_see_it(visit):
    reader = visit("ann-playground", viewport=AT_REST).play()
    assert reader.figure.get_by_role("combobox").count() == 0
    assert reader.figure.get_by_role("button", name="Run").count() == 1
    question = reader.figure.locator(".question").text_content()
    assert question == "Which of the two units does the network need?"
    assert unit(reader, 1, 0).bounding_box()["width"] > 80
    reader.figure.get_by_role("radio", name="both", exact=True).check()
    run(reader)
    reader.says("Press a unit to switch it off")
    trained = weights(reader, [1])
    unit(reader, 1, 0).click()
    reader.says(r"With unit 1 off[^\n]*\nRun on")
    run(reader)
    reader.says("Now press the other unit")
    assert weights(reader, [1]) != trained
    unit(reader, 1, 1).click()
    reader.address("off=1.2&")
    reader.says("Unit 1 is on again, weights as before. With unit 2 off")
    assert weights(reader, [1]) == trained
    run(reader)
    reader.says("✗ Not “both”. Either will do")
    assert reader.figure.bounding_box()["height"] <= 640


def test_what_a_change_of_the_network_costs_is_told(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    run(reader)
    reader.button("One unit in layer 1 more").click()
    reader.says(r"Another start: \d+ updates are gone")
    assert "gone" not in run(reader)


def test_own_points_are_put_by_keyboard_and_by_mouse(visit):
    reader = visit("ann-playground", hash=f"{LABEL}data=own").play()
    reader.says("There are no points yet")
    reader.slider("Place for a point").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    reader.address("points=0.1%2C0%2C1")
    reader.says("100% right says nothing")
    box = reader.slider("Place for a point").bounding_box()
    reader.page.mouse.click(box["x"] + 80, box["y"])
    assert reader.address("_").count("_") == 1
    reader.slider("Place for a point").click()
    reader.page.wait_for_function("() => location.hash.split('_').length === 3")
    # All points are trained on: no curve, and no word, of a test.
    assert not reader.figure.get_by_text("test", exact=True).is_visible()


def test_the_keras_program_is_shown_with_its_points(visit):
    reader = visit("ann-playground", hash=LABEL).play()
    reader.figure.get_by_text("Keras program", exact=True).click()
    program = reader.figure.locator("pre").filter(has_text="model.set_weights")
    program.wait_for()
    text = program.text_content()
    assert re.search(r"X = center \+ .*model\.fit\(", text, flags=re.S)


def test_the_menu_sets_up_what_a_task_is_about(visit):
    reader = visit("ann-playground", hash=LABEL, viewport=AT_REST).play()
    reader.choose("Task", "deep")
    address = reader.address("task=deep")
    for part in ("data=circles", "layers=8-8-8-8-8-8", "rate=0.003"):
        assert part in address
    assert reader.figure.evaluate("e => e.shadowRoot.activeElement.value") == "deep"
    reader.button("One unit in layer 6 less").click()
    question = reader.figure.locator(".question")
    assert question.text_content() == "What can this network learn?"
    reader.button("One unit in layer 6 more").click()
    assert question.text_content() == "After how many epochs does the loss fall?"
    reader.choose("Data", "moons")
    menu = reader.figure.get_by_role("combobox", name="Task")
    assert menu.input_value() == "free"
    reader.choose("Task", "deep")
    assert question.text_content() == "After how many epochs does the loss fall?"
    reader.choose("Task", "free")
    assert "circles" in reader.address("task=free")


def test_one_unit_of_four_can_best_be_spared(visit):
    spiral = "tools=all&task=less&data=spiral&layers=4-2&activation=tanh"
    reader = visit("ann-playground", hash=LABEL.split(":")[0] + f":{spiral}").play()
    hint = reader.figure.locator(".hint")
    run(reader)
    assert "Guess, then switch" in hint.text_content()
    outline = "e => e.view.boundary.getAttribute('d')"
    before = "e => e.view.ghost.getAttribute('d')"
    whole = reader.figure.evaluate(outline)
    reader.figure.get_by_role("radio", name="unit 1", exact=True).check()
    for place in (0, 1, 2):
        unit(reader, 1, place).click()
        assert reader.figure.evaluate(before) == whole
    reader.says(r"Lost in 100: [\d.]+ \(unit 1\), .* Now press another")
    unit(reader, 1, 3).click()
    reader.says("✗ Not “unit 1”. Unit 3 can best be spared. Lost in 100: 5")
    assert "Drag a line" in hint.text_content()
    reader.button("Rewind").click()
    assert unit(reader, 1, 3).get_attribute("aria-checked") == "true"
    assert "Press Run" in hint.text_content()


def test_on_a_phone_the_first_tap_switches(visit):
    phone = {"width": 390, "height": 844}
    reader = visit("ann-playground", viewport=phone, has_touch=True).play()
    plane = reader.figure.locator(".held").bounding_box()
    run = reader.button("Run").bounding_box()
    top = reader.figure.bounding_box()["y"]
    assert plane["y"] < run["y"] < top + 600
    unit(reader, 1, 0).tap()
    reader.address("off=1.1")


def test_on_a_phone_the_loss_stays_with_tasks_about_it_and_nothing_overlaps(visit):
    phone = {"width": 390, "height": 844}
    reader = visit(
        "ann-playground",
        hash=f"{LABEL}task=deep&data=circles&layers=8-8-8-8-8-8&rate=0.003",
        viewport=phone,
    ).play()
    assert reader.figure.locator(".held .plot").count() == 2
    assert reader.figure.get_by_role("slider", name="Weight").count() == 0
    buttons = reader.figure.get_by_role("button", name=re.compile("One unit in layer"))
    boxes = [one.locator("circle").last.bounding_box() for one in buttons.all()]
    assert len(boxes) == 12
    for i, one in enumerate(boxes):
        for other in boxes[:i]:
            apart = [abs(one[side] - other[side]) for side in "xy"]
            assert max(apart) >= one["width"] - 1
