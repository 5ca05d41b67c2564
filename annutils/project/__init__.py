"""Checks of the network that readers write themselves, piece by piece: ``mynet.py``.

Each chapter's last exercise adds one function. `check` tries all that are there so far,
and says of the first case that fails what was expected, what came, and often why.
"""

from annutils.project.check import Finding, Report, check
from annutils.project.piece import Piece
from annutils.project.pieces import pieces

__all__ = ["Finding", "Piece", "Report", "check", "pieces"]
