"""A bibliographic description taken apart: tokens, their labels, and the fields they make up."""
