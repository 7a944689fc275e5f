package hone.collect;

import hone.live.ProcessFigures;
import java.nio.file.Path;
import java.util.Optional;

/// A folder as Clinic.js wrote it.
///
/// @param command how it was made, for people who want to make it themselves
/// @param figures of the time under load, where Doctor noted some
public record ClinicFolder(
    ClinicTool tool, Path folder, String command, Optional<ProcessFigures> figures) {}
