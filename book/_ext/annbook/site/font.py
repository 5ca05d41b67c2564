"""One font for all pages: the letters of their formulas, and the icons around them.

Both come from larger fonts, of which a page would need a tenth. What remains of the one
for formulas keeps its table MATH, from which browsers read how formulas are set.
"""

import hashlib
import html
import io
import logging
import re
import unicodedata
from pathlib import Path

from annbook.paths import STATIC

FILE = "fonts/book.woff"  # below the site's _static
FORMULAS = STATIC / "fonts" / "STIXTwoMath.woff"
ICONS = ("solid-900", "brands-400")  # of the theme
WEBFONTS = "vendor/fontawesome/webfonts/fa-{}.ttf"
UNIQUE = 3  # among a font's names: what it was made of

MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)
SOURCE = re.compile(r"<annotation\b.*?</annotation>|<[^>]*>", re.DOTALL)
# Browsers set a single letter in italics, which is a character of its own.
LETTER = re.compile(r"<mi>([^<]+)</mi>")
SLANTED = "".join(map(chr, (*range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C))))
ITALIC = {"h": "\u210e"} | {
    chr(int(unicodedata.decomposition(one).split()[-1], 16)): one
    for one in f"{SLANTED}\U0001d6a4\U0001d6a5"
    if unicodedata.decomposition(one)
}
ROOT = re.compile("<m(?:sqrt|root)>")  # its sign is drawn, and written nowhere
ICON = re.compile(r"\\([ef][0-9a-f]{3})\b")


def letters(page):
    """Return the characters that a page's formulas are written in.

    Parameters
    ----------
    page : str
        HTML.

    Returns
    -------
    set of str
    """
    formulas = "".join(MATH.findall(page))
    plain = set(html.unescape(SOURCE.sub("", formulas)))
    if ROOT.search(formulas):
        plain.add("√")
    single = {html.unescape(text) for text in LETTER.findall(formulas)}
    return plain.union(ITALIC[letter] for letter in single & ITALIC.keys())


def icons(css):
    """Return the characters of the icons that a style sheet shows."""
    return {chr(int(code, 16)) for code in ICON.findall(css)}


def write(static, characters):
    """Write the font with these characters, unless it is there.

    Parameters
    ----------
    static : pathlib.Path
        The site's static files, with the theme's fonts.
    characters : set of str
    """
    file = static / FILE
    sources = [FORMULAS, *(static / WEBFONTS.format(name) for name in ICONS)]
    made_of = hashlib.sha256("".join(sorted(characters)).encode())
    for source in (*sources, Path(__file__)):
        made_of.update(source.read_bytes())
    if not file.exists() or made_of.hexdigest() != unique(file):
        file.write_bytes(cut(sources, characters, made_of.hexdigest()))


def unique(file):
    """Return what a font says that it was made of."""
    from fontTools.ttLib import TTFont  # takes its time

    with TTFont(file) as font:
        return font["name"].getDebugName(UNIQUE)


def cut(sources, characters, made_of):
    """Return one font with what several have of some characters.

    Parameters
    ----------
    sources : list of pathlib.Path
        The tables of the first remain; of the others, glyphs that those before lack.
    characters : set of str
    made_of : str
        Its unique name.

    Returns
    -------
    bytes
    """
    from fontTools.ttLib.scaleUpem import scale_upem

    first = _subset(sources[0], {" "} | characters)  # without any, it had no list
    narrow_roots(first)
    order = first.getGlyphOrder()
    for source in sources[1:]:
        missing = characters - set(map(chr, first.getBestCmap()))
        other = _subset(source, missing)
        scale_upem(other, first["head"].unitsPerEm)
        for code, glyph in (other.getBestCmap() or {}).items():
            name = f"icon{code:x}"
            order.append(name)
            first["glyf"][name] = other["glyf"][glyph]
            first["hmtx"][name] = other["hmtx"][glyph]
            for table in first["cmap"].tables:
                table.cmap[code] = name
    first.setGlyphOrder(order)
    first["name"].setName(made_of, UNIQUE, 3, 1, 0x409)
    first.flavor = "woff"
    file = io.BytesIO()
    first.save(file)
    return file.getvalue()


def narrow_roots(font):
    """Make the taller forms of the root's sign as wide as the smallest.

    Chromium leaves room for the widest one behind each root, which stands out as a gap.
    """
    root = font.getBestCmap().get(ord("√"))
    if root is None:
        return
    variants = font["MATH"].table.MathVariants
    forms = dict(
        zip(
            variants.VertGlyphCoverage.glyphs,
            variants.VertGlyphConstruction,
            strict=True,
        )
    )[root]
    names = {form.VariantGlyph for form in forms.MathGlyphVariantRecord}
    names |= {part.glyph for part in forms.GlyphAssembly.PartRecords}
    glyphs, metrics = font["glyf"], font["hmtx"]
    width, _ = metrics[root]
    for name in names - {root}:
        glyph, factor = glyphs[name], width / metrics[name][0]
        glyph.coordinates.scale((factor, 1))
        glyph.coordinates.toInt()
        glyph.recalcBounds(glyphs)
        metrics[name] = width, glyph.xMin


def _subset(source, characters):
    """Return a font that has these characters alone."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells each table
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(Options(hinting=False, notdef_outline=True))
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    return font
