"""Wire shapes of feedback."""

from typing import Self

from pydantic import Field

from ruanghijau.ai.sentiment import Contribution
from ruanghijau.feedback.models import Feedback, FeedbackStatus, Sentiment
from ruanghijau.feedback.service import Heard
from ruanghijau.web.language import say
from ruanghijau.web.schemas import Done, Input, Line, Output, PageOutput, Timestamp, Words

MOST_CHARACTERS = 5_000


class FeedbackInput(Input):
    content: Words = Field(max_length=MOST_CHARACTERS, examples=["Aplikasi ini sangat bagus dan membantu!"])
    category: Line | None = Field(None, max_length=100, examples=["aplikasi"])
    """What it is about, in a word or two."""
    explain: bool = False
    """Say what each word added to the score."""


class WordContribution(Output):
    word: str
    """As it was written."""
    read_as: str
    """As the lexicon has it: without slang, drawn-out letters and clitics."""
    weight: float
    """The word's own weight, in the unit in which "bagus" has 0.7."""
    polarity: float
    """What it added to the feeling: above 0 for, below against."""
    matter: float
    """What it added to the matter-of-factness, which the feeling has to outweigh."""
    changed_by: list[str]
    """What changed the weight, in order: intensifiers, negations, contrast."""

    @classmethod
    def told(cls, one: Contribution) -> Self:
        return cls(
            word=one.surface,
            read_as=one.form,
            weight=one.weight,
            polarity=round(one.polarity, 3),
            matter=round(one.matter, 3),
            changed_by=list(one.applied),
        )


class FeedbackSubmitted(Done):
    feedback_id: int
    sentiment: Sentiment
    score: float = Field(ge=-1, le=1, examples=[0.84])
    confidence: float = Field(ge=0, le=1)
    keywords: list[str] = Field(examples=[["bagus", "membantu"]])
    suggestion: str
    contributions: list[WordContribution] | None = None
    """Only where `explain` was asked for."""

    @classmethod
    def heard(cls, heard: Heard, explain: bool) -> Self:
        analysis = heard.analysis
        told = [WordContribution.told(one) for one in analysis.contributions] if explain else None
        return cls(
            feedback_id=heard.feedback.id,
            sentiment=heard.feedback.sentiment,
            score=analysis.score,
            confidence=analysis.confidence,
            keywords=list(analysis.keywords),
            suggestion=say(analysis.suggestion),
            contributions=told,
        )


class FeedbackOutput(Output):
    id: int
    content: str
    category: str | None
    sentiment: Sentiment
    score: float | None = Field(validation_alias="sentiment_score")
    status: FeedbackStatus
    created_at: Timestamp


class FeedbackPage(PageOutput):
    feedback: list[FeedbackOutput]

    @classmethod
    def shown(cls, items: list[Feedback], total: int, page: int, next_cursor: str | None) -> Self:
        shown = [FeedbackOutput.of(one) for one in items]
        return cls(feedback=shown, total=total, page=page, next_cursor=next_cursor)


class SentimentInput(Input):
    sentiment: Sentiment
    """How the message really sounds."""


class FeedbackCorrected(Done):
    feedback: FeedbackOutput
