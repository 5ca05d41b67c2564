"""References to what the book does not have: told in one line each, printed as text.

A book may leave chapters out, and others refer to them. Only a name that is one letter
off another is taken for a misprint: it stays the error that it is, and the build fails.
"""

from itertools import takewhile
from posixpath import dirname, join, normpath, splitext

from docutils.utils import get_source_line
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

logger = logging.getLogger(__name__)

KINDS = {
    ("std", "ref"),
    ("std", "numref"),
    ("std", "doc"),
    ("math", "eq"),
    ("prf", "ref"),
}


def setup(app):
    """Connect to Sphinx."""
    app.connect("builder-inited", forget)
    app.connect("env-get-outdated", outdated)
    app.add_post_transform(MissingPages)
    app.connect("missing-reference", missing_label)
    app.connect("build-finished", report)


def forget(app):
    """Begin a build with nothing to tell."""
    app.env.annbook_missing = {}


def outdated(app, env, added, changed, removed):
    """Return all pages when one came or went: others refer to it, and all list it."""
    return env.all_docs if added or removed else []


class MissingPages(SphinxPostTransform):
    """Turns links to the files of missing pages into text."""

    default_priority = 8  # before MyST resolves its links at 9

    def run(self, **kwargs):
        """Look at each link that names a file."""
        for node in list(self.document.findall(addnodes.pending_xref)):
            page = named_page(node, self.env.docname)
            if (
                page
                and page not in self.env.all_docs
                and is_missing(self.env, node, page)
            ):
                node.replace_self(node[0].children)


def named_page(node, here):
    """Return the page that a MyST link names by its file, or None."""
    if node["reftype"] != "myst":
        return None
    target = node["reftarget"].partition("#")[0]
    if node["refdomain"] == "doc":  # the file exists
        return target
    name, suffix = splitext(target)
    return normpath(join(dirname(here), name)) if suffix == ".md" else None


def missing_label(app, env, node, content):
    """Return the text of a reference to a label that the book does not have."""
    known = (node.get("refdomain"), node["reftype"]) in KINDS
    return content if known and is_missing(env, node, node["reftarget"]) else None


def is_missing(env, node, target):
    """Tell whether a target is missing, not misprinted; note a reference to it."""
    if any(is_misprint(target, name) for name in names(env)):
        return False
    page = node.get("refdoc", env.docname)
    place = f"{env.doc2path(page, base=False)}:{get_source_line(node)[1]}"
    env.annbook_missing[page, place, target] = f"{place}: {target}"
    return True


def names(env):
    """Return the names of pages, sections, figures, exercises and equations."""
    domains = env.get_domain("std"), env.get_domain("math")
    return {*env.all_docs, *domains[0].anonlabels, *domains[1].equations}


def is_misprint(name, right):
    """Tell whether one letter is missing, too much or another, or two are swapped.

    Numbered pages differ by a digit and are no misprints of each other.
    """
    name, right = unlike(*unlike(name, right))
    swapped = len(name) == 2 and name == right[::-1]
    letters = not any(map(str.isdigit, name + right))
    return letters and (swapped or max(len(name), len(right)) == 1)


def unlike(name, right):
    """Return both without their common beginning, backwards."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(name, right, strict=False))
    start = sum(1 for _ in same)
    return name[start:][::-1], right[start:][::-1]


def report(app, error):
    """List the references."""
    lines = sorted(app.env.annbook_missing.values())
    if lines:
        logger.info("references to what this book does not have, printed as text:")
    for line in lines:
        logger.info("  %s", line)
