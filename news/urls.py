from django.urls import path

from . import views
from .feeds import NewsFeed

app_name = "news"
urlpatterns = [
    path("", views.NewsList.as_view(), name="list"),
    path("page/<int:page>/", views.NewsList.as_view(), name="list_page"),
    path("year/<int:year>/", views.NewsYear.as_view(), name="year"),
    path("year/<int:year>/page/<int:page>/", views.NewsYear.as_view(), name="year_page"),
    path("feed.xml", NewsFeed(), name="feed"),
    path("<slug:slug>/", views.NewsDetail.as_view(), name="detail"),
]
