"""The head of the exercises names those that the page judges."""

from annbook.site.judged import with_line

EXERCISE = (
    '<div class="exercise admonition" id="ex-{0}">\n\n<p class="admonition-title">'
    '<span class="caption-number">Exercise 2.{0} </span></p>{1}</div>\n'
)
HEAD = '<section id="exercises">\n<h2><span class="n">2.9 </span>Exercises</h2>'
BLANK = '<span class="blank" data-answer="1">____</span>'
OWN = '<div class="own-code" data-given="{}"></div>'


def page(*contents):
    """Return a page whose exercises hold this."""
    exercises = map(EXERCISE.format, range(1, 1 + len(contents)), contents)
    return f"{HEAD}{''.join(exercises)}</section>"


def test_it_links_to_blanks_and_to_code_each_by_its_number():
    before = page("", BLANK, OWN, f"{BLANK}{BLANK}")
    after = with_line(before, str)
    line = after.removeprefix(HEAD).partition("</p>")[0]
    assert line == (
        '\n<p class="judged"><span class="of-blank">Fill in on this page: '
        '<a class="reference internal" href="#ex-2">2.2</a>, '
        '<a class="reference internal" href="#ex-4">2.4</a>.</span> '
        '<span class="of-own-code">Write and check on this page: '
        '<a class="reference internal" href="#ex-3">2.3</a>.</span>'
    )
    assert after.replace(f"{line}</p>", "") == before


def test_where_the_page_judges_nothing_there_is_no_line():
    assert with_line(page("", "text"), str) == page("", "text")
