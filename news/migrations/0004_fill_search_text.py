"""Gives the news that exist already the words a search looks through."""

from django.db import migrations

from publications.search import search_text

SEARCHED = ("kicker", "title", "body")
BATCH = 500


def fill(apps, schema_editor):
    NewsItem = apps.get_model("news", "NewsItem")
    changed = []
    for row in NewsItem.objects.only(*SEARCHED).iterator(chunk_size=BATCH):
        row.search_text = search_text(getattr(row, name) for name in SEARCHED)
        changed.append(row)
    NewsItem.objects.bulk_update(changed, ["search_text"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("news", "0003_newsitem_search_text")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
