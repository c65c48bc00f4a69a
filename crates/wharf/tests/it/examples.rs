//! Every example of the guide, run against the emulator.
