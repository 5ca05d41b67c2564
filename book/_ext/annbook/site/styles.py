"""No style inside a page: where the policy is ``style-src 'self'``, it has no effect.

Themes, pandas, and drawings in results write ``style`` attributes and ``<style>``
elements. Here the attributes become classes, and all rules go into one file a page.
"""

import hashlib
import html
import re

TAG = re.compile(r"""<[a-zA-Z](?:[^"'<>]|"[^"]*"|'[^']*')*>""")
ATTRIBUTE = re.compile(r"""\sstyle=(?:"([^"]*)"|'([^']*)')""")
ELEMENT = re.compile(r"<style\b[^>]*>(.*?)</style>\s*", re.DOTALL)
CLASS = re.compile(r"""(\sclass=["'])""")
# An attribute wins over rules of a sheet, and so does an id, even one that nothing has.
RULE = ":is(#none, .{name}) {{ {declarations} }}"


def extract(page):
    """Return a page without styles inside it, and the rules that these were.

    Parameters
    ----------
    page : str
        HTML.

    Returns
    -------
    (str, str)
        The rules, CSS, are empty for a page without styles.
    """
    rules = {}  # an ordered set

    def take(match):
        rules[match[1].strip()] = None
        return ""

    def classed(match):
        tag = match[0]
        if not (found := ATTRIBUTE.search(tag)):
            return tag
        declarations = html.unescape(found[1] or found[2] or "").strip()
        name = f"s-{hashlib.sha256(declarations.encode()).hexdigest()[:8]}"
        rules[RULE.format(name=name, declarations=declarations)] = None
        tag = tag[: found.start()] + tag[found.end() :]
        if CLASS.search(tag):
            return CLASS.sub(rf"\1{name} ", tag, count=1)
        return re.sub(r"^<[^\s/>]+", rf'\g<0> class="{name}"', tag)

    page = TAG.sub(classed, ELEMENT.sub(take, page))
    return page, "".join(f"{rule}\n" for rule in rules)
