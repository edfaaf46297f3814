"""Runs pandoc: no shell, no network, no file; bounded in time, memory and what it may answer."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Mapping
from typing import IO

from holdwater.errors import ReadError, UnreadableError

SECONDS = 60.0
"""How long pandoc may take for one document; a book takes a few seconds."""

MAX_ANSWER = 512 * 1024 * 1024
"""The most bytes that it may answer with: its JSON is some ten times as long as the text."""

_MEMORY = "-M512M"
_MAX_COMPLAINT = 4000
_NEEDED = "install pandoc 2.15 or newer, or save it as DOCX or HTML"
_MEND = "save it as DOCX or HTML"


def tree(data: bytes, format: str, name: str) -> Mapping[str, object]:  # noqa: A002 - Document's own word
    """What pandoc makes of a document: its JSON tree.

    Raises:
        UnreadableError: there is no pandoc, or it is too old, or does not know the format.
        ReadError: it cannot read the document, or takes too long or too much room for it.
    """
    program = shutil.which("pandoc")
    if program is None:
        raise UnreadableError(f"{format} is read through pandoc, which is not installed", where=name, mend=_NEEDED)
    answer = _answer(program, data, format, name)
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError) as fault:
        raise ReadError("pandoc's answer is no tree that can be read", where=name, mend=_MEND) from fault
    if not isinstance(found, dict) or not isinstance(found.get("blocks"), list):
        raise ReadError("pandoc's answer is no document", where=name, mend=_NEEDED)
    return found


def _answer(program: str, data: bytes, format: str, name: str) -> bytes:  # noqa: A002
    command = [program, "+RTS", _MEMORY, "-RTS", "--sandbox", "--from", format, "--to", "json"]
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
    except OSError as fault:
        raise UnreadableError("pandoc cannot be started", where=name, mend=_NEEDED) from fault
    late = threading.Event()
    timer = threading.Timer(SECONDS, _stop, (process, late))
    timer.daemon = True
    timer.start()
    try:
        answer, complaint = _exchange(process, data)
    finally:
        timer.cancel()
        _end(process)
    if late.is_set():
        raise ReadError(f"pandoc took longer than {SECONDS:.0f} seconds", where=name, mend=_MEND)
    if len(answer) > MAX_ANSWER:
        raise ReadError("pandoc's answer is too long", where=name, mend="split it into parts")
    if process.returncode:
        raise _refusal(complaint, format, name)
    return answer


def _exchange(process: subprocess.Popen[bytes], data: bytes) -> tuple[bytes, str]:
    """Give pandoc the document and take its answer, as far as it may be, and what it complains of."""
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    complaint: list[bytes] = []
    feeding = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
    listening = threading.Thread(target=_listen, args=(process.stderr, complaint), daemon=True)
    feeding.start()
    listening.start()
    answer = process.stdout.read(MAX_ANSWER + 1)
    if len(answer) > MAX_ANSWER:
        _kill(process)
    process.wait()
    listening.join(1)
    return answer, b"".join(complaint)[:_MAX_COMPLAINT].decode("utf-8", "replace")


def _feed(stdin: IO[bytes], data: bytes) -> None:
    try:
        stdin.write(data)
        stdin.close()
    except OSError:
        return  # it ended before it had read everything; its answer says why


def _listen(stderr: IO[bytes], complaint: list[bytes]) -> None:
    """Take what pandoc complains of, which may come a letter at a time; only its beginning is kept."""
    kept = 0
    while piece := stderr.read(512):
        if kept < _MAX_COMPLAINT:
            complaint.append(piece)
            kept += len(piece)


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    _kill(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        _kill(process)
        process.wait()
    for stream in (process.stdout, process.stderr):
        if stream is not None:
            stream.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End pandoc, and whatever it has started."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except OSError:
        process.kill()


def _refusal(complaint: str, format: str, name: str) -> ReadError:  # noqa: A002
    said = " ".join(complaint.split())[:200] or "without a word"
    lower = said.lower()
    if "unknown input format" in lower or "unknown reader" in lower:
        return UnreadableError(
            f"the installed pandoc is too old for {format}", where=name, mend=f"update it, or {_MEND}"
        )
    if "--sandbox" in lower or "unknown option" in lower:
        return UnreadableError("the installed pandoc is too old to be used safely", where=name, mend=_NEEDED)
    if "heap exhausted" in lower or "heap overflow" in lower:
        return ReadError("pandoc needs too much memory for it", where=name, mend="split it into parts")
    return ReadError(f"pandoc cannot read it as {format} ({said})", where=name, mend=f"mend it, or {_MEND}")
