"""What flows through aiscreen, one file a stage: document, resume, assessment. Nothing here computes a judgement."""
