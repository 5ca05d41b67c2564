"""Ctrl+C, a closed terminal and the system's request end a command in order."""

import signal


class StoppedError(KeyboardInterrupt):
    """A signal asked the command to end."""

    def __init__(self, number):
        super().__init__(number)
        self.signal = number


def heed_signals():
    """Raise ``StoppedError`` where such a signal comes, from now on."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        # what nohup, or a shell that runs us in the background, ignores stays so
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number, frame):
    raise StoppedError(number)
