"""Every way in which content can change, and the right page at the very next request, from every worker.

Each step names a page that shows it. The page is warm in two page caches before; afterwards both answer what Django
renders anew for someone who was never here, and that differs from what was there before.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from academic import content, history
from academic.models import (
    CVEntry,
    Document,
    HomeBlock,
    Link,
    MenuItem,
    Page,
    Picture,
    Profile,
    Redirect,
    VerificationFile,
)
from academic.site import demo
from news.models import NewsItem
from publications import persons, separating, undoing
from publications.models import Author, Publication, Topic
from tests.adminforms import save
from tests.everything import admin_url, make_document, make_one_of_everything, make_picture
from tests.factories import DRAFT, make_cv_entry, make_news, make_page, make_publication, set_profile
from tests.publications.imports import PAPER, edit, import_run, run_import
from tests.workers import Worker

Step = tuple[str, Callable[[], Any]]  # the page that shows it, and what is done

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def workers() -> Iterator[list[Worker]]:
    made = [Worker(), Worker()]
    yield made
    for worker in made:
        worker.stop()


def walk(workers: list[Worker], steps: Iterator[Step]) -> None:
    for number, (path, change) in enumerate(steps):
        before = {worker.ask(path).body for worker in workers}
        assert len(before) == 1
        for worker in workers:
            worker.ask(path, HTTP_ACCEPT_ENCODING="gzip")
        change()
        new = Client().get(path)
        status, body = new.status_code, new.getvalue()
        step = f"step {number} on {path}"
        for worker in workers:
            answer = worker.ask(path)
            assert (answer.status, answer.body) == (status, body), step
            assert worker.ask(path, HTTP_ACCEPT_ENCODING="gzip").content == body, step
        assert body not in before, f"{step} shows nothing: the step proves nothing"


# In the admin --------------------------------------------------------------------------------------------------------


def test_forms_of_the_admin(workers: list[Worker], owner: Client) -> None:
    walk(workers, admin_forms(owner))


def admin_forms(owner: Client) -> Iterator[Step]:
    rows = make_one_of_everything()
    picture, paper, page = make_picture(7), rows[Publication], rows[Page]
    set_profile()
    news = HomeBlock.objects.create(kind="news", position=2)

    def changed(model: type, **changes: Any) -> Callable[[], Any]:
        return lambda: save(owner, admin_url(rows[model], "change"), changes)

    def added(model: type, **changes: Any) -> Callable[[], Any]:
        return lambda: save(owner, admin_url(model, "add") + f"?kind={changes.get('kind', '')}", changes)

    def deleted(model: type, **columns: Any) -> Callable[[], Any]:
        def delete() -> None:
            row = model.objects.get(**columns)  # type: ignore[attr-defined]
            assert owner.post(admin_url(row, "delete"), {"post": "yes"}).status_code == 302

        return delete

    yield "/", changed(Profile, given_name="Augusta")
    yield "/", changed(Profile, photo=str(picture.pk))
    yield "/favicon.svg", changed(Profile, accent="#0b3d91")
    yield "/", changed(Profile, language="fr")
    yield "/", lambda: save(owner, admin_url(news, "change"), {"title": "What is new"})
    yield "/", added(HomeBlock, kind="interests", title="Interests", position="9")
    yield "/", added(MenuItem, label="Elsewhere", url="https://example.org/", position="9")
    yield "/news/", changed(MenuItem, label="Nouvelles")
    yield "/news/", changed(NewsItem, kicker="Just in")
    yield "/news/", added(NewsItem, title="Another", date="2025-02-03")
    yield "/", deleted(NewsItem, title="Another")
    yield paper.get_absolute_url(), changed(Publication, title="A better title")
    yield "/news/", changed(Publication, title="An even better title")
    yield "/feed.xml", changed(Publication, title="The best title")
    yield (
        paper.get_absolute_url(),
        changed(Publication, **{"authorships-0-position": "1", "authorships-1-position": "0"}),
    )
    yield "/publications/", added(Publication, title="A new paper", kind="article", year="2026")
    yield "/sitemap.xml", deleted(Publication, title="A new paper")
    yield "/publications/topic/topic-0/", changed(Topic, name="Engines")
    yield page.get_absolute_url(), changed(Page, body="New *words*.")
    yield "/fresh/", added(Page, path="/fresh/", title="Fresh")
    yield "/projects/", changed(Page, title="A project")
    yield "/fresh/", deleted(Page, path="/fresh/")
    yield "/cv/", changed(CVEntry, title="Doctorate")
    yield "/teaching/", added(CVEntry, section="teaching", title="Analysis")
    yield "/teaching/", deleted(CVEntry, title="Analysis")
    yield "/gone/", added(Redirect, old_path="/gone/", new_path="/new/")
    yield "/gone/", deleted(Redirect, old_path="/gone/")
    yield "/", deleted(HomeBlock, title="Interests")
    yield "/", deleted(MenuItem, label="Elsewhere")
    yield "/", lambda: save(owner, admin_url(picture, "change"), {"alt": "Another text"})
    yield (
        "/news/",
        lambda: owner.post(
            admin_url(NewsItem, "changelist"), {"action": "unpublish", "_selected_action": [rows[NewsItem].pk]}
        ),
    )
    yield (
        "/publications/",
        lambda: owner.post(admin_url(Publication, "changelist"), {"action": "select", "_selected_action": [paper.pk]}),
    )
    yield "/publications/", changed(Publication, visibility="draft")


def test_parts_of_a_row(workers: list[Worker], owner: Client) -> None:
    """Inlines: a link, an affiliation, an interest; and choices among many."""
    walk(workers, parts(owner))


def parts(owner: Client) -> Iterator[Step]:
    set_profile()
    paper = make_publication(links=[("Code", "https://example.org/code"), ("Data", "https://example.org/data")])
    item = make_news(publication=paper)
    profile = Profile.objects.get()
    for kind in ("bio", "interests"):
        HomeBlock.objects.create(kind=kind)

    def change(row: Any, **changes: str) -> Callable[[], Any]:
        return lambda: save(owner, admin_url(row, "change"), changes)

    yield "/news/", lambda: item.shown_links.set(paper.links.filter(label="Data"))
    yield "/news/", lambda: item.shown_links.clear()
    yield "/news/", lambda: paper.links.filter(label="Data").delete()
    yield "/news/", lambda: paper.links.update(label="Source")
    yield "/", lambda: profile.interests.create(name="Engines")
    yield "/", lambda: profile.affiliations.create(name="A lab")
    yield paper.get_absolute_url(), lambda: paper.topics.add(Topic.objects.create(name="A topic", slug="a"))
    yield paper.get_absolute_url(), change(paper, abstract="What it is about.")


# Its history ----------------------------------------------------------------------------------------------------------

# An edit of every model that has versions, and the page that shows it and then the version before it.
EDITED: dict[type[Model], tuple[str, dict[str, str]]] = {
    Profile: ("/", {"given_name": "Augusta"}),
    NewsItem: ("/news/", {"kicker": "Just in"}),
    Publication: ("/publications/", {"authorships-1-DELETE": "on"}),
    Page: ("/page-0/", {"body": "New *words*."}),
    CVEntry: ("/cv/", {"title": "Doctorate"}),
    HomeBlock: ("/", {"title": "About me"}),
    MenuItem: ("/", {"label": "Latest"}),
    Picture: ("/", {"alt": "Another text"}),
    Document: ("/cv/", {"path": "/talk.pdf"}),
    Author: ("/publications/author/ada-king/", {"family": "King"}),
    Topic: ("/publications/topic/topic-0/", {"name": "Engines"}),
    Redirect: ("/older/", {"old_path": "/older/"}),
    VerificationFile: ("/google0.html", {"content": "google-site-verification: other"}),
}
# What is lost and recovered, and the page that shows it. The others show nothing alone: the profile cannot be deleted;
# a person or a topic is shown by its papers, with which it cannot be deleted or which forget it. (The last three are
# shown at their own addresses only, where neither a 404 nor a redirect is ever kept.)
LOST: dict[type[Model], tuple[str, Callable[[], Model]]] = {
    NewsItem: ("/news/", make_news),
    Publication: ("/publications/", make_publication),
    Page: ("/projects/", lambda: make_page(is_project=True)),
    CVEntry: ("/cv/", make_cv_entry),
    HomeBlock: ("/", lambda: HomeBlock.objects.create(kind="text", options={"body": "Words"})),
    MenuItem: ("/", lambda: MenuItem.objects.create(section="projects")),
    Picture: ("/a-page/", lambda: make_shown_picture()),
    Document: ("/lost.pdf", lambda: make_document("Lost", "/lost.pdf")),
    Redirect: ("/lost/", lambda: Redirect.objects.create(old_path="/lost/", new_path="/")),
    VerificationFile: ("/lost.txt", lambda: VerificationFile.objects.create(name="lost.txt", content="Words")),
}
SHOWN_BY_OTHERS = {Profile, Author, Topic}


def make_shown_picture() -> Picture:
    shown = make_picture(9)
    make_page(body=f"![Shown]({shown.get_absolute_url()})")
    return shown


def named(model: type[Model]) -> str:
    return model.__name__


def test_every_model_with_versions_is_here() -> None:
    with_versions = {model for model in admin.site._registry if history.is_kept(model)}
    assert set(EDITED) == with_versions == {*LOST, *SHOWN_BY_OTHERS}


@pytest.mark.parametrize("model", EDITED, ids=named)
def test_versions_restored(workers: list[Worker], owner: Client, model: type[Model]) -> None:
    walk(workers, restored(owner, model))


def restored(owner: Client, model: type[Model]) -> Iterator[Step]:
    row = make_what_is_edited()[model]
    path, changes = EDITED[model]

    def restore() -> None:
        first = history.versions_of(row).last()
        answer = owner.post(f"{admin_url(row, 'history')}{first.pk}/restore/")
        assert answer["Location"] == admin_url(row, "change"), "it was refused"

    yield path, lambda: save(owner, admin_url(row, "change"), changes)
    yield path, restore


def make_what_is_edited() -> dict[type[Model], Any]:
    rows: dict[type[Model], Any] = make_one_of_everything()
    set_profile(bio="About engines.", photo=rows[Picture])
    make_publication(authors=["Ada Lovelace0"])  # people have pages from two papers on
    Link.objects.create(owner=rows[CVEntry], document=rows[Document])
    return rows


@pytest.mark.parametrize("model", LOST, ids=named)
def test_deleted_things_recovered(workers: list[Worker], owner: Client, model: type[Model]) -> None:
    walk(workers, recovered(owner, model))


def recovered(owner: Client, model: type[Model]) -> Iterator[Step]:
    set_profile()
    path, make = LOST[model]
    row = make()

    def recover() -> None:
        version = history.deleted(model).get()
        answer = owner.post(f"{admin_url(model, 'changelist')}deleted/{version.pk}/")
        assert answer["Location"] == admin_url(row, "change"), "it was refused"

    yield path, lambda: owner.post(admin_url(row, "delete"), {"post": "yes"})
    yield path, recover


def test_many_deleted_at_once_and_recovered_one_by_one(workers: list[Worker], owner: Client) -> None:
    walk(workers, many_recovered(owner))


def many_recovered(owner: Client) -> Iterator[Step]:
    chosen = [make_news().pk, make_news().pk]
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    yield "/news/", lambda: owner.post(admin_url(NewsItem, "changelist"), data)
    for _ in chosen:
        last = history.deleted(NewsItem).first()
        url = f"{admin_url(NewsItem, 'changelist')}deleted/{last.pk}/"
        yield "/news/", lambda url=url: owner.post(url)


@pytest.mark.parametrize("steps", [restored, recovered])
def test_a_walk_notices_a_change_without_a_new_version(
    workers: list[Worker], owner: Client, monkeypatch: pytest.MonkeyPatch, steps: Any
) -> None:
    """What all the walks here rely on."""
    edit, (path, change) = steps(owner, NewsItem)
    walk(workers, iter([edit]))
    monkeypatch.setattr(content, "new_version", lambda using: None)
    with pytest.raises(AssertionError, match="step 0 on /news/"):
        walk(workers, iter([(path, change)]))


# Other ways ----------------------------------------------------------------------------------------------------------


def test_imports_and_what_undoes_them(workers: list[Worker], db: None) -> None:
    walk(workers, imports())


def imports() -> Iterator[Step]:
    set_profile()
    runs = []
    yield "/publications/", lambda: runs.append(import_run(PAPER)[1])
    yield "/publications/", lambda: runs.append(import_run(edit(PAPER, ("Notes on", "More notes on")))[1])
    yield "/publications.bib", lambda: runs.append(import_run(edit(PAPER, ("kept", "changed")))[1])
    yield "/publications.bib", lambda: undoing.undo(runs[2])
    yield "/publications/", lambda: undoing.undo(runs[1])
    other = edit(PAPER, ("lovelace1843", "other"), ("Notes on", "Sketches of"), ("10.1000/notes", "10.1000/other"))
    yield "/publications/", lambda: runs.append(import_run(other, name="other.bib")[1])
    yield "/publications/", lambda: undoing.undo(runs[3])
    run_import(edit(PAPER, ("lovelace1843", "again")), name="again.bib")
    paper = Publication.objects.get(bib_entries__key="again")
    assert paper.bib_entries.count() == 2
    yield "/publications/", lambda: separating.take_apart(paper)


def test_people_merged_and_split(workers: list[Worker], db: None) -> None:
    walk(workers, people())


def people() -> Iterator[Step]:
    set_profile()
    for names in (["Ada Lovelace"], ["A. K. Lovelace"], ["Ada Lovelace"]):
        make_publication(authors=names)
    ada, other = Author.objects.order_by("pk")
    papers = Publication.objects.filter(authorships__author=ada).values_list("pk", flat=True)
    page = "/publications/author/ada-lovelace/"
    yield page, lambda: persons.merge([ada, other], ada)
    yield page, lambda: persons.split(ada, [list(papers)[0], list(papers)[1]], "Augusta Lovelace")


def test_the_demo_in_and_out(workers: list[Worker], db: None) -> None:
    walk(workers, iter([("/", demo.load), ("/publications/", demo.clear)]))


def test_what_appears_and_disappears_by_itself(workers: list[Worker], db: None) -> None:
    set_profile()
    now = timezone.now()
    make_news(title="Soon", publish_at=now + timedelta(seconds=3))
    make_page("/short/", title="Short", expire_at=now + timedelta(seconds=3))
    make_news(title="Much later", publish_at=now + timedelta(days=1))
    kept = [worker.ask("/news/") for worker in workers]
    assert all("Soon" not in answer.text for answer in kept)
    assert [worker.ask("/short/").status for worker in workers] == [200, 200]
    assert [worker.ask("/news/").body for worker in workers] == [answer.body for answer in kept]
    assert [worker.rendered.count("/news/") for worker in workers] == [1, 1]
    time.sleep(max(0, (now + timedelta(seconds=3) - timezone.now()).total_seconds()) + 0.01)
    for worker in workers:
        assert "Soon" in worker.text("/news/") and "Much later" not in worker.text("/news/")
        assert worker.ask("/short/").status == 404


class Failed(Exception):
    pass


def test_what_a_savepoint_took_back_is_not_seen_and_what_follows_is(workers: list[Worker], db: None) -> None:
    set_profile()
    entry = make_cv_entry(title="Before")

    def change() -> None:
        with transaction.atomic():
            with pytest.raises(Failed), transaction.atomic():
                CVEntry.objects.update(title="Never")
                raise Failed
            entry.title = "After"
            entry.save()

    walk(workers, iter([("/cv/", change)]))
    assert all("Never" not in worker.text("/cv/") for worker in workers)


def test_nothing_is_seen_before_the_commit(workers: list[Worker], db: None) -> None:
    entry = make_cv_entry(title="Before")
    kept = [worker.text("/cv/") for worker in workers]
    with pytest.raises(Failed), transaction.atomic():
        entry.title = "Never"
        entry.save()
        raise Failed
    assert [worker.text("/cv/") for worker in workers] == kept
    assert [worker.rendered.count("/cv/") for worker in workers] == [1, 1]


def test_a_draft_and_its_file_are_gone_at_once(workers: list[Worker], db: None) -> None:
    document = make_document("Paper", "/paper.pdf")
    paper = make_publication(pdf=document)
    for worker in workers:
        assert [worker.ask(path).status for path in (paper.get_absolute_url(), "/paper.pdf")] == [200, 200]
    Publication.objects.update(visibility=DRAFT)
    for worker in workers:
        assert [worker.ask(path).status for path in (paper.get_absolute_url(), "/paper.pdf")] == [404, 404]
    assert Document.objects.count() == 1
