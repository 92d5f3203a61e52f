from django.urls import path

from hattama.notices import views

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("outbox/", views.outbox, name="outbox"),
    path("sent/", views.notices_sent, name="notices_sent"),
    path("sent/<int:pk>/", views.notice, name="notice"),
    path("sent/<int:pk>/calls/", views.call_list, name="call_list"),
    path("<int:pk>/", views.delivery, name="delivery"),
    path("<int:pk>/confirm/", views.confirm_delivery, name="confirm_delivery"),
    path("<int:pk>/confirmed-by-call/", views.confirm_by_call, name="confirm_by_call"),
    path("<int:pk>/files/<int:file>/", views.notice_file, name="notice_file"),
    path("link/<str:token>/", views.confirm_by_link, name="confirm_by_link"),
]
