"""The regularization explorer, played by mouse and by keyboard."""


def test_sliders_choose_among_the_runs(visit):
    reader = visit("ann-regularization").play()
    before = reader.says("Error on training data .* on new data")
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
