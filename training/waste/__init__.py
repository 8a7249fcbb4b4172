"""Trains the waste detector: photos, cut-outs, augmentation, fine-tuning, calibration, export and report."""
