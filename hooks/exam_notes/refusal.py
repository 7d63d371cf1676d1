"""What the system refuses, as one sentence with the way out: never a traceback."""

from __future__ import annotations

import os
import socket


def refusal(error: OSError) -> str:
    """Return what could not be read or written, why, and what to do."""
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "A file"
    why = (error.strerror or str(error)).lower()
    return (
        f"'{name}' could not be read or written: {why}. Look whether it is yours and its disk has "
        "room, then run this again."
    )


def busy_port(host: str, port: int) -> str:
    """Return a sentence where another program listens at an address, "" where it is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            return (
                f"Port {port} of {host} cannot be served: {why}. Stop what is there, or write "
                f"make serve PORT={port + 1}."
            )
    return ""
