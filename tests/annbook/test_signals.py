"""Each signal that asks a command to end is heard, but not one that is ignored."""

import signal

import pytest
from annbook.stopping import StoppedError, heed_signals

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture(autouse=True)
def _kept():
    """Put back what the signals did before."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_stops_the_command_and_is_named(number):
    heed_signals()
    with pytest.raises(StoppedError) as stopped:
        signal.raise_signal(number)
    assert stopped.value.signal == number


def test_a_signal_that_nohup_has_the_program_ignore_stays_so():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    heed_signals()
    signal.raise_signal(signal.SIGHUP)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
