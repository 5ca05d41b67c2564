"""Formulas become MathML at build time, and a wrong one is an error."""

import pytest
from annbook.site.mathml import convert
from math_core import LatexError


@pytest.mark.parametrize(
    ("latex", "inside"),
    [
        (r"\frac{1}{m}", "<mfrac>"),
        (r"\boldsymbol{\theta}", "𝜽"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "<mtable"),
        (r"a < b", "&lt;"),
    ],
)
def test_a_formula_becomes_mathml(latex, inside):
    mathml = convert(latex, block=True)
    assert mathml.startswith('<math display="block">')
    assert inside in mathml


def test_a_formula_in_the_line_is_no_block():
    assert "display=" not in convert("x", block=False)


def test_a_formula_that_cannot_be_read_is_an_error():
    with pytest.raises(LatexError, match="unknown"):
        convert(r"\unknown", block=False)
