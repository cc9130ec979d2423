"""Every address of the site; the catch-all for free pages comes last."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path

from . import editor, media, views
from .site import views as site_views
from .site.cv import views as cv_views
from .site.feeds import WholeSiteFeed
from .site.sitemaps import SITEMAPS

handler500 = "academic.views.server_error"

urlpatterns = [
    path("admin/markdown/preview/", editor.preview, name="markdownx_markdownify"),
    path("admin/markdown/upload/", editor.upload, name="markdownx_upload"),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
    path("media/<path:name>", media.serve, name="media"),
    path("", views.Home.as_view(), name="home"),
    path("news/", include("news.urls")),
    path("", include("publications.urls")),
    path("projects/", views.Projects.as_view(), name="projects"),
    path("teaching/", site_views.Teaching.as_view(), name="teaching"),
    path("cv/", site_views.CV.as_view(), name="cv"),
    path("cv.pdf", cv_views.pdf, name="cv_pdf"),
    path("cv.json", cv_views.json, name="cv_json"),
    path("search/", site_views.Search.as_view(), name="search"),
    path("feed.xml", WholeSiteFeed(), name="feed"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("favicon.svg", views.icon_svg, name="icon"),
    path("apple-touch-icon.png", views.touch_icon, name="touch_icon"),
    re_path(r"^theme-(?P<accent>[0-9a-f]{6})\.css$", views.theme_css, name="theme_css"),
    re_path(r"^(?P<path>.+)$", views.catch_all, name="page"),
]
