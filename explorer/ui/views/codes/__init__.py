"""Lists of customs codes and control codes checked against the control lists."""
