"""Imports of BibTeX: upload, preview and tick; what was imported when; taking it back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from academic.admin.base import NutshellAdmin
from academic.adminsite import Group

from .. import planned
from ..importforms import ImportForm
from ..importing import NotBibTeX
from ..models import ImportRun, Publication
from ..preview import Told, preview, ticked

TEMPLATES = "admin/publications/importrun"
NEEDED = ("publications.add_importrun", "publications.add_publication", "publications.change_publication")


@admin.register(ImportRun)
class ImportRunAdmin(NutshellAdmin):
    group = Group.BEHIND
    place = 10
    add_label = _("Import BibTeX")
    list_display = ["created", "what", "user", "state"]
    list_display_links = ["created", "what"]
    list_filter = ["state"]
    list_select_related = ["user"]
    date_hierarchy = "created"
    fields = ["created", "what", "user", "state", "told"]
    readonly_fields = ["created", "what", "user", "state", "told"]
    view_on_site = False  # type: ignore[assignment]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("before")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/preview/", view(self.preview_view), name="publications_importrun_preview"),
            path("<int:pk>/undo/", view(self.undo_view), name="publications_importrun_undo"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(NEEDED)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def may_undo(self, request: HttpRequest, run: ImportRun) -> bool:
        """Undoing deletes papers: who may not do that may take back what they brought in, while it is draft."""
        is_own = run.user_id == request.user.pk
        is_draft = not run.entries.filter(publication__visibility=Publication.Visibility.PUBLIC).exists()
        if not (is_draft or planned.may_publish(request.user)):
            return False
        return self.has_add_permission(request) and (is_own or request.user.has_perm("publications.delete_publication"))

    # Making one

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Upload or paste; what it would do is shown next."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = ImportForm(request.POST or None, request.FILES or None)
        is_held_back = not planned.may_publish(request.user)
        if is_held_back:
            del form.fields["update"], form.fields["draft"]
        if request.method == "POST" and form.is_valid():
            options = {name: form.cleaned_data[name] for name in ("update", "draft") if name in form.fields}
            try:
                run = planned.make(form.sources(), request.user, **options)
            except NotBibTeX as refusal:
                form.add_error(None, str(refusal))
            else:
                return redirect("admin:publications_importrun_preview", run.pk)
        return self.page(
            request, "import", __("Import BibTeX"), form=form, media=self.media + form.media, is_held_back=is_held_back
        )

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        try:
            run = planned.waiting(pk, request.user)
            if request.method == "POST":
                return self.carry_out(request, run)
        except planned.Gone:
            return self.gone(request, pk)
        shown = preview(planned.plan_of(run))
        return self.page(request, "preview", __("What this import will do"), run=run, preview=shown)

    def carry_out(self, request: HttpRequest, run: ImportRun) -> HttpResponse:
        numbers = {int(number) for number in request.POST.getlist("entry") if number.isdecimal()}
        chosen = ticked(planned.plan_of(run), numbers, request.POST.getlist("rest"))
        if not chosen:
            self.message_user(request, __("Nothing is ticked."), messages.WARNING)
            return redirect("admin:publications_importrun_preview", run.pk)
        try:
            done = planned.carry_out(run, chosen)
        except planned.PlanChanged:
            sentence = __("The site was changed in the meantime. Nothing was imported; this is what would happen now.")
            self.message_user(request, sentence, messages.WARNING)
            return redirect("admin:publications_importrun_preview", run.pk)
        self.log_addition(request, done, [{"added": {}}])
        self.message_user(request, __("The import is done."), messages.SUCCESS)
        return redirect("admin:publications_importrun_change", done.pk)

    def gone(self, request: HttpRequest, pk: int) -> HttpResponse:
        if ImportRun.objects.filter(pk=pk).exists():  # somebody else's, or no plan any more
            raise Http404
        sentence = __("This preview is no longer there: it was imported, or is older than a day. Please upload again.")
        self.message_user(request, sentence, messages.WARNING)
        return redirect("admin:publications_importrun_add")

    # Looking at one, and taking it back

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        run = self.get_object(request, object_id)
        context = {
            "may_undo": run and run.state == ImportRun.State.APPLIED and self.may_undo(request, run),
            "may_go_on": run and run.state == ImportRun.State.PLANNED and run.user_id == request.user.pk,
            **(extra_context or {}),
        }
        return super().change_view(request, object_id, form_url, context)

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self.get_object(request, str(pk))
        if not self.has_add_permission(request) or (run is not None and not self.may_undo(request, run)):
            raise PermissionDenied
        if run is None or run.state != ImportRun.State.APPLIED:
            raise Http404
        if request.method != "POST":
            return self.page(request, "undo", __("Undo this import?"), run=run, told=Told.of(run.report))
        undone = planned.take_back(run)
        self.log_change(request, run, [{"changed": {"fields": ["state"]}}])
        sentence = __("The import was taken back: %(removed)d removed, %(restored)d as before, %(kept)d kept.")
        counts = {"removed": undone.removed, "restored": undone.restored, "kept": len(undone.kept)}
        self.message_user(request, sentence % counts, messages.WARNING if undone.kept else messages.SUCCESS)
        return redirect("admin:publications_importrun_change", run.pk)

    def page(self, request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
        common = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, "media": self.media}
        return TemplateResponse(request, f"{TEMPLATES}/{template}.html", {**common, **context})

    @admin.display(description=_("sources"))
    def what(self, run: ImportRun) -> str:
        return ", ".join(map(str, run.sources))

    @admin.display(description=_("report"))
    def told(self, run: ImportRun) -> SafeString:
        return render_to_string(f"{TEMPLATES}/report.html", {"told": Told.of(run.report)})
