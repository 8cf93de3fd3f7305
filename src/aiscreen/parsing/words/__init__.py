"""The words of résumés in seven languages, and what they mean; nothing here knows of a document."""
