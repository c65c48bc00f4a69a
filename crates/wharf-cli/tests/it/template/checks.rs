//! `wharf template check`: a project's sends against its lock file.
