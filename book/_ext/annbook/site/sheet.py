"""One style sheet for all pages, cut to what they use.

The theme and the extensions bring ten, 85 kB compressed, most of it for things that no
page has. Which rules are of use is read off the pages and the scripts that they load.
"""

import posixpath
import re

FILE = "site.css"  # below the site's _static
FOLDER = "pages"  # there, too: what ``annbook.site.styles`` took out of each page
# In the order in which the theme links them: later rules win.
SHEETS = (
    *("basic.css", "styles/theme.css", "styles/pydata-sphinx-theme.css"),
    *("pygments.css", "styles/sphinx-book-theme.css", "copybutton.css"),
    *("mystnb.*.css", "exercise.css", "proof.css", "sphinx-design.min.css"),
    "book.css",
)
STRING = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
TOKEN = re.compile(rf"{STRING}|url\([^)'\"]*\)|([{{}};])", re.DOTALL)
COMMENT = re.compile(rf"({STRING})|/\*.*?\*/", re.DOTALL)
SPACE = re.compile(rf"({STRING})|\s*([{{}};,])\s*|\s+", re.DOTALL)
ADDRESS = re.compile(r"""url\((['"]?)(?!data:|#|/|https?:)([^'")]+)\1\)""")
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
ARGUMENTS = re.compile(r"\([^()]*\)")
COMMA = re.compile(r",(?![^(]*\))")
ATTRIBUTE = re.compile(r"\[\s*([\w-]+)[^\]]*\]")
CLASS_OR_ID = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
PSEUDO = re.compile(r"::?[\w-]+")
ELEMENT = re.compile(r"(?:^|[\s>+~])([A-Za-z][\w-]*)")
GROUPS = ("@media", "@supports", "@container", "@layer")

TAG = re.compile(r"""<([a-zA-Z][\w-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>""")
PART = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?""")
WORD = re.compile(r"[A-Za-z_][\w-]*")


def names(pages, scripts):
    """Return what selectors may refer to.

    Parameters
    ----------
    pages : iterable of str
        HTML.
    scripts : iterable of str
        Each word in them may be a class that they set.

    Returns
    -------
    set of str
        Elements, attributes, classes and ids, together.
    """
    found = {"html", "body", "root"}
    tags = set().union(*map(TAG.findall, pages))
    parts = set()
    for element, rest in tags:
        found.add(element.lower())
        parts.update(PART.findall(rest))
    for name, *values in parts:
        found.add(name.lower())
        if name in ("class", "id"):
            found.update("".join(values).split())
    return found.union(*map(WORD.findall, scripts))


def cut(css, known):
    """Return the rules of a style sheet that may have an effect.

    Parameters
    ----------
    css : str
    known : set of str
        As of `names`.
    """
    kept = _cut(COMMENT.sub(r"\1", css), known)
    return SPACE.sub(lambda match: match[1] or match[2] or " ", kept)


def without_idle_variables(css, others=""):
    """Return a style sheet without the custom properties that nothing asks for.

    Parameters
    ----------
    css : str
    others : str
        What else may ask: pages and scripts.
    """
    asked = set(VARIABLE.findall(others))
    while True:
        wanted = asked.union(VARIABLE.findall(css))
        less = re.sub(
            rf"(?<=[{{;])\s*(--[\w-]+)\s*:(?:{STRING}|[^;{{}}'\"])*(?:;|(?=\}}))",
            lambda match, wanted=wanted: match[0] if match[1] in wanted else "",
            css,
        )
        if less == css:
            return re.sub(r"(?<=\})[^{}]+\{\}", "", css)
        css = less


def joined(sheets):
    """Return style sheets as one that stands in their common folder.

    Parameters
    ----------
    sheets : dict of str to str
        CSS by the sheets' names, relative to that folder.
    """
    css = []
    for name, text in sheets.items():
        folder = posixpath.dirname(name)

        def address(match, folder=folder):
            return f'url("{posixpath.normpath(posixpath.join(folder, match[2]))}")'

        css.append(ADDRESS.sub(address, text))
    return "\n".join(css)


def _cut(css, known):
    """Return the rules that may have an effect; of groups, what is left of them."""
    kept = []
    for head, body in rules(css):
        if head.startswith(GROUPS):
            if inside := _cut(body, known):
                kept.append(f"{head}{{{inside}}}")
        elif head.startswith("@"):
            if body:  # not an import: its sheet is joined with the others
                kept.append(f"{head}{{{body}}}")
        elif body.strip():
            selectors = (each.strip() for each in COMMA.split(head))
            if head := ",".join(each for each in selectors if _is_of_use(each, known)):
                kept.append(f"{head}{{{body}}}")
    return "".join(kept)


def rules(css):
    """Give each rule, or group of rules: what stands before its braces, and in them."""
    depth = start = 0
    for token in TOKEN.finditer(css):
        if token[1] == "{":
            depth += 1
            if depth == 1:
                head, inside = css[start : token.start()].strip(), token.end()
        elif token[1] == "}":
            depth -= 1
            if depth == 0:
                yield head, css[inside : token.start()]
                start = token.end()
        elif token[1] == ";" and depth == 0:
            yield css[start : token.start()].strip(), ""
            start = token.end()


def _is_of_use(selector, known):
    """Tell whether a selector may match, whatever its ``:not()`` and the like say."""
    while (less := ARGUMENTS.sub("", selector)) != selector:
        selector = less
    wanted = ATTRIBUTE.findall(selector)
    selector = ATTRIBUTE.sub("", selector)
    wanted += CLASS_OR_ID.findall(selector)
    selector = PSEUDO.sub("", CLASS_OR_ID.sub("", selector))
    wanted += [name.lower() for name in ELEMENT.findall(selector)]
    return known.issuperset(wanted)
