"""Pages carry no idle script, and none inside them."""

import pytest
from annbook.site.page import lightened, written


@pytest.mark.parametrize(
    "idle",
    [
        '<script defer src="../_static/scripts/fontawesome.js?digest=5"></script>',
        '<script type="text/x-thebe-config">\n{ requestKernel: true }\n</script>',
        "<script>kernelName = 'python3'</script>",
        '<link rel="stylesheet" href="../_static/sphinx-thebe.css?v=4fa983c6" />',
        '<script defer="defer" src="../_static/sphinx-thebe.js?v=c100c467"></script>',
        '<script data-cfasync="false">\n localStorage.getItem("mode")\n</script>',
        "<script>var togglebuttonSelector = '.toggle';</script>",
        '<script src="../_static/togglebutton.js?v=b8b12719"></script>',
        "<script>DOCUMENTATION_OPTIONS.pagename = 'a';</script>",
        "<noscript>\n<style>\n.pst-js-only { display: none; }\n</style>\n</noscript>",
    ],
)
def test_what_is_idle_is_dropped_and_its_neighbors_stay(idle):
    page = f"<p>a</p>\n{idle}\n<script>let b = 1</script>"
    assert lightened(page) == "<p>a</p>\n<script>let b = 1</script>"


def test_what_unfolds_code_is_called_what_it_reads():
    page = '<summary{}><p class="collapsed">Show code cell source</p></summary>'
    label = ' aria-label="Toggle hidden content"'
    assert lightened(page.format(label)) == page.format("")


def test_a_style_sheet_has_no_version_that_only_some_builds_give_it():
    page = '<link href="../_static/exercise.css{}" /><link href="../a.css?v=1" />'
    assert lightened(page.format("?v=982b99e0")) == page.format("")


def test_exercises_repeat_no_id():
    assert lightened('<section id="exercise-content">') == "<section>"


@pytest.mark.parametrize(("name", "kept"), [("search", True), ("book/a", False)])
def test_what_searches_is_loaded_where_one_searches(name, kept, tmp_path):
    context = {"pagename": name, "pathto": lambda name, **_: f"../{name}"}
    index = '<script src="../searchindex.js"></script>'
    page = written(f"<head>{index}</head>", context, tmp_path)
    assert (index in page) == kept


@pytest.mark.parametrize(
    ("body", "kept"), [('<div class="wide sd-card">', True), ("<p>sd-card</p>", False)]
)
def test_what_draws_cards_is_loaded_where_there_are_some(body, kept, tmp_path):
    context = {"pagename": "a", "pathto": lambda name, **_: f"../{name}"}
    tabs = '<script data-sd="x" src="../_static/design-tabs.js?v=1"></script>'
    page = written(f"<head>{tabs}</head>{body}", context, tmp_path)
    assert (tabs in page) == kept


def test_a_page_has_a_sheet_of_its_own_as_long_as_it_has_styles(tmp_path):
    context = {"pagename": "a/b", "pathto": lambda name, **_: f"../{name}"}
    sheet = tmp_path / "_static" / "pages" / "a" / "b.css"
    page = written('<head></head><p style="color: red">', context, tmp_path)
    assert 'href="../_static/pages/a/b.css"' in page
    assert "color: red" in sheet.read_text()
    assert "pages" not in written("<head></head><p>", context, tmp_path)
    assert not sheet.exists()
