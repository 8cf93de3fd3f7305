"""Sections: the rows of a document under their headings, or under what they tell themselves."""
