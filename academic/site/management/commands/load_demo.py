from typing import Any

from django.core.management.base import BaseCommand

from academic.site import demo


class Command(BaseCommand):
    help = "Fill the site with the demo: a profile, papers, news, pages and pictures. A second run changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in demo.load().lines():
            self.stdout.write(line)
