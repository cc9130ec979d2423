"""What the demo loaded, so that it can be taken away again without touching what somebody edited."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class DemoRecord(models.Model):
    """A row the demo made, with a fingerprint of its content at that time."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    owner = GenericForeignKey("content_type", "object_id")
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_record_per_row", fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"
