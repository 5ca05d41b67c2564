"""Links are checked without a site, and a build may fail: then nothing is written."""

from types import SimpleNamespace

import pytest
from annbook.notebooks import lite, published
from annbook.site import assets, page, previews, sharing, unused

FINISHED = [
    assets.write,
    lite.publish,
    previews.write,
    published.install_from_this_commit,
    sharing.list_pages,
    sharing.write_home,
    unused.remove,
]


def app(name):
    """Return an application that has no site to write to."""
    builder = SimpleNamespace(name=name, format="html" if name == "html" else "")
    return SimpleNamespace(builder=builder, config=SimpleNamespace(root_doc="one"))


@pytest.mark.parametrize("finish", FINISHED, ids=lambda each: each.__module__)
def test_nothing_is_written_where_no_site_was_built(finish):
    finish(app("linkcheck"), None)
    finish(app("html"), ValueError())


def test_other_builders_have_no_templates_to_change():
    page.add_templates(app("linkcheck"))
    page.rewrite_each_page(app("linkcheck"))
