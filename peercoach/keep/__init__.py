"""What stays on this computer: places on disk, the library of scenario files, the learner's progress."""
