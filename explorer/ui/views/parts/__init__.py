"""My parts: the lines of saved parts lists whose verdicts changed or will change, and the lists."""
