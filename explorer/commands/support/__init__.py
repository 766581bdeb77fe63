"""What several commands share: arguments, context, output, the files of codes."""
