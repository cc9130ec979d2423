"""An answer of the site as a file: its addresses moved to where the copy stands, its headers as elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from urllib.parse import quote

from django.conf import settings

from .asking import Answer
from .options import Options

# A start tag, or what holds no tags: comments, and scripts with what they contain.
TAG = re.compile(r"<!--.*?-->|<script\b[^>]*>.*?</script>|<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
ADDRESS = re.compile(r"(\s(?:href|src|poster|action|data|srcset|imagesrcset)=\")([^\"]*)\"")
CONTENT = re.compile(r"<meta\b[^>]*\scontent=\"([^\"]*)\"")
IN_STYLE = re.compile(r"(url\(\s*[\"']?)([^\"')\s]+)")
IN_SCRIPT = re.compile(r"((?:\bfrom|\bimport)\s*\(?\s*\")([^\"]+)\"")
IN_FEED = re.compile(r"((?:\b(?:href|src|poster)=|srcset=)(?:\"|&quot;))/(?!/)")
IN_MANIFEST = re.compile(r"(\"(?:src|start_url|scope|id|url)\"\s*:\s*\")/(?!/)")
CHARSET = re.compile(r"<meta charset=[^>]*>")
LINK = re.compile(r"<([^>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:\"[^\"]*\"|[^,;\s]*))*)")
PARAMETER = re.compile(r";\s*([\w-]+)\s*=\s*(?:\"([^\"]*)\"|([^,;\s]*))")
TEXTS = ("text/", "application/xml", "application/atom+xml", "application/rss+xml", "application/json", "image/svg+xml")
NOT_IN_META = ("frame-ancestors", "sandbox", "report-uri", "report-to")  # browsers heed them in a header only


def is_text(answer: Answer) -> bool:
    return answer.source is None and answer.content_type.startswith((*TEXTS, "application/"))


def named_addresses(answer: Answer) -> Iterator[str]:
    """Every address of a page, a style sheet, a script or a feed, as it is written there."""
    if answer.source is not None or not answer.body:
        return
    kind = answer.content_type
    if kind == "text/html":
        yield from _of_page(answer.body.decode())
    elif kind == "text/css":
        yield from (found[1] for found in IN_STYLE.findall(answer.body.decode()) if not found[1].startswith("data:"))
    elif kind == "text/javascript":
        yield from (found[1] for found in IN_SCRIPT.findall(answer.body.decode()) if found[1].startswith((".", "/")))
    elif kind.endswith("xml"):
        site = re.escape(settings.SITE_URL)
        yield from (unescape(found) for found in re.findall(rf"{site}/[^\s\"'<>]*", answer.body.decode()))


def _of_page(text: str) -> Iterator[str]:
    for found in TAG.finditer(text):
        tag = found[0].partition(">")[0] + ">" if found[0].startswith("<script") else found[0]
        if tag.startswith("<!--"):
            continue
        for attribute, value in ADDRESS.findall(tag):
            if attribute.strip().endswith('srcset="'):
                yield from (unescape(part.split()[0]) for part in value.split(",") if part.strip())
            else:
                yield unescape(value)
        if (content := CONTENT.match(tag)) and content[1].startswith(f"{settings.SITE_URL}/"):
            yield unescape(content[1])


def rewritten(answer: Answer, options: Options) -> bytes:
    """The body for a server that knows nothing of the site. What is no text stays as it is."""
    if not is_text(answer):
        return answer.body
    try:
        text = answer.body.decode()
    except UnicodeDecodeError:
        return answer.body
    if answer.is_page:
        text = _page(text, answer, options)
    elif answer.content_type == "text/css" and options.prefix:
        text = IN_STYLE.sub(lambda found: found[1] + _moved(found[2], options), text)
    elif answer.content_type.endswith("xml"):
        text = IN_FEED.sub(lambda found: f"{found[1]}{options.base}/", text)
    elif answer.content_type == "application/manifest+json":
        text = IN_MANIFEST.sub(lambda found: f"{found[1]}{options.prefix}/", text)
    return _at_base(text, options).encode()


def _at_base(text: str, options: Options) -> str:
    """With the copy's own address where the site's stood, also inside of other addresses (COinS)."""
    if options.base == settings.SITE_URL:
        return text
    for site, base in [(settings.SITE_URL, options.base), (quote(settings.SITE_URL, ""), quote(options.base, ""))]:
        text = re.sub(re.escape(site) + r"(?![\w.:-])", lambda found, base=base: base, text)  # type: ignore[misc]
    return text


def _page(text: str, answer: Answer, options: Options) -> str:
    head = "".join([*_policies(answer), *_signposts(answer, text)])
    text = CHARSET.sub(lambda found: found[0] + head, text, count=1)
    return TAG.sub(lambda found: _tag(found[0], options), text) if options.prefix else text


def _tag(tag: str, options: Options) -> str:
    start, script, rest = tag.partition("</script>") if tag.startswith("<script") else (tag, "", "")
    if script:
        opening, end, inside = start.partition(">")
        return ADDRESS.sub(_mover(options), opening) + end + inside + script + rest
    return tag if tag.startswith("<!--") else ADDRESS.sub(_mover(options), tag)


def _mover(options: Options) -> Callable[[re.Match[str]], str]:
    def move(found: re.Match[str]) -> str:
        if found[1].strip().endswith('srcset="'):
            return found[1] + ", ".join(_moved(part.strip(), options) for part in found[2].split(",")) + '"'
        return f'{found[1]}{_moved(found[2], options)}"'

    return move


def _moved(address: str, options: Options) -> str:
    is_of_the_root = address.startswith("/") and not address.startswith("//")
    return options.prefix + address if is_of_the_root else address


# Headers as elements -------------------------------------------------------------------------------------------------


def _policies(answer: Answer) -> Iterator[str]:
    """What browsers take from an element as well as from a header."""
    parts = [part.strip() for part in answer.headers.get("content-security-policy", "").split(";")]
    if policy := "; ".join(part for part in parts if part and not part.startswith(NOT_IN_META)):
        yield f'\n<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'.replace("&#x27;", "'")
    if referrer := answer.headers.get("referrer-policy"):
        yield f'\n<meta name="referrer" content="{escape(referrer)}">'


def _signposts(answer: Answer, text: str) -> Iterator[str]:
    """The Link header, as <link> elements; what the page has already is not said twice."""
    for address, parameters in LINK.findall(answer.headers.get("link", "")):
        named = {name: quoted or bare for name, quoted, bare in PARAMETER.findall(parameters)}
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in {"href": address, **named}.items())
        if "rel" in named and f'rel="{escape(named["rel"])}" href="{escape(address)}"' not in text:
            yield f"\n<link{attributes}>"
