"""Which fields hold links, and what a link in them is called."""

import re
from functools import lru_cache

# Field → label and kind; first match wins.
_FIELDS = (
    (r"pdf|paper|url_?paper|url_?pdf|_pdf|local_paper|full_?text|pdf_?url|pdf_?link|url_fulltext|openaccess",
     "PDF", "pdf"),
    (r"code|url_?code|_code\d*|local_code|github|git|repo|repository|source_?code|software_?url|code_?url|url_source",
     "Code", "code"),
    (r"data|dataset|url_data|url_dataset|_data\d*|data_?url", "Data", "data"),
    (r"slides|url_?slides|url_presentation|presentation|local_slides|_slides|slides_?url", "Slides", "slides"),
    (r"poster|url_?poster|_poster|local_poster|poster_?url", "Poster", "poster"),
    (r"video|url_?video|talk|_video|youtube|recording|video_?url", "Video", "video"),
    (r"website|project|url_?project|url_?link|_webpublication|homepage|webpage|project_?page|projecturl|project_url|web|_project",
     "Website", "website"),
    (r"supp|supplement(?:ary|al)?|appendix|url_supp|url_supplement(?:ary)?|url_appendix|supp_?pdf",
     "Supplement", "supplement"),
    (r"blog|blog_?post|url_blog", "Blog", "blog"),
    (r"demo|_demo|url_demo", "Demo", "demo"),
    (r"model|huggingface|url_model", "Model", "model"),
    (r"press|media|url_press", "Press", "press"),
    (r"preprint|url_?preprint|preprint_url", "Preprint", "preprint"),
    (r"html|url_html", "HTML", "html"),
)  # fmt: skip
_FIELD = re.compile("|".join(rf"(?P<k{number}>{names})" for number, (names, _, _) in enumerate(_FIELDS)))
LINK_LISTS = frozenset(("pllinks", "filelinks"))
_OWN_LABEL = re.compile(r"url_(?!date)(.+)|_link\d*|_(toolbox|toc|award_url|software)\d*")
_BARE = re.compile(r"(?:url|ee|biburl_|bdsk-url-\d+|link|links|uri|howpublished_url)\d*")
# Label as written → kind, for labels chosen freely.
_KINDS = (
    (r"arxiv", "arxiv"), (r"slides?|presentation|diapos?|deck|folien", "slides"), (r"poster", "poster"),
    (r"code|github|gitlab|git|repo\w*|source|software|toolbox|implementation", "code"),
    (r"video|talk|youtube|recording|vimeo", "video"), (r"data|datasets?|benchmark", "data"), (r"doi", "doi"),
    (r"supp\w*|appendix|annex", "supplement"), (r"hal", "hal"), (r"blog\w*", "blog"), (r"demo\w*", "demo"),
    (r"models?|weights|hugging\s?face|checkpoints?", "model"), (r"press|media|news\w*", "press"),
    (r"preprint", "preprint"),
    (r"website|project|page|homepage|web|site", "website"),
    (r"pdf|paper|full ?text|article|manuscript|thesis|manuscrit", "pdf"),
    (r"html", "html"),
)  # fmt: skip
_KIND = re.compile("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for words, kind in _KINDS), re.IGNORECASE)


@lru_cache(maxsize=1024)
def link_field(name: str) -> tuple[str, str] | None:
    """Label and kind a field of links stands for, by its lower-case name; ("", "") where items bring their own.

    None for a field that is no link field; ("", "url") for the bare `url`.
    """
    match = _FIELD.fullmatch(name)
    if match:
        _, label, kind = _FIELDS[int((match.lastgroup or "k0")[1:])]
        return label, kind
    if name in LINK_LISTS:
        return "", ""
    own = _OWN_LABEL.fullmatch(name)
    if own:
        label = (own[1] or own[2] or "").replace("_", " ").strip()
        return (label[:1].upper() + label[1:], kind_of_label(label)) if label else ("", "")
    return ("", "url") if _BARE.fullmatch(name) else None


def label_of_field(name: str, label: str) -> str:
    """The label of a field; of `url_My_Page` its own words as written."""
    own = _OWN_LABEL.fullmatch(name.lower())
    if own and own[1] and not _FIELD.fullmatch(name.lower()):
        words = name[4:].replace("_", " ").strip()
        return words[:1].upper() + words[1:]
    return label


def kind_of_label(label: str) -> str:
    if label.lower() == "web page":
        return "link"
    match = _KIND.search(label.replace("_", " "))
    return match.lastgroup or "link" if match else "link"


_SIMPLE_FIELDS = {
    "pdf": "pdf", "code": "code", "data": "data", "slides": "slides", "poster": "poster", "video": "video",
    "website": "website", "supplement": "supp", "blog": "blog", "demo": "demo", "model": "model", "press": "press",
    "preprint": "preprint", "html": "html",
}  # fmt: skip


def default_field(label: str, kind: str) -> str:
    """The field a link is written to: `code` for "Code", else `url_<Label>`; "" where no name can say it."""
    simple = _SIMPLE_FIELDS.get(kind, "")
    if simple and link_field(simple) == (label, kind):
        return simple
    if label == "Web page" and kind == "link":
        return "url"
    name = f"url_{label.replace(' ', '_')}"
    fits = re.fullmatch(r"[A-Z]\w*(?: \w+)*", label, re.ASCII) and "_" not in label and "__" not in name
    return name if fits and not _FIELD.fullmatch(name.lower()) else ""
