"""How fast sources are captured, in how much memory, and what is left when a run is killed at any moment.

    python -m bench.fetch            speed and memory, each with its floor
    python -m bench.fetch speed      200 sources of mixed size, 50 ms away, against one at a time
    python -m bench.fetch memory     answers of 500 MB, refused and streamed to disk
    python -m bench.fetch kill [N]   kill -9 at N (50) random moments of a run of 200 sources

Everything is asked of a replica of the web on loopback (tests/replica), in a process of its own.
"""
