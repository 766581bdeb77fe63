"""The main window, what it holds, and the windows shown when it cannot open."""
