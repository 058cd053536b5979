"""A page as blocks of text, and the model that says which of them are the article."""
