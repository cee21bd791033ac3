"""What every server on loopback has in common: it prints no trace, and nobody waits for its end."""

from __future__ import annotations

import logging
from http.server import ThreadingHTTPServer

logger = logging.getLogger(__name__)


class LocalServer(ThreadingHTTPServer):
    """Serves each visitor in a thread that ends with the program."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who hangs up is nothing to print about."""
        logger.debug("a connection ended early", exc_info=True)
