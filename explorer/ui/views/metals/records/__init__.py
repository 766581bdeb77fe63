"""The records that cover the metal: documents and claims."""
