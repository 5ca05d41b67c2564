"""The symbols in the formulas of a page."""

import re

from chapters.core import NO_TEXT

GREEK = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi"
    "|pi|rho|sigma|tau|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi"
    "|Psi|Omega|ell"
)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$]+)\$", re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
WORDS = re.compile(r"\\(?:text|mathrm|operatorname\*?|begin|end)\s*\{[^{}]*\}")
# Indices say which one is meant.
INDEX = re.compile(r"[_^](?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[a-zA-Z]+|.)")
MARKED = re.compile(
    r"\\(?P<kind>mathbf|mathcal|boldsymbol|tilde|bar)\s*\{?\s*\\?(?P<rest>[a-zA-Z]+)\}?"
)
MARKS = re.compile(r"\\hat\s*")  # an estimate of the symbol below it


def symbols(text):
    """Return the letters in a page's formulas, such as ``eta`` and ``mathbf:x``.

    Indices, words and hats are left out.
    """
    text = CODE.sub("", NO_TEXT.sub("", text))
    return set().union(*(letters(a or b) for a, b in FORMULA.findall(text)))


def letters(formula):
    """Return the letters of one formula."""
    formula = MARKS.sub("", INDEX.sub(" ", WORDS.sub(" ", formula)))
    found = set()
    # From the inside: \tilde{\mathbf{x}} is x, bold, with a tilde.
    while match := MARKED.search(formula):
        found.add(f"{match['kind']}:{match['rest']}")
        formula = formula[: match.start()] + formula[match.end() :]
    found |= set(re.findall(rf"\\({GREEK})(?![a-zA-Z])", formula))
    return found | set(re.findall(r"[a-zA-Z]", re.sub(r"\\[a-zA-Z]+", " ", formula)))
