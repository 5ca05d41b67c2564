"""A section that is folded opens for whoever is sent to it."""

import re

from annbook.chapters import ROOT, all_chapters

SITE = ROOT / "_build" / "html"
LABEL = re.compile(r'<span id="([^"]+)"></span><details class="deeper">')


def labels():
    """Yield the pages with a folded section that has a label, and that label."""
    for chapter in all_chapters():
        page = f"book/{chapter.name}.html"
        match = LABEL.search((SITE / page).read_text(encoding="utf-8"))
        if match:
            yield page, match[1]


def test_a_link_to_the_label_of_a_folded_section_opens_it(site, browser):
    context = browser.new_context()
    page = context.new_page()
    for name, label in labels():
        page.goto(f"{site}/{name}")
        assert page.locator("details.deeper[open]").count() == 0
        page.goto(f"{site}/{name}#{label}")
        assert page.locator("details.deeper[open]").count() == 1
    context.close()
