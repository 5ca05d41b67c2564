"""What a page's references lead to is found, and shown as what stands there."""

import pytest
from annbook.site.previews import previews

HERE = '<a class="reference internal" href="{}">it</a>'
THERE = """<article class="bd-article">
<section id="slopes">
<h1><span class="section-number">8</span>Slopes<a class="headerlink" href="#">#</a></h1>
<div class="aims"><p>You will be able to climb.</p></div>
<p>A slope is a <a class="reference internal" href="x.html">derivative</a>.</p>
<p>It has a sign.</p>
<section id="signs"><h2>Signs</h2><section><h3>Plus</h3><p>Up.</p></section></section>
<span id="mark"></span><section id="marked"><h2>Marked</h2><p>Here.</p></section>
<dl><dt id="term-a">first</dt><dt id="term-b">second</dt>
<dd><p>Said.</p><p>More.</p></dd></dl>
<div class="formula" id="eq"><math><mi>x</mi></math><button>Copy TeX</button></div>
<figure id="fig"><div><ann-neuron><img alt="A" src="../../_images/a.svg" /></ann-neuron>
<pre>code</pre></div><figcaption>Figure 1</figcaption></figure>
<div class="citation" id="id1" role="doc-biblioentry"><p>Book.</p></div>
</section>
</article>"""


def shown(address):
    """Return what is shown for a link from one page to another one."""
    articles = {"book/a/here": HERE.format(address), "book/b/there": THERE}
    found = previews("book/a/here", lambda page: articles.get(page, ""))
    assert found.keys() <= {address}
    return found.get(address)


@pytest.mark.parametrize(
    ("name", "html"),
    [
        (
            "",  # a page shows what it begins with
            '<p><strong><span class="section-number">8</span>Slopes</strong></p>'
            "<p>A slope is a derivative.</p>",
        ),
        ("#signs", "<p><strong>Signs</strong></p>"),
        ("#mark", "<p><strong>Marked</strong></p><p>Here.</p>"),
        ("#term-a", "<p><strong>first</strong></p><p>Said.</p>"),
        ("#term-b", "<p><strong>second</strong></p><p>Said.</p>"),
        ("#eq", '<div class="formula"><math><mi>x</mi></math></div>'),
        (
            "#fig",  # a picture, seen from the page that refers to it
            '<img alt="A" src="../../_images/a.svg" />'
            "<figcaption>Figure 1</figcaption>",
        ),
        ("#id1", '<div class="citation"><p>Book.</p></div>'),
    ],
)
def test_a_reference_shows_what_it_leads_to(name, html):
    assert shown(f"../b/there.html{name}") == html


@pytest.mark.parametrize("address", ["../b/there.html#none", "../genindex.html"])
def test_what_is_no_part_of_an_article_is_left_out(address):
    assert shown(address) is None


def test_a_picture_is_found_from_a_page_in_another_folder():
    articles = {"book/c": HERE.format("b/there.html#fig"), "book/b/there": THERE}
    found = previews("book/c", articles.get)
    assert 'src="../_images/a.svg"' in found["b/there.html#fig"]


def test_a_page_shows_what_stands_on_itself():
    article = THERE.replace('href="x.html"', 'href="#eq"')
    assert previews("book/b/there", {"book/b/there": article}.get).keys() == {"#eq"}
