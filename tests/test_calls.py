"""Objects are shown as the call that makes equal ones."""

import pytest

from annutils.calls import call_text


class Rule:
    """What has an argument that must be given, and two that need not be."""

    def __init__(self, rate, decay=0.5, *, name=None):
        pass


class Narrow(Rule):
    """What takes less."""

    def __init__(self, rate):
        pass


@pytest.mark.parametrize(
    ("cls", "settings", "text"),
    [
        (Rule, {"rate": 1.0, "decay": 0.5, "name": None}, "Rule(1.0)"),
        (
            Rule,
            {"rate": 1.0, "decay": 0.25, "name": "a"},
            "Rule(1.0, decay=0.25, name='a')",
        ),
        (Narrow, {"rate": 2, "decay": 0.5, "name": None}, "Narrow(2, decay=0.5)"),
    ],
)
def test_what_is_left_at_its_default_is_not_shown(cls, settings, text):
    assert call_text(cls, settings) == text
