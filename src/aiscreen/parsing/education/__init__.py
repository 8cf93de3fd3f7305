"""Courses: schools, degrees and fields."""
