"""Where the book lies."""

from pathlib import Path

CODE = Path(__file__).resolve().parent
ROOT = CODE.parents[2]  # the top level of the repository
STATIC = CODE.parents[1] / "_static"
