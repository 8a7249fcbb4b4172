"""Every table of the platform, gathered for migrations and for tests."""

from ruanghijau.accounts import models as accounts
from ruanghijau.admin_log import models as admin_log
from ruanghijau.badges import models as badges
from ruanghijau.campaigns import models as campaigns
from ruanghijau.chatbot import models as chatbot
from ruanghijau.comments import models as comments
from ruanghijau.db import Base
from ruanghijau.disbursements import models as disbursements
from ruanghijau.donations import models as donations
from ruanghijau.feedback import models as feedback
from ruanghijau.follows import models as follows
from ruanghijau.notifications import models as notifications
from ruanghijau.outbox import models as outbox
from ruanghijau.posts import models as posts
from ruanghijau.quotas import models as quotas
from ruanghijau.reports import models as reports
from ruanghijau.volunteers import models as volunteers
from ruanghijau.waste import models as waste

ROOMS = (
    accounts, admin_log, badges, campaigns, chatbot, comments, disbursements, donations, feedback,
    follows, notifications, outbox, posts, quotas, reports, volunteers, waste,
)  # fmt: skip
metadata = Base.metadata
