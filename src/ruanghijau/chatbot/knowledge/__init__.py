"""The knowledge base: its articles and question-answer pairs, and the index that finds them."""
