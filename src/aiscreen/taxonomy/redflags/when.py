"""What can stand under `when` in a rule of redflags.yaml: all tests, those of a sentence and those of a document."""

from typing import Annotated, get_args

from pydantic import Field

from aiscreen.taxonomy.redflags.document import (
    AcademicOnly,
    Buzzwords,
    HiddenSays,
    HiddenText,
    NotebookOnly,
    Outdated,
    Stuffing,
    TimelineJobs,
    TimelineOverlap,
    TimelineSpan,
    TimelineTotal,
    TimelineYears,
    Unproven,
)
from aiscreen.taxonomy.redflags.sentence import (
    Acronym,
    Belongs,
    IsA,
    Kinds,
    Number,
    Says,
    Together,
    Use,
    Version,
)
from aiscreen.taxonomy.redflags.tables import Knobs, Statements, Traits

SentenceTest = (
    IsA | Kinds | Use | Traits | Knobs | Statements | Together | Says | Number | Belongs | Version | Acronym
)
DocumentTest = (
    Outdated
    | AcademicOnly
    | NotebookOnly
    | TimelineYears
    | TimelineJobs
    | TimelineTotal
    | TimelineSpan
    | TimelineOverlap
    | Stuffing
    | HiddenText
    | HiddenSays
    | Unproven
    | Buzzwords
)
Test = Annotated[SentenceTest | DocumentTest, Field(discriminator="test")]
TESTS = frozenset(
    get_args(each.model_fields["test"].annotation)[0]
    for each in (*get_args(SentenceTest), *get_args(DocumentTest))
)
"""The names of all tests."""
