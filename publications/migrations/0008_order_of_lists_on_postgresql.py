"""PostgreSQL reads an index in the order of lists only where it too has rows without a date last. SQLite, to which NULL
is the smallest value, has that order in `publication_for_lists` already."""

from typing import Any

from django.db import migrations

NAME = "publication_in_order"
CREATE = f"""
CREATE INDEX IF NOT EXISTS {NAME} ON publications_publication
(visibility, year DESC NULLS LAST, month DESC NULLS LAST, day DESC NULLS LAST, title_key, id)
"""


def create(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(CREATE)


def drop(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {NAME}")


class Migration(migrations.Migration):
    dependencies = [("publications", "0007_lists_in_order_of_an_index")]
    operations = [migrations.RunPython(create, drop)]
