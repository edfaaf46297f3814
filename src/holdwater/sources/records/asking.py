"""Asking services over the network: politely, no oftener than they want it, and never what was answered lately.

An answer is kept in the project's catalogue with its ETag and its day. While it is fresh it is not asked for again;
after that it is asked for only if it has changed (RFC 9110, section 13), and an old answer is better than none.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import quote

from holdwater.errors import FetchError
from holdwater.sources.catalogue.model import KeptAnswer
from holdwater.sources.catalogue.moments import utc_now
from holdwater.sources.fetch.politeness import back_off, retry_after
from holdwater.sources.records.answers import MAX_ANSWER, Answer, Answered, Get
from holdwater.sources.records.kept_answers import Answers
from holdwater.sources.records.services import Service

_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
_ANSWERS = frozenset((200, 404, 410))
"""Statuses that say something of a work; 404 says that the service does not know it."""


@dataclass(frozen=True)
class AskingSettings:
    """How services are asked. Times are in seconds.

    `fresh` is how long an answer counts, `fresh_absence` how long "no such work" does: records are made every day.
    `retries` is how often a busy service is asked again, `back_off` the first wait, `longest_wait` the longest that is
    waited for. After `most_failures` in a row a service is let be for the rest of the run. `contact` is an address of
    whoever asks (mail or web); services give those who name one a better place.
    """

    fresh: timedelta = timedelta(days=30)
    fresh_absence: timedelta = timedelta(days=7)
    retries: int = 2
    back_off: float = 1.0
    longest_wait: float = 60.0
    most_failures: int = 4
    contact: str = ""
    user_agent: str = "Holdwater (citation checker)"


@dataclass
class Asker:
    """Asks services for one project: `asker.of(service)` is the `get` that the service's module is given.

    `get` goes to the network (`kept_answers` does without). `pause` waits so many seconds, `now` tells the time, and
    `clock` seconds that only go on.
    """

    answers: Answers
    get: Get
    settings: AskingSettings = field(default_factory=AskingSettings)
    pause: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = utc_now
    clock: Callable[[], float] = time.monotonic
    _next: dict[str, float] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)

    def of(self, service: Service) -> Get:
        """How `service` is asked: what is kept and fresh first, then the network.

        What is returned raises FetchError where the service failed and nothing is kept.
        """

        def get(url: str, headers: Mapping[str, str]) -> Answer:
            kept = self.answers.answer(service.name, url)
            if kept is not None and self._is_fresh(kept):
                return Answered(kept.status, kept.body)
            try:
                return self._asked(service, url, headers, kept)
            except FetchError:
                if kept is None:
                    raise
                return Answered(kept.status, kept.body)

        return get

    def _is_fresh(self, kept: KeptAnswer) -> bool:
        age = self.now() - kept.fetched_at
        return age < (self.settings.fresh if kept.status == 200 else self.settings.fresh_absence)

    def _asked(self, service: Service, url: str, headers: Mapping[str, str], kept: KeptAnswer | None) -> Answer:
        if self._failures.get(service.name, 0) >= self.settings.most_failures:
            raise FetchError(f"{service.name} failed {self.settings.most_failures} times in a row and is let be")
        try:
            answer = self._tried(service, self._signed(service, url), {**self._headers(kept), **headers})
        except FetchError:
            self._failures[service.name] = self._failures.get(service.name, 0) + 1
            raise
        self._failures[service.name] = 0
        if answer.status == 304 and kept is not None:
            answer = Answered(kept.status, kept.body, {"etag": kept.etag, "last-modified": kept.last_modified})
        self.answers.keep_answer(
            KeptAnswer(
                service.name,
                url,
                answer.body,
                self.now(),
                answer.status,
                answer.headers.get("etag", ""),
                answer.headers.get("last-modified", ""),
            )
        )
        return answer

    def _tried(self, service: Service, url: str, headers: Mapping[str, str]) -> Answer:
        """Ask, and ask again after a while where the service is busy. Raises FetchError with what came of the last."""
        failure = FetchError(f"{service.name} was not asked")
        for attempt in range(1, self.settings.retries + 2):
            self._wait_for_turn(service)
            try:
                answer = self.get(url, headers)
            except FetchError as error:
                failure, wait = error, back_off(self.settings.back_off, attempt)
            else:
                if answer.status in _ANSWERS or (answer.status == 304 and "if-none-match" in headers):
                    return self._bounded(service, answer)
                failure = FetchError(f"{service.name} answered {answer.status}")
                if answer.status not in _BUSY:
                    break
                asked_for = retry_after(answer.headers.get("retry-after", ""))
                wait = max(asked_for or 0.0, back_off(self.settings.back_off, attempt))
            if wait > self.settings.longest_wait or attempt > self.settings.retries:
                break
            self.pause(wait)
        raise failure

    def _bounded(self, service: Service, answer: Answer) -> Answer:
        if len(answer.body) > MAX_ANSWER:
            raise FetchError(f"{service.name} answered {len(answer.body):,} bytes, which no record has")
        return answer

    def _wait_for_turn(self, service: Service) -> None:
        wait = self._next.get(service.name, 0.0) - self.clock()
        if wait > 0:
            self.pause(wait)
        self._next[service.name] = self.clock() + service.interval

    def _headers(self, kept: KeptAnswer | None) -> dict[str, str]:
        headers = {"user-agent": self._agent()}
        if kept is not None and kept.etag:
            headers["if-none-match"] = kept.etag
        elif kept is not None and kept.last_modified:
            headers["if-modified-since"] = kept.last_modified
        return headers

    def _agent(self) -> str:
        contact = "".join(sign for sign in self.settings.contact if sign.isascii() and sign.isprintable())
        about = f"mailto:{contact}" if "@" in contact else contact
        return f"{self.settings.user_agent} ({about})" if about else self.settings.user_agent

    def _signed(self, service: Service, url: str) -> str:
        """The address with the contact in it. It is kept without: what was answered does not hang on who asked."""
        contact = self.settings.contact
        if not (service.contact and "@" in contact):
            return url
        name = "&tool=holdwater" if service.contact == "email" else ""
        return f"{url}{'&' if '?' in url else '?'}{service.contact}={quote(contact, safe='@')}{name}"
