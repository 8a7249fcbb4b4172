"""Every blueprint of the web application."""

from ruanghijau.accounts import google_routes
from ruanghijau.accounts import routes as auth_routes
from ruanghijau.badges import routes as badges_routes
from ruanghijau.certificates import routes as certificates_routes
from ruanghijau.chatbot import routes as chatbot_routes
from ruanghijau.comments import routes as comments_routes
from ruanghijau.disbursements import routes as disbursements_routes
from ruanghijau.donations import organiser_routes as donations_routes
from ruanghijau.feedback import routes as feedback_routes
from ruanghijau.follows import routes as follows_routes
from ruanghijau.notifications import routes as notifications_routes
from ruanghijau.pages import routes as pages_routes
from ruanghijau.pictures import routes as uploads_routes
from ruanghijau.posts import routes as posts_routes
from ruanghijau.privacy import routes as privacy_routes
from ruanghijau.reports import routes as reports_routes
from ruanghijau.supporters import routes as campaigns_routes
from ruanghijau.volunteers import routes as volunteers_routes
from ruanghijau.waste import routes as waste_routes

ALL = (
    pages_routes.bp,
    auth_routes.bp,
    google_routes.bp,
    posts_routes.bp,
    comments_routes.bp,
    follows_routes.bp,
    campaigns_routes.bp,
    disbursements_routes.bp,
    donations_routes.bp,
    certificates_routes.bp,
    badges_routes.bp,
    volunteers_routes.bp,
    chatbot_routes.bp,
    waste_routes.bp,
    feedback_routes.bp,
    reports_routes.bp,
    notifications_routes.bp,
    privacy_routes.bp,
    uploads_routes.bp,
)
