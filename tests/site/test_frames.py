"""Figures play where notebooks show outputs: their code and data travel with them."""

import pytest
from annbook.chapters import all_chapters
from annbook.results import committed
from annbook.results.cells import code_cells
from complaints import complaints_of
from reader import FIGURES, play_by_hand

from annutils.widgets.bundle import script

pytestmark = pytest.mark.weekly
HTML = {"content_type": "text/html"}
# What comes as HTML is put into a page without its scripts; they are then made anew.
SHOW = """output => {
  const place = document.body.appendChild(document.createElement("div"));
  place.innerHTML = output;
  for (const old of place.querySelectorAll("script")) {
    const made = document.createElement("script");
    for (const { name, value } of old.attributes) made.setAttribute(name, value);
    made.text = old.text;
    old.replaceWith(made);
  }
  return place;
}"""
# Colab: a frame of another origin for each output, as high as what is in it. Its policy
# is not written down anywhere; this one asks nobody, and knows no origin.
COLAB = f"""<!doctype html><html theme="dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';
  img-src data:; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<body><script>
onmessage = ({{ data }}) => ({SHOW})(data);
new ResizeObserver(() => parent.postMessage(document.body.scrollHeight, "*"))
  .observe(document.body);
</script>"""
FRAMES = """<!doctype html><body><script>
const frame = () => document.querySelector("iframe");
onmessage = ({ data }) => { frame().style.height = `${data}px`; };
</script>"""
FRAME = """output => new Promise(done => {
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.style.width = "900px";
  frame.src = "http://output.test/";
  frame.onload = () => done(frame.contentWindow.postMessage(output, "*"));
  document.querySelector("iframe")?.remove();
  document.body.append(frame);
})"""
# JupyterLab: all outputs in its own page, which moves with the arrow keys, and takes
# cells out of sight out of the page.
LAB = """<!doctype html><body data-jp-theme-light="false"><script>
window.heard = [];
document.onkeydown = ({ key }) => heard.push(key);
</script>"""
IN_LAB = f"""output => {{
  const place = ({SHOW})(output);
  place.remove();
  document.body.append(place);
}}"""


@pytest.fixture(scope="module")
def outputs():
    """Return what a cell shows for each figure, by the name of its element."""
    shown = {}
    for chapter in all_chapters():
        if chapter.name not in FIGURES.values():
            continue
        for cell in code_cells(committed.read(chapter)):
            for output in cell.outputs:
                html = output.get("data", {}).get("text/html", "")
                if html.startswith("<ann-"):
                    tag = html[1:].split()[0]
                    code = f'<script type="module">{script(tag)}</script>'
                    shown.setdefault(tag, html + code)
    assert shown.keys() == FIGURES.keys()
    return shown


@pytest.fixture
def page(browser):
    """Open a window that complains of nothing."""
    page = browser.new_page(viewport={"width": 1200, "height": 1000})
    complaints = complaints_of(page)
    for host, text in {"output": COLAB, "colab": FRAMES, "lab": LAB}.items():
        page.route(
            f"http://{host}.test/",
            lambda route, _, text=text: route.fulfill(body=text, **HTML),
        )
    yield page
    page.close()
    assert complaints == []


@pytest.mark.parametrize(("place", "show"), [("colab", FRAME), ("lab", IN_LAB)])
def test_every_figure_plays_in_the_outputs_of(place, show, page, outputs):
    page.goto(f"http://{place}.test/")
    for tag, output in outputs.items():
        page.evaluate(show, output)
        figure = page.frames[-1].locator(tag)
        figure.evaluate("element => element.scrollIntoView()")
        figure.locator(".built.dark").wait_for()
        changed = play_by_hand(figure)
        assert changed, tag
        assert all(changed.values()), (tag, changed)
    if place == "lab":
        assert not [key for key in page.evaluate("heard") if key.startswith("Arrow")]
