"""Pages carry no idle script."""

from types import SimpleNamespace

import pytest
from annbook import page


@pytest.mark.parametrize(
    "idle",
    [
        '<script defer src="../_static/scripts/fontawesome.js?digest=5"></script>',
        '<script type="text/x-thebe-config">\n{ requestKernel: true }\n</script>',
        "<script>kernelName = 'python3'</script>",
        '<link rel="stylesheet" href="../_static/sphinx-thebe.css?v=4fa983c6" />',
        '<script defer="defer" src="../_static/sphinx-thebe.js?v=c100c467"></script>',
    ],
)
def test_an_idle_script_is_dropped_and_its_neighbors_stay(tmp_path, idle):
    html = f"<p>a</p>\n{idle}\n<script>let b = 1</script>"
    (tmp_path / "a.html").write_text(html)
    builder = SimpleNamespace(format="html")
    page.lighten(SimpleNamespace(builder=builder, outdir=tmp_path), None)
    expected = "<p>a</p>\n<script>let b = 1</script>"
    assert (tmp_path / "a.html").read_text() == expected


def test_what_unfolds_code_is_called_what_it_reads(tmp_path):
    html = '<summary{}><p class="collapsed">Show code cell source</p></summary>'
    label = ' aria-label="Toggle hidden content"'
    (tmp_path / "a.html").write_text(html.format(label))
    builder = SimpleNamespace(format="html")
    page.lighten(SimpleNamespace(builder=builder, outdir=tmp_path), None)
    assert (tmp_path / "a.html").read_text() == html.format("")


def test_a_style_sheet_has_no_version_that_only_some_builds_give_it(tmp_path):
    html = '<link href="../_static/exercise.css{}" /><link href="../a.css?v=1" />'
    (tmp_path / "a.html").write_text(html.format("?v=982b99e0"))
    builder = SimpleNamespace(format="html")
    page.lighten(SimpleNamespace(builder=builder, outdir=tmp_path), None)
    assert (tmp_path / "a.html").read_text() == html.format("")
