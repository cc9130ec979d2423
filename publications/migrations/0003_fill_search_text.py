"""Gives the publications that exist already the words a search looks through."""

from django.db import migrations

from publications.bibtex.record import Name
from publications.search import search_text

SEARCHED = ("title", "collaboration", "venue", "venue_short", "series", "institution", "award", "abstract")
BATCH = 500


def fill(apps, schema_editor):
    Publication = apps.get_model("publications", "Publication")
    rows = Publication.objects.only(*SEARCHED).prefetch_related("authorships")
    changed = []
    for row in rows.iterator(chunk_size=BATCH):
        row.search_text = search_text([*map(printed, row.authorships.all()), *(getattr(row, name) for name in SEARCHED)])
        changed.append(row)
    Publication.objects.bulk_update(changed, ["search_text"], batch_size=BATCH)


def printed(author):
    return Name(
        family=author.family, given=author.given, von=author.particle, jr=author.suffix, literal=author.is_literal
    ).printed


class Migration(migrations.Migration):
    dependencies = [("publications", "0002_publication_search_text")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
