"""Pages that are not what was asked for: soft 404s, gates, paywalls, refreshes; and the copies of a web archive."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from replica.pages import article, html

CAPTURES = ("20150304050607", "20180615120000", "20210101000000", "20240220201918")
"""When the replica's archive has captured any address that does not hold "never"."""


async def soft_404(request: Request) -> Response:
    """/stories/NAME: an answer of 200 whose title and heading say that there is no such page."""
    return html("<!doctype html><title>Page not found</title><h1>Page not found</h1><p>Try our search.</p>")


async def to_front(request: Request) -> Response:
    """/old/story: a deep page that has become a redirect to the front page."""
    return RedirectResponse("/", 302)


async def challenge(request: Request) -> Response:
    """/challenge: a page that asks for proof of being human, as a gate before a site sends it."""
    text = (
        '<!doctype html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex">'
        '</head><body><div id="challenge-error-text"></div><script src="/cdn-cgi/challenge-platform/h/g/orchestrate/'
        'chl_page/v1?ray=1"></script></body></html>'
    )
    return html(text, 403, {"cf-mitigated": "challenge", "Server": "cloudflare", "CF-RAY": "0123456789abcdef-FRA"})


async def captcha(request: Request) -> Response:
    """/captcha: an answer of 200 that is nothing but a form of proof."""
    text = (
        "<!doctype html><title>Access to this page has been denied</title><div id=px-captcha></div>"
        '<script src="/captcha/captcha.js"></script>'
    )
    return html(text, 200)


async def paywall(request: Request) -> Response:
    """/paywall: the head of an article, marked as not free by schema.org."""
    mark = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
        '"headline":"The mill","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement",'
        '"isAccessibleForFree":false,"cssSelector":".paywall"}}</script>'
    )
    return html(article("The mill").replace("</head>", f"{mark}</head>"))


async def meta_refresh(request: Request) -> Response:
    """/meta-refresh?url=/page/refreshed&after=0: a page that sends browsers on."""
    url, after = request.query_params.get("url", "/page/refreshed"), request.query_params.get("after", "0")
    return html(f'<!doctype html><title>Moved</title><meta http-equiv="refresh" content="{after}; url={url}"><p>Moved.')


async def round_about(request: Request) -> Response:
    """/meta-refresh/round: to /meta-refresh/about, which sends back."""
    there = "about" if request.url.path.endswith("round") else "round"
    return html(f'<!doctype html><title>On</title><meta http-equiv="refresh" content="0; url=/meta-refresh/{there}">')


def _stamped(stamp: str) -> str:
    return format_datetime(datetime.strptime(f"{stamp}+0000", "%Y%m%d%H%M%S%z"), usegmt=True)


async def timemap(request: Request) -> Response:
    """/web/timemap/link/URL: the list of captures (RFC 7089, section 5); 404 if there are none."""
    url, host = _original(request), f"{request.url.scheme}://{request.url.netloc}"
    if "never" in url:
        return Response(b"", 404, media_type="text/plain")
    lines = [f'<{url}>; rel="original"', f'<{host}/web/{url}>; rel="timegate"']
    for place, stamp in enumerate(CAPTURES):
        rel = "first memento" if place == 0 else "last memento" if stamp == CAPTURES[-1] else "memento"
        lines.append(f'<{host}/web/{stamp}/{url}>; rel="{rel}"; datetime="{_stamped(stamp)}"')
    return Response(",\n".join(lines).encode(), media_type="application/link-format")


async def available(request: Request) -> Response:
    """/wayback/available?url=URL&timestamp=STAMP: the capture nearest to a time, as Wayback's JSON says it."""
    url, wanted = request.query_params["url"], request.query_params.get("timestamp", CAPTURES[-1]).ljust(14, "0")
    if "never" in url:
        return JSONResponse({"url": url, "archived_snapshots": {}})
    stamp = min(CAPTURES, key=lambda one: abs(int(one) - int(wanted)))
    closest = {
        "status": "200",
        "available": True,
        "url": f"http://web.archive.org/web/{stamp}/{url}",
        "timestamp": stamp,
    }
    return JSONResponse({"url": url, "archived_snapshots": {"closest": closest}, "timestamp": wanted})


async def memento(request: Request) -> Response:
    """/web/STAMP[id_]/URL: one capture, or the way to the nearest one."""
    stamp, url = request.path_params["stamp"], _original(request)
    if "never" in url:
        return html(article("Not in this archive"), 404)
    digits = stamp.removesuffix("id_").ljust(14, "0")
    nearest = min(CAPTURES, key=lambda one: abs(int(one) - int(digits)))
    if nearest != digits:
        return RedirectResponse(f"/web/{nearest}{'id_' if stamp.endswith('id_') else ''}/{url}", 302)
    headers = {"Memento-Datetime": _stamped(nearest), "Link": f'<{url}>; rel="original"'}
    return html(article(f"{url} as of {nearest}"), headers=headers)


def _original(request: Request) -> str:
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.path_params['url']}{query}"


ROUTES = [
    Route("/stories/{name:path}", soft_404),
    Route("/old/story", to_front),
    Route("/challenge", challenge),
    Route("/captcha", captcha),
    Route("/paywall", paywall),
    Route("/meta-refresh", meta_refresh),
    Route("/meta-refresh/round", round_about),
    Route("/meta-refresh/about", round_about),
    Route("/web/timemap/link/{url:path}", timemap),
    Route("/wayback/available", available),
    Route("/web/{stamp}/{url:path}", memento),
]
