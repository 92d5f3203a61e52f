"""Where the pages of final attestation are; the names are those of the views."""

from django.urls import path

from hattama.final.views import (
    acquaintance,
    admission,
    attestation,
    bench,
    campaign,
    candidate_room,
    checks,
    commands,
    commission,
    console,
    identification,
    meetings,
    own,
    packs,
    planning,
    screen,
    sittings,
    topics,
)
from hattama.final.views import results as after

CAMPAIGN = "campaigns/<int:pk>/"
ATTESTATION = "attestations/<int:pk>/"
COMMISSION = "commissions/<int:pk>/"
SITTING = "sittings/<int:pk>/"

# Before the sitting
preparation = [
    path("", campaign.campaigns, name="campaigns"),
    path("new/", campaign.create_campaign, name="create_campaign"),
    path(CAMPAIGN, campaign.campaign, name="campaign"),
    path(f"{CAMPAIGN}add/", campaign.add_attestation, name="add_attestation"),
    path(
        f"{CAMPAIGN}commissions/",
        commission.campaign_commissions,
        name="campaign_commissions",
    ),
    path(
        f"{CAMPAIGN}appoint/", commission.appoint_commission, name="appoint_commission"
    ),
    path(COMMISSION, commission.commission, name="commission"),
    path(
        f"{COMMISSION}order/",
        commission.draft_commission_order,
        name="draft_commission_order",
    ),
    path(
        f"{COMMISSION}seats/<int:seat>/replace/",
        commission.replace_member,
        name="replace_member",
    ),
    path(
        f"{COMMISSION}seats/<int:seat>/invite/",
        commission.invite_member,
        name="invite_member",
    ),
    path(ATTESTATION, attestation.attestation, name="attestation"),
    path(f"{ATTESTATION}move/", campaign.move_first_sitting, name="move_first_sitting"),
    path(f"{ATTESTATION}tickets/", campaign.set_tickets, name="set_tickets"),
    path(
        f"{ATTESTATION}milestones/<slug:code>/", attestation.milestone, name="milestone"
    ),
    path(f"{ATTESTATION}enrol/", topics.enrol_candidates, name="enrol_candidates"),
    path(f"{ATTESTATION}topics/", topics.topics, name="topics"),
    path(f"{ATTESTATION}topics/import/", topics.import_topics, name="import_topics"),
    path(
        f"{ATTESTATION}topics/order/",
        topics.draft_topics_order,
        name="draft_topics_order",
    ),
    path(f"{ATTESTATION}admission/", admission.admission, name="admission"),
    path(
        f"{ATTESTATION}admission/order/",
        admission.draft_admission_order,
        name="draft_admission_order",
    ),
    path(f"{ATTESTATION}acquaintance/", acquaintance.acquaintance, name="acquaintance"),
    path(
        f"{ATTESTATION}acquaintance/send/",
        acquaintance.send_acquaintance,
        name="send_acquaintance",
    ),
    path(
        "candidates/<int:pk>/confirm/",
        acquaintance.confirm_acquaintance,
        name="confirm_acquaintance",
    ),
    path(f"{ATTESTATION}meetings/", meetings.meetings, name="meetings"),
    path("meetings/<int:pk>/", meetings.record_meeting, name="record_meeting"),
    path(f"{ATTESTATION}packs/", packs.packs, name="packs"),
    path("candidates/<int:pk>/pack/", packs.hand_in, name="hand_in"),
    path("pack-parts/<int:pk>/", packs.pack_part, name="pack_part"),
    path(f"{ATTESTATION}checks/", checks.technical_checks, name="technical_checks"),
    path(f"{ATTESTATION}checks/room/", checks.check_room, name="check_room"),
    path(
        "candidates/<int:pk>/check/",
        checks.record_technical_check,
        name="record_technical_check",
    ),
    path("mine/", own.my_attestation, name="my_attestation"),
    path("students/", own.my_students, name="my_students"),
]

# After the vote
results = [
    path(
        "sittings/<int:pk>/protocols/",
        after.sitting_protocols,
        name="sitting_protocols",
    ),
    path(
        "sittings/<int:pk>/protocols/draw-up/",
        after.draw_up_protocols,
        name="draw_up_protocols",
    ),
    path(
        "sittings/<int:pk>/protocols/of-sitting/",
        after.draw_up_protocol_of_sitting,
        name="draw_up_protocol_of_sitting",
    ),
    path("sittings/<int:pk>/publish/", after.publish_results, name="publish_results"),
    path("sittings/<int:pk>/apply/", after.lodge_application, name="lodge_application"),
    path("applications/<int:pk>/", after.application, name="application"),
    path("applications/<int:pk>/grant/", after.grant_absence, name="grant_absence"),
    path(
        "applications/<int:pk>/refuse/",
        after.refuse_application,
        name="refuse_application",
    ),
    path("candidates/<int:pk>/readmit/", after.readmit, name="readmit"),
    path(
        "commissions/<int:pk>/register/<int:attestation>/",
        after.draw_up_register,
        name="draw_up_register",
    ),
]

# The sitting
in_session = [
    path("sittings/", sittings.sittings, name="sittings"),
    path(f"{COMMISSION}hearings/", planning.lay_out_hearings, name="lay_out_hearings"),
    path(SITTING, sittings.sitting, name="sitting"),
    path(f"{SITTING}plan/", planning.sitting_plan, name="sitting_plan"),
    path(f"{SITTING}calendar.ics", planning.sitting_calendar, name="sitting_calendar"),
    path(f"{SITTING}announce/", planning.announce_sitting, name="announce_sitting"),
    path(f"{SITTING}convene/", planning.convene_sitting, name="convene_sitting"),
    path(f"{SITTING}console/", console.sitting_console, name="sitting_console"),
    path(
        f"{SITTING}console/live/",
        console.sitting_console_live,
        name="sitting_console_live",
    ),
    path(f"{SITTING}bench/", bench.sitting_bench, name="sitting_bench"),
    path(f"{SITTING}bench/live/", bench.sitting_bench_live, name="sitting_bench_live"),
    path(
        f"{SITTING}identification/",
        identification.sitting_identification,
        name="sitting_identification",
    ),
    path(f"{SITTING}room/", candidate_room.candidate_room, name="candidate_room"),
    path(
        f"{SITTING}room/live/",
        candidate_room.candidate_room_live,
        name="candidate_room_live",
    ),
    path(f"{SITTING}screen/", screen.sitting_screen, name="sitting_screen"),
    path(f"{SITTING}log/", screen.sitting_log, name="sitting_log"),
    path(f"{SITTING}sheet/", commands.keep_sheet, name="keep_sheet"),
    path(f"{SITTING}do/<slug:command>/", commands.give_command, name="give_command"),
]

urlpatterns = [*preparation, *in_session, *results]
