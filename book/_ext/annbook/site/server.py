"""The site as a preview serves it: pages that load themselves anew after a build."""

import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BUILD = "/.preview"  # answers which build the site is of
# The site itself has no such script: it is added on the way to the browser.
SCRIPT = """
<script>
(async (build) => {
  for (;;) {
    await new Promise((wake) => setTimeout(wake, 300));
    const asked = fetch("%s", { cache: "no-store" });
    const answer = await asked.catch(() => null); // the preview may be over
    if (answer?.ok && (await answer.text()) !== build) location.reload();
  }
})("%s");
</script>
"""


class Server(ThreadingHTTPServer):
    """Serves a folder on this machine alone, from a thread.

    Parameters
    ----------
    folder : str or path
    port : int
        Zero takes any that is free.

    Raises
    ------
    OSError
        When the port is taken.
    """

    daemon_threads = True

    def __init__(self, folder, port):
        super().__init__(("127.0.0.1", port), partial(Page, directory=str(folder)))
        self.tell()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        """Where a browser finds the site."""
        return f"http://127.0.0.1:{self.server_port}/"

    def tell(self):
        """Let open pages load themselves anew."""
        self.build = str(time.time_ns())


class Page(SimpleHTTPRequestHandler):
    """Answers one request."""

    def do_GET(self):
        """Answer with a file, or with the number of the build."""
        if self.path == BUILD:
            return self._answer("text/plain", self.server.build.encode())
        page = Path(self.translate_path(self.path))
        if self.path.endswith("/"):
            page /= "index.html"
        if page.suffix == ".html" and page.is_file():
            script = SCRIPT % (BUILD, self.server.build)
            return self._answer("text/html", page.read_bytes() + script.encode())
        return super().do_GET()

    def _answer(self, kind, content):
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self):
        """Have browsers ask each time: the next build may change any file."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args):
        """Say nothing of requests."""
