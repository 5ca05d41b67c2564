"""Links in the text that set a figure."""

import pytest
from annbook.chapters import all_chapters
from collisions import COLLISIONS
from reader import INTO_SIGHT, SEEN

LINKED = [c.name for c in all_chapters() if "{play}`" in c.text]
# By keyboard, from where the reader is; the figure begins anew.
FOLLOW = """async link => {
  link.focus();
  link.click();
  await new Promise(done => setTimeout(done, 50));
}"""
COMPLAINT = """element => element.shadowRoot.querySelector(".complaint").textContent"""
WRITTEN = "(e, name) => e.kind.options[name].write(e.values[name])"


@pytest.mark.parametrize("chapter", LINKED)
def test_each_link_sets_its_figure_without_a_complaint(browser, site, chapter):
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{site}/book/{chapter}.html")
    links = page.locator("a.play")
    assert links.count() >= 2
    seen = {}
    for link in links.all():
        address = link.get_attribute("href")
        label, settings = address.removeprefix("#").split(":")
        figure = page.locator(f"#{label} .interactive")
        figure.evaluate(INTO_SIGHT)
        figure.locator(".built").wait_for()
        link.evaluate(FOLLOW)
        assert figure.evaluate(COMPLAINT) == ""
        assert figure.evaluate(COLLISIONS) == [], address
        for pair in settings.split("&"):
            name, value = pair.split("=")
            assert figure.evaluate(WRITTEN, name) == value
        seen.setdefault(label, []).append(figure.evaluate(SEEN))
    for label, states in seen.items():
        assert len(set(states)) == len(states), f"two links show the same in {label}"
    page.context.close()
