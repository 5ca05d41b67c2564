"""Formulas as a line of text, for the search: "∂L/∂W", "σ(z) = 1 / (1 + e⁻ᶻ)"."""

import html
import re
import unicodedata
from functools import cache
from xml.etree import ElementTree

from math_core import LatexError

from annbook.site.mathml import convert

RAISED = str.maketrans(
    "0123456789+−-()abdeghijklmnoprstuvwxyz⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ᵃᵇᵈᵉᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ"
)
LOWERED = str.maketrans(
    "0123456789+−-()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
)
ACCENTS = {"ˆ": "\u0302", "¯": "\u0304", "˜": "\u0303", "˙": "\u0307"}
SPACED = re.compile("[=<>+−·⋅×⊙≈≤≥≠≪≫∈∼∝←→⇒↦]")
NEEDLESS = re.compile(r"(?<=\w) (?=[\[(),;\]])")  # after a name: "log (x)"
PRIMES = re.compile("′+")
INVISIBLE = re.compile("[\u2061-\u2064\ufe00-\ufe0f]")
# Entities that HTML knows and XML does not.
ENTITY = re.compile(r"&(?!lt;|gt;|amp;|quot;|apos;|#)\w+;")


@cache
def text(latex):
    """Return a formula as a line of Unicode text; one that cannot be read, as "".

    Parameters
    ----------
    latex : str
        The formula without dollar signs.

    Returns
    -------
    str
    """
    try:
        mathml = convert(latex, block=False)
    except LatexError:  # the page warns of it
        return ""
    root = ElementTree.fromstring(  # noqa: S314 -- made by us
        ENTITY.sub(lambda entity: html.unescape(entity[0]), mathml)
    )
    line = unicodedata.normalize("NFC", INVISIBLE.sub("", _line(root)))
    return NEEDLESS.sub("", re.sub(r"\s+", " ", line)).strip()


def _line(node):
    """Return the text of an element of MathML."""
    parts = list(node)
    match node.tag:
        case "semantics":
            return _line(parts[0])  # without the source
        case "mi":
            name = unicodedata.normalize("NFKC", node.text or "")
            return f"{name} " if len(name) > 1 and name.isalpha() else name
        case "mn" | "mtext":
            return node.text or ""
        case "mo":
            return _operator(node)
        case "mfrac":
            return "/".join(map(_grouped, parts))
        case "msqrt":
            return "√" + _grouped(*parts)
        case "msub":
            return _line(parts[0]) + _script(parts[1], LOWERED, "_")
        case "munder" if _line(parts[0]).strip() in ("∑", "∏", "max", "min"):
            return _line(parts[0]).strip() + _script(parts[1], LOWERED, "_") + " "
        case "munder" | "munderover":  # words below a brace, limits of a sum
            return _line(parts[0])
        case "msup":
            return _line(parts[0]) + _script(parts[1], RAISED, "^")
        case "msubsup":
            below, above = parts[1:]
            script = _script(below, LOWERED, "_") + _script(above, RAISED, "^")
            return _line(parts[0]) + script
        case "mover":
            return _line(parts[0]) + ACCENTS.get(_line(parts[1]).strip(), "")
        case "mtable":
            return "; ".join(map(_line, parts))
        case "mtr":
            return " ".join(map(_line, parts))
    return "".join(map(_line, parts))


def _operator(node):
    """Return an operator with its spaces; a sign, such as that of −1, has none."""
    sign = node.text or ""
    if sign in ",;":
        return f"{sign} "
    if SPACED.fullmatch(sign) and node.get("lspace") != "0":
        return f" {sign} "
    return sign


def _script(node, letters, mark):
    """Return an index or an exponent: raised or lowered letters, if there are such."""
    script = _line(node).replace(" ", "")
    if PRIMES.fullmatch(script):
        return script
    small = script.translate(letters)
    if all(one not in small for one in script):
        return small
    simple = len(script) == 1 or re.fullmatch(r"\w+|\[[^\[\]]*\]", script)
    return mark + (script if simple else f"({script})")


def _grouped(*nodes):
    """Return what stands above or below a line, in brackets where it has parts."""
    line = "".join(map(_line, nodes)).strip()
    return f"({line})" if re.search(r"(?<!^)[ +−]", line) else line
