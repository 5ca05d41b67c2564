"""Each section ends with a link to an issue that says which section it is."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from annbook.site.stuck import with_links

PAGE = """<section id="slopes"><h1>Slopes</h1><p>First.</p>
<section id="signs">
<span id="mark"></span><h2><span class="section-number">8.1</span>Signs &amp; all\
<a class="headerlink" href="#signs">#</a></h2><p>One.</p>
<section id="plus"><h3>Plus</h3><p>Two.</p></section>
</section>
<section id="end"><h2>End</h2></section>
</section>"""
NEW = "https://example.org/book/issues/new"


def test_a_section_ends_with_a_link_that_names_it():
    page = with_links(PAGE, NEW, "https://example.org/slopes.html", "Stuck")
    first, second = re.findall(r'href="(https[^"]+)">Stuck</a></p>\n</section>', page)
    assert unescape(first).startswith(f"{NEW}?")
    asked = parse_qs(urlsplit(unescape(first)).query)
    assert asked["title"] == ["Stuck: 8.1Signs & all"]
    assert asked["body"][0].startswith("https://example.org/slopes.html#signs\n")
    assert "%23end" in second
    assert page.index("Two.") < page.index(first) < page.index('id="end"')


def test_nothing_else_changes():
    page = with_links(PAGE, NEW, "https://example.org/slopes.html", "Stuck")
    assert re.sub(r'<p class="stuck">.*?</p>\n', "", page) == PAGE
