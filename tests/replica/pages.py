"""Pages that behave: articles of any length, in any coding and charset, PDF, redirects, robots.txt."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import random
import zlib
from collections.abc import Callable
from functools import cache

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

WORDS = "the mill stood by the weir and nobody remembered who had built it or when the water first came down".split()

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 47>>stream\nBT /F 12 Tf 10 100 Td (The mill by the weir) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


@cache
def _prose() -> str:
    """Two million characters of words in no order, which compress as well as English does, about."""
    chance = random.Random(1987)
    made = ["".join(chance.choices("etaoinshrdlucmfwyp", k=chance.randint(2, 9))) for _ in range(4_000)]
    return " ".join(chance.choices([*WORDS * 40, *made], k=400_000))[:2_000_000]


def article(title: str, length: int = 2_000, lang: str = "en") -> str:
    """An article of `length` characters and its head, that no other title has."""
    start = int.from_bytes(hashlib.sha256(title.encode()).digest()[:4]) % 100_000
    body = _prose()[start : start + max(length, 40)]
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1><p>The mill by the weir. {body}.</p></body></html>"
    )


def html(text: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A page as an answer."""
    return Response(text.encode(), status, headers, media_type="text/html; charset=utf-8")


async def page(request: Request) -> Response:
    """/page/NAME?bytes=N&latency=SECONDS: an article, after a while."""
    await asyncio.sleep(float(request.query_params.get("latency", 0)))
    name = request.path_params["name"]
    return html(
        article(f"Article {name}", int(request.query_params.get("bytes", 2_000))), headers={"ETag": f'"{name}"'}
    )


async def front(request: Request) -> Response:
    """/: the front page of a host."""
    return html(article(f"Welcome to {request.url.hostname}"))


async def pdf(request: Request) -> Response:
    """/paper.pdf: a PDF of one page with a line of text."""
    return Response(PDF, media_type="application/pdf")


async def paper(request: Request) -> Response:
    """/paper/NAME?bytes=N&latency=SECONDS: a PDF of that size whose bytes, as those of PDFs, hardly compress."""
    await asyncio.sleep(float(request.query_params.get("latency", 0)))
    name, length = request.path_params["name"], int(request.query_params.get("bytes", 200_000))
    packed = _noise()[:length]
    return Response(
        PDF.replace(b"%%EOF", b"%%Paper %s\n" % name.encode() + packed + b"\n%%EOF"), media_type="application/pdf"
    )


@cache
def _noise() -> bytes:
    return random.Random(1987).randbytes(4_000_000)


async def empty(request: Request) -> Response:
    """/empty: 200 and not a byte."""
    return Response(b"", media_type="text/html")


async def status(request: Request) -> Response:
    """/status/CODE: that status, with a page that says so."""
    code = int(request.path_params["code"])
    return html(article(f"Status {code}"), code)


async def robots(request: Request) -> Response:
    """/robots.txt: nothing under /private/ for anybody; 404 on hosts that start with "norobots"."""
    if (request.url.hostname or "").startswith("norobots"):
        return html("none", 404)
    if (request.url.hostname or "").startswith("sickrobots"):
        return html("broken", 500)
    return Response(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 0.05\n", media_type="text/plain")


def _deflate_raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def _br(data: bytes) -> bytes:
    import brotli

    return brotli.compress(data)


def _zstd(data: bytes) -> bytes:
    import zstandard

    return zstandard.compress(data)


CODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "deflate-raw": ("deflate", _deflate_raw),
    "br": ("br", _br),
    "zstd": ("zstd", _zstd),
    "twice": ("gzip, gzip", lambda data: gzip.compress(gzip.compress(data))),
    "members": ("gzip", lambda data: gzip.compress(data[:100]) + gzip.compress(data[100:])),
}


async def coded(request: Request) -> Response:
    """/coded/CODING: an article packed in gzip, deflate, deflate-raw, br, zstd, twice (gzip, gzip), members."""
    name, pack = CODINGS[request.path_params["coding"]]
    body = pack(article("Packed").encode())
    return Response(body, headers={"Content-Encoding": name}, media_type="text/html; charset=utf-8")


async def charset(request: Request) -> Response:
    """/charset/NAME?says=OTHER: a page in that charset, whose header names it, or another."""
    name = request.path_params["name"]
    text = "<!doctype html><title>Müller über Öl</title><h1>Müller über Öl</h1><p>Die Mühle am Wehr – “größer” …</p>"
    says = request.query_params.get("says", name)
    media_type = f"text/html; charset={says}" if says else "text/html"
    return Response(text.encode(name, "replace"), headers={"Content-Type": media_type})


async def to(request: Request) -> Response:
    """/to?url=URL&status=302: a redirect to any address, as it is written there."""
    response = Response(status_code=int(request.query_params.get("status", 302)))
    response.raw_headers.append((b"location", request.query_params["url"].encode("utf-8", "replace")))
    return response


async def hops(request: Request) -> Response:
    """/hops/N: N redirects, then an article."""
    left = int(request.path_params["left"])
    return RedirectResponse(f"/hops/{left - 1}", 302) if left else html(article("After the redirects"))


async def moved(request: Request) -> Response:
    """/moved: for good (301), to /page/moved."""
    return RedirectResponse("/page/moved", 301)


async def cookie_wall(request: Request) -> Response:
    """/cookie-wall: redirects to itself until its cookie is sent back."""
    if request.cookies.get("seen") == "1":
        return html(article("Behind the cookie"))
    return Response(status_code=302, headers={"Location": "/cookie-wall", "Set-Cookie": "seen=1; Path=/"})


ROUTES = [
    Route("/", front),
    Route("/page/{name:path}", page),
    Route("/private/{name:path}", page),
    Route("/paper.pdf", pdf),
    Route("/paper/{name}", paper),
    Route("/empty", empty),
    Route("/status/{code:int}", status),
    Route("/robots.txt", robots),
    Route("/coded/{coding}", coded),
    Route("/charset/{name}", charset),
    Route("/to", to),
    Route("/hops/{left:int}", hops),
    Route("/moved", moved),
    Route("/cookie-wall", cookie_wall),
]
