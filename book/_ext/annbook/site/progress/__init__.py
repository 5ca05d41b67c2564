"""Progress: what a reader has read, answered and solved, kept in their browser alone.

Nothing is kept until the reader asks for it. ``js/recorder.js``, which pages load from
then on, keeps it; the page with the directives ``{progress}`` shows it, beside what all
chapters teach, ``{aims}``.
"""

import json
import re
from itertools import zip_longest
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from annbook.chapters import all_chapters
from annbook.paths import ROOT
from annbook.site.figures import lean
from annbook.site.kept import Kept, in_order
from annbook.site.progress.contents import ASIDE, of_page
from annbook.site.translations import translator
from annbook.site.written import add_node
from annutils.widgets.bundle import bundle

FOLDER = "progress"  # below the site's _static, and below the doctrees
HERE = Path(__file__).parent
STYLE = HERE / "progress.css"
CONTENTS = Kept(FOLDER, of_page)
AIMS = re.compile(r"^:class: aims$.*?^(- .*?)\n\n\*\*", re.DOTALL | re.MULTILINE)
# What the scripts say, by the names that they use.
SAID = {
    "offer": (
        "Would you like this browser to remember what you read, answer and solve? "
        "Nothing leaves this device."
    ),
    "yes": "Yes, remember it",
    "no": "No, thanks",
    "kept": "From now on it does. To see or erase what it remembers: ",
    "page": "Your progress",
    "before": "Answered",
    "again": "Answered a while ago: try again",
    "solved": "I solved this",
    "on": "Go on with: ",
    "off": (
        "Nothing is remembered so far. If you like, this browser keeps track of what "
        "you read, answer and solve. Then this page shows where to go on, and which "
        "questions are worth another try."
    ),
    "start": "Remember my progress in this browser",
    "denied": (
        "This browser does not let this page keep anything. It may do so if you open "
        "the page in a tab of its own, in a window that is not private."
    ),
    "full": "This browser has no room left to keep it.",
    "disk": (
        "You are reading a copy on your disk. Some browsers let no page of it see what "
        "another one has kept; then nothing shows up here."
    ),
    "fresh": (
        "From now on this browser remembers your progress. Read a section, answer a "
        "question: it will show up here."
    ),
    "due": "Answered a while ago, and worth another try:",
    "later": "No question is due today.",
    "sections": "Sections read: %s of %s",
    "questions": "questions answered: %s of %s",
    "exercises": "exercises solved: %s of %s",
    "export": "Export",
    "import": "Import",
    "imported": "The file was added to what is kept here.",
    "large": "Nothing was changed: the file is too large to come from this page.",
    "foreign": "Nothing was changed: this page has not exported this file.",
    "newer": "Nothing was changed: the file comes from a later version of the book.",
    "damaged": "Nothing was changed: a part of the file is damaged.",
    "erase": "Erase all",
    "sure": "Erase what is kept here, and remember nothing from now on?",
    "all": "All questions",
    "answered": "Those that I have answered",
}


class progress(nodes.General, nodes.Element):  # noqa: N801 (docutils' way)
    """A place that the script fills; ``part`` says with what."""


def setup(app):
    """Connect to Sphinx."""
    app.add_directive("progress", Progress)
    app.add_directive("aims", Aims)
    add_node(app, progress, begin, end)
    CONTENTS.connect(app)
    app.connect("builder-inited", write_own)
    app.connect("html-page-context", add_script)
    app.connect("html-collect-pages", write_contents)


class Progress(SphinxDirective):
    """A place for a part of what the script shows: "now", "cards" or "own".

    The content stands where no script runs.
    """

    required_arguments = 1
    has_content = True

    def run(self):
        """Return the place."""
        self.env.metadata[self.env.docname][FOLDER] = True
        place = progress("", part=self.arguments[0])
        self.state.nested_parse(self.content, self.content_offset, place)
        return [place]


class Aims(SphinxDirective):
    """A list of all chapters with their aims.

    The content names, for each chapter, an exercise for each aim, or ``-``.
    """

    has_content = True

    def run(self):
        """Return the list; the page is made anew when a chapter changes."""
        aims = nodes.Element()
        exercises = shown_by(self.content)
        for chapter in all_chapters(ROOT):
            self.env.note_dependency(str(chapter.source))
            listing = listed(chapter, exercises.get(chapter.name, ()))
            lines = StringList(listing, str(chapter.source))
            self.state.nested_parse(lines, self.content_offset, aims)
        return aims.children


def shown_by(lines):
    """Return for each chapter the labels of the exercises that show its aims."""
    named = (line.partition(":") for line in lines if line.strip())
    return {chapter.strip(): labels.split() for chapter, _, labels in named}


def aims_of(chapter):
    """Return what one can do after a chapter, each aim on one line."""
    found = AIMS.search(chapter.text)
    return re.sub(r"\n +", " ", found[1]).splitlines() if found else []


def listed(chapter, exercises):
    """Return the lines of Markdown that tell what one can do after a chapter."""
    aims = aims_of(chapter)
    if not aims:
        return []
    head = f"**[](/book/{chapter.name}.md)**"
    items = [
        aim if label == "-" else f"{aim[:-1]} ({{ref}}`{label}`){aim[-1]}"
        for aim, label in zip_longest(aims, exercises[: len(aims)], fillvalue="-")
    ]
    return [":::{container} can", head, "", *items, ":::", ""]


def begin(writer, node):
    """Begin the place."""
    part = {"data-part": node["part"]}
    writer.body.append(writer.starttag(node, "div", CLASS="progress-place", **part))


def end(writer, node):
    """End it."""
    writer.body.append("</div>\n")


def write_own(app):
    """Write what the page of progress names; pages ask for the rest in scripts."""
    if app.builder.name == "html":
        write_script(app, "page.js")
        write(app, STYLE.name, STYLE.read_text(encoding="utf-8"))


def add_script(app, page, template, context, doctree):
    """Give the page of progress its script."""
    if app.builder.name == "html" and doctree and any(doctree.findall(progress)):
        app.add_js_file(f"{FOLDER}/page.js", loading_method="defer")


def write_contents(app):
    """Write what can be read, answered and solved; return no further pages."""
    if app.builder.name != "html":
        return []
    pages = in_order(app.env, app.config.root_doc)
    given = {page: CONTENTS.of(app, page) for page in pages}
    book = {
        "title": app.config.html_title,
        "chapters": {f"{page}.html": one for page, one in given.items() if one},
    }
    write(app, "book.js", f"globalThis.progressBook = {as_json(book)};\n")
    own = shown_on(app.env)
    write_script(app, "recorder.js", at=f"{own[0]}.html" if own else "")
    return []


def shown_on(env):
    """Return the pages that show progress."""
    return sorted(page for page, data in env.metadata.items() if FOLDER in data)


def write_script(app, name, **more):
    """Write a script with what it says, and with what more it is told."""
    translate = translator(app.config)
    said = {key: translate(text) for key, text in SAID.items()}
    said["aside"] = [translate(title) for title in ASIDE]
    code = lean(bundle(name, sources=HERE / "js"))
    write(app, name, f"globalThis.progressSays = {as_json(said | more)};\n{code}\n")


def as_json(value):
    """Return a value as short JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(app, name, text):
    """Write a file of the site."""
    file = Path(app.outdir, "_static", FOLDER, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
