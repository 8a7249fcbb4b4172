"""The chatbot and its knowledge base."""
