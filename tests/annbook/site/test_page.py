"""Pages carry no idle script, and none inside them."""

from types import SimpleNamespace

import pytest
from annbook.site import page as pages
from annbook.site.page import lightened, with_one_sheet, written


@pytest.mark.parametrize(
    "idle",
    [
        '<script defer src="../_static/scripts/fontawesome.js?digest=5"></script>',
        '<script src="../_static/scripts/bootstrap.js?digest=5"></script>',
        '<link rel="preload" as="script" href="../_static/scripts/bootstrap.js" />',
        '<script src="../_static/clipboard.min.js?v=a7894cd8"></script>',
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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<div id="pst-primary-sidebar" class="a">',
            '<div id="pst-primary-sidebar" role="complementary" class="a">',
        ),
        ('<button onclick="window.print()">', "<button data-print>"),
        (
            '<img alt="Colab" src="../_static/images/logo_colab.png">',
            '<img loading="lazy" alt="Colab" src="../_static/images/logo_colab.png">',
        ),
        ('<a data-bs-title="Copy">', '<a title="Copy">'),
    ],
)
def test_sidebar_menus_and_buttons_say_what_they_are(before, after):
    assert lightened(before) == after


def test_exercises_repeat_no_id():
    assert lightened('<section id="exercise-content">') == "<section>"


def test_the_link_of_a_term_ends_where_its_word_does():
    link = '<a href="g.html"><span class="xref std std-term">unit{}</span></a>{}, '
    assert lightened(link.format("", "s")) == link.format("s", "")
    assert lightened(link.format("", "")) == link.format("", "")


def test_no_heading_of_a_table_is_empty():
    row = "<tr><th></th><th>error</th></tr>"
    assert lightened(row) == "<tr><td></td><th>error</th></tr>"


@pytest.mark.parametrize(
    ("body", "kept"),
    [('<div class="wide sd-tab-set">', True), ('<div class="sd-card">', False)],
)
def test_what_turns_tabs_is_loaded_where_there_are_some(body, kept, tmp_path):
    context = {"pagename": "a", "pathto": lambda name, **_: f"../{name}"}
    tabs = '<script data-sd="x" src="../_static/design-tabs.js?v=1"></script>'
    page = written(f"<head>{tabs}</head>{body}", context, tmp_path)
    assert (tabs in page) == kept


def test_the_styles_of_a_page_are_kept_for_the_style_sheet(tmp_path):
    context = {"pagename": "a/b", "pathto": lambda name, **_: f"../{name}"}
    sheet = tmp_path / "_static" / "pages" / "a" / "b.css"
    written('<head></head><p style="color: red">', context, tmp_path)
    assert "color: red" in sheet.read_text()
    written("<head></head><p>", context, tmp_path)
    assert not sheet.exists()


@pytest.mark.parametrize("static", ["_static", "../_static"])
def test_a_page_asks_for_one_style_sheet_and_for_what_its_author_added(static):
    link = f'<link rel="stylesheet" type="text/css" href="{static}/{{}}" />'
    ours, theirs = link.format("book.css?v=1"), link.format("more.css?v=2")
    theme = f'<link href="{static}/styles/theme.css?digest=3" rel="stylesheet" />'
    page = f"{theme}{ours}{theirs}{link.format('exercise.css')}"
    page = with_one_sheet(page, static)
    assert page.count("stylesheet") == 2
    assert page.index(f"{static}/site.css?v=") < page.index("more.css?v=2")


def test_what_a_template_gives_that_is_no_page_stays(tmp_path):
    templates = SimpleNamespace(
        environment=SimpleNamespace(), render=lambda template, context: template
    )
    builder = SimpleNamespace(format="html", templates=templates)
    app = SimpleNamespace(builder=builder, doctreedir=tmp_path, outdir=tmp_path)
    pages.rewrite_each_page(app)
    idle = "<script>kernelName = 'python3'</script>"
    assert templates.render(idle, {}) == idle
    page = {"pagename": "a", "pathto": lambda name, **_: name}
    assert templates.render(idle, page) == ""
