"""The regularization explorer, played by mouse and by keyboard."""

import re


def test_sliders_choose_among_the_runs(visit):
    reader = visit("ann-regularization").play()
    before = reader.says("Error on training data .* on test data")
    slider = reader.slider("L2 penalty λ")
    slider.focus()
    reader.page.keyboard.press("End")
    assert slider.get_attribute("aria-valuetext") == "0.01"
    assert reader.figure.locator(".status").text_content() != before


def test_the_middle_of_a_slider_is_clicked(visit):
    reader = visit("ann-regularization").play()
    before = reader.says("Error on training data")
    slider = reader.slider("Dropout")
    slider.click()
    assert slider.get_attribute("aria-valuetext") == "0.25"
    assert reader.says("Error on training data") != before


def test_new_data_are_read_best_between_no_remedy_and_all_at_their_highest(visit):
    reader = visit("ann-regularization").play()
    sliders = [reader.slider(f"{name} penalty λ") for name in ("L1", "L2")]
    errors = [new_error(reader)]
    for slider in sliders:
        slider.click()  # in the middle
    reader.slider("Dropout").click()
    errors.append(new_error(reader))
    for slider in sliders:
        slider.focus()
        reader.page.keyboard.press("End")
    errors.append(new_error(reader))
    wild, middle, stiff = errors
    assert middle < min(wild, stiff) - 1


def new_error(reader):
    """Return the error on test data that the figure tells, in percent."""
    told = reader.says("Error on training data")
    return float(re.search(r"test data ([\d.]+)%", told)[1])
