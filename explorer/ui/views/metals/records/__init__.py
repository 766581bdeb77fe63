"""The records that cover the metal: documents, claims and answers."""
