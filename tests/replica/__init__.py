"""A web of our own on loopback: pages and services that answer as the world's do, and misbehave on command.

    with replica() as server:
        get(server.url("/page/1"))                        # http://127.0.0.1:PORT/page/1
        get(server.url("/slow-body", host="a.example"))   # the same port under a name; resolve it with server.resolve
        assert server.counts["/page/1"] == 1

Addresses of the real web ("https://api.crossref.org/works/10.…") lead here through `server.backend()`, which connects
to loopback whatever it is asked for. Every name has a certificate of the replica's own authority (`server.ca_file`).
What a path does is said where it is defined: pages.py, faults.py, gone.py, services.py.
"""

from replica.recorded import Recorded, Seen
from replica.server import Replica, replica

__all__ = ["Recorded", "Replica", "Seen", "replica"]
