"""What is typed after a command is checked before anything starts."""

from argparse import ArgumentTypeError

import pytest
from annbook import preview
from annbook.__main__ import main
from annbook.arguments import whole_number


@pytest.mark.parametrize(
    ("least", "most", "text", "said"),
    [
        (1, None, "-3", "expected a whole number of 1 or more, got '-3'"),
        (1, None, "0", "expected a whole number of 1 or more, got '0'"),
        (1, None, "x", "expected a whole number of 1 or more, got 'x'"),
        (0, 65535, "99999", "expected a whole number from 0 to 65535, got '99999'"),
    ],
)
def test_numbers_out_of_range_and_other_words_are_refused(least, most, text, said):
    with pytest.raises(ArgumentTypeError) as refusal:
        whole_number(least, most)(text)
    assert str(refusal.value) == said


def test_both_ends_of_a_range_belong_to_it():
    read = whole_number(0, 65535)
    assert [read("0"), read("65535")] == [0, 65535]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [(main, ["execute", "--jobs", "-3"]), (preview.main, ["--port", "99999"])],
)
def test_commands_refuse_such_numbers(command, arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        command(arguments)
    assert "expected a whole number" in capsys.readouterr().err
