"""Every blueprint of the web application."""

from ruanghijau.accounts import google_routes
from ruanghijau.accounts import routes as auth_routes
from ruanghijau.pages import routes as pages_routes
from ruanghijau.pictures import routes as uploads_routes
from ruanghijau.posts import routes as posts_routes

ALL = (pages_routes.bp, auth_routes.bp, google_routes.bp, posts_routes.bp, uploads_routes.bp)
