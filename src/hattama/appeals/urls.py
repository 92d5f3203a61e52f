from django.urls import path

from hattama.appeals import views

urlpatterns = [
    path("", views.appeals, name="appeals"),
    path("results/<int:pk>/lodge/", views.lodge_appeal, name="lodge_appeal"),
    path("<int:pk>/", views.appeal, name="appeal"),
    path(
        "<int:pk>/evidence/<int:file>/", views.appeal_evidence, name="appeal_evidence"
    ),
    path("<int:pk>/hearing/", views.appeal_hearing, name="appeal_hearing"),
    path("<int:pk>/withdraw/", views.withdraw_appeal, name="withdraw_appeal"),
    path("<int:pk>/sitting/", views.schedule_appeal, name="schedule_appeal"),
    path("<int:pk>/decision/", views.record_decision, name="record_decision"),
    path("<int:pk>/answer/", views.deliver_answer, name="deliver_answer"),
    path("report/<int:pk>/", views.draw_up_report, name="draw_up_report"),
    path(
        "commissions/<int:pk>/",
        views.appoint_appeals_commission,
        name="appoint_appeals_commission",
    ),
]
