"""Which content the site has: a word that every change of it replaces (academic/content.py)."""

from django.db import models


class ContentVersion(models.Model):
    """The row with id 1. Its token never comes twice, so two states of the site are never taken for one another."""

    is_content = False
    token = models.CharField(max_length=32)

    class Meta:
        constraints = [models.CheckConstraint(name="only_one_version", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return self.token
