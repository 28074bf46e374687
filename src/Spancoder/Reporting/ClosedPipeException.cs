namespace Spancoder.Reporting;

/// <summary>Whoever read what is written has stopped reading, as <c>head</c> does. Nobody's mistake: the program ends quietly.</summary>
public sealed class ClosedPipeException(Exception cause) : Exception("the pipe is closed", cause);
