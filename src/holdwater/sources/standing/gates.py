"""What stands before a page: a proof of being human, a log-in, a question of consent, a paywall.

Told by headers, by the structure of the page and by the way there; never by what its text says.
"""

from __future__ import annotations

from collections.abc import Mapping

from holdwater.patterns import waiting
from holdwater.sources.standing.head import Head, Linked, types_of
from holdwater.sources.standing.phrases import parts, says_log_in
from holdwater.sources.standing.route import Route, Spot, taken_apart

_BY_HEADER = (
    # Cloudflare, "Detect a Challenge Page response": the header has only this value.
    ("cf-mitigated", ("challenge",), "Cloudflare"),
    # Vercel, "Attack Challenge Mode" and the firewall's actions.
    ("x-vercel-mitigated", ("challenge", "deny"), "Vercel"),
    # AWS WAF Developer Guide, "How AWS WAF Challenge and CAPTCHA behave": 202 and 405 with this header.
    ("x-amzn-waf-action", ("challenge", "captcha"), "AWS WAF"),
)
_BY_ID = (("anubis_challenge", "Anubis"), ("px-captcha", "HUMAN"), ("challenge-form", "Cloudflare"))
_BY_SCRIPT = (("_cf_chl_opt", "Cloudflare"),)
_BARE_SCRIPTS = (
    # These services put scripts into pages that they let through as well, so they count only on a bare page.
    ("/cdn-cgi/challenge-platform/", "Cloudflare"),
    ("/_incapsula_resource", "Imperva"),
    ("captcha-delivery.com", "DataDome"),
    ("/.well-known/ddos-guard/", "DDoS-Guard"),
    ("/tspd/", "F5"),
    ("awswaf.com", "AWS WAF"),
    ("px-cdn.net", "HUMAN"),
    ("perfdrive.com", "Radware"),
)
_BARE_INLINE = (("sucuri_cloudproxy_js", "Sucuri"), ("gokuprops", "AWS WAF"), ("_pxappid", "HUMAN"))
_CAPTCHAS = frozenset({"g-recaptcha", "h-captcha", "cf-turnstile", "frc-captcha", "geetest_captcha"})
_CAPTCHA_SCRIPTS = ("google.com/recaptcha/", "recaptcha.net/recaptcha/", "hcaptcha.com/", "challenges.cloudflare.com/")

_LOG_IN = frozenset(
    "login log-in signin sign-in sign_in log_in logon auth authorize authenticate authentication sso saml saml2 oauth "
    "oauth2 openid authwall idp shibboleth shibboleth.sso wayf cas adfs anmelden anmeldung connexion inloggen".split()
)
_LOG_IN_HOST = waiting(r"(?:log-?in|sign-?in|sso|auth|accounts?|idp|id|cas)\.")
_SAML = frozenset({"SAMLRequest", "SAMLResponse"})
_USER = frozenset({"username", "user", "login", "email", "j_username", "userid", "log"})
_CONSENT = frozenset("consent collectconsent cookiewall cookie-wall privacygate privacy-gate consent-gate".split())

_WORKS = frozenset(
    "Article NewsArticle AnalysisNewsArticle OpinionNewsArticle ReportageNewsArticle BackgroundNewsArticle "
    "ReviewNewsArticle ScholarlyArticle MedicalScholarlyArticle TechArticle BlogPosting LiveBlogPosting "
    "SocialMediaPosting Report WebPage ItemPage CreativeWork Chapter Book Review PublicationIssue "
    "DigitalDocument".split()
)
"""The types of schema.org that a page itself may be. A museum's `isAccessibleForFree` speaks of its door."""


def challenge(headers: Mapping[str, str], head: Head) -> str:
    """Who asks for proof of being human before this page; "" where nobody does.

    Args:
        headers: the answer's, their names in lower case.
        head: what the page says of itself.
    """
    for name, values, service in _BY_HEADER:
        if headers.get(name, "").strip().lower() in values:
            return service
    for name, service in _BY_ID:
        if name in head.ids and head.words < 2_000 and not head.is_published:
            return service
    for mark, service in _BY_SCRIPT:
        if mark in head.inline:
            return service
    if not head.is_bare or head.is_published:
        return ""
    return _on_a_bare_page(head)


def _on_a_bare_page(head: Head) -> str:
    for mark, service in _BARE_SCRIPTS:
        if head.scripts and all(mark in script.lower() for script in head.scripts):
            return service
    inline = head.inline.lower()
    for mark, service in _BARE_INLINE:
        if mark in inline and not head.scripts:
            return service
    if head.classes & _CAPTCHAS and all(_of_captcha(script) for script in head.scripts):
        return "a captcha"
    return ""


def _of_captcha(script: str) -> bool:
    return any(mark in script for mark in _CAPTCHA_SCRIPTS)


def asks_to_log_in(route: Route, head: Head) -> bool:
    """Whether a log-in stands where the page should: by a redirect to one, or in the page's own place."""
    if head.names & _SAML and not _is_log_in(route.start):
        return True
    if _is_log_in(route.start):
        return False
    if route.strayed and _is_log_in(route.end):
        return head.has_password or route.carries_asked() or bool(head.names & _USER)
    titled = [part for part in parts(head.shown_title) if says_log_in(part)]
    return bool(titled) and head.has_password and not head.is_published


def _is_log_in(spot: Spot) -> bool:
    return bool(_LOG_IN.intersection(spot.segments)) or bool(_LOG_IN_HOST.match(spot.host))


def asks_for_consent(route: Route, head: Head) -> bool:
    """Whether the way ended at a page of its own that asks for consent. A banner over the page itself is none."""
    end = route.end
    if not route.strayed or _CONSENT.intersection(route.start.segments):
        return False
    named = bool(_CONSENT.intersection(end.segments)) or end.host.split(".")[0] == "consent"
    return named and (route.carries_asked() or not head.is_published)


def paywall(head: Head, url: str) -> str:
    """What on the page says that it is not free to read; "" where nothing does.

    schema.org's `isAccessibleForFree`, as JSON-LD or microdata, and the `article:content_tier` of Open Graph, whose
    values are free, metered and locked: of a metered page the whole text was sent.
    """
    if head.meta("article:content_tier", "og:article:content_tier").lower() == "locked":
        return "marks itself as locked (article:content_tier)"
    of_page = [node for node in head.linked if _WORKS.intersection(types_of(node)) and _speaks_of(node, url, head)]
    values = [node["isAccessibleForFree"] for node in of_page if "isAccessibleForFree" in node]
    values += [value for kind, value in head.itemprops if kind in _WORKS]
    if values and all(_is_false(value) for value in values):
        return "marks itself as not free (isAccessibleForFree)"
    return ""


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower().rpartition("/")[2] == "false")


def _speaks_of(node: Linked, url: str, head: Head) -> bool:
    """Whether a node that gives an address gives this page's."""
    given = node.get("url")
    if not isinstance(given, str) or not taken_apart(given).netloc:
        return True
    here = [Spot.of(one) for one in (url, head.canonical) if one]
    return any(Spot.of(given).same_place(one) for one in here)
