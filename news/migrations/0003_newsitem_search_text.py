from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0002_publishing_is_a_permission")]
    operations = [
        migrations.AddField(
            model_name="newsitem",
            name="search_text",
            field=models.TextField(default="", editable=False, help_text="Folded words of all that is searched."),
        ),
    ]
