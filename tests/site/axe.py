"""axe, which finds what hinders readers who see little, or do not use a mouse."""

import pytest
from annbook.chapters import ROOT

PROGRAM = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# What a page is does not depend on its colors and its width, but these rules do.
LOOKS = {"runOnly": ["color-contrast", "link-in-text-block", "target-size"]}

# axe reads all of a page to judge a part of it, which takes up to four times as long.
ALONE = """part => {
  for (let at = part; at !== document.body; at = at.parentElement)
    for (const other of [...at.parentElement.children])
      if (other !== at && other.tagName !== "SCRIPT") other.remove();
}"""


def load(page, part):
    """Leave a part of a page alone there, with axe; skip the test where there is none.

    Parameters
    ----------
    page : playwright.sync_api.Page
    part : str
        A selector.
    """
    if not PROGRAM.exists():
        pytest.skip("needs axe: npm install")
    page.locator(part).first.evaluate(ALONE)
    page.evaluate(PROGRAM.read_text(encoding="utf-8"))


def violations(page, part, options, at_least=1):
    """Return the names of the rules that a part of a page violates.

    Parameters
    ----------
    page : playwright.sync_api.Page
        To which axe was given.
    part : str
        A selector.
    options : dict
        Which rules axe takes.
    at_least : int, default 1
        How many rules must be found obeyed: else it has not looked.
    """
    options = options | {"resultTypes": ["violations"]}  # of others, one example
    found = page.evaluate("([part, how]) => axe.run(part, how)", [part, options])
    assert len(found["passes"]) >= at_least
    return [rule["id"] for rule in found["violations"]]
