"""What stands in the place of what is masked."""

NAME, CONTACT, SCHOOL, PLACE, PERSONAL, YEAR, GROUP = (
    "[name]",
    "[contact]",
    "[school]",
    "[place]",
    "[personal]",
    "[year]",
    "[group]",
)
