"""Plain questions in English and Chinese: what they ask, and the answer in a sentence."""
