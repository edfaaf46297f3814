"""A replica in a process of its own: `replica(process=True)` starts it."""

from replica.server import serve_alone

serve_alone()
