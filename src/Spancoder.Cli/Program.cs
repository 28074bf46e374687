using System.Text;
using Microsoft.Win32.SafeHandles;
using Spancoder;
using Spancoder.Cli;
using Spancoder.Reporting;

// UTF-8 whatever the locale says, and line feeds: what is piped on must not depend on the machine.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var whenFull = new Problem(new("stdout"), "nothing more can be written to it", "look whether the disk has room");
using var output = new StreamWriter(new GuardedStream(StandardOutput(), whenFull), utf8) { NewLine = "\n" };
using var error = new StreamWriter(new GuardedStream(Console.OpenStandardError(), whenItFails: null), utf8) { NewLine = "\n", AutoFlush = true };
try
{
    return App.Run(args, Terminal.OfConsole(output, error));
}
catch (ClosedPipeException)
{
    return ExitCode.Done;
}
catch (Exception bug)
{
    // The message of an exception may hold what somebody said, so only its type and the way to it are shown.
    error.WriteLine($"spancoder {App.Version}: this is a bug in spancoder ({bug.GetType().Name}), not in your files.");
    error.WriteLine("Please report it with the command you ran and these lines, which hold nothing of your texts:");
    error.WriteLine(bug.StackTrace);
    return ExitCode.Bug;
}

// The console's own stream takes whatever is written to a closed pipe, so that a filter would go on for ever. Into a file only that one writes where others left off.
static Stream StandardOutput()
{
    if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();

    FileStream pipe = new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
    return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
}
