"""The answers to questions, from the services and tables that the views use."""
