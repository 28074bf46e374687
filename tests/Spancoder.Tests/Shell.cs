using System.Diagnostics;

namespace Spancoder.Tests;

/// <summary>Runs a command line as a user's shell would, with <c>spancoder</c> on the path.</summary>
internal static class Shell
{
    internal sealed record Outcome(string Output, string Error, int Exit);

    /// <param name="command">For <c>sh</c>.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Added to the environment; a null value takes a variable away.</param>
    public static Outcome Run(string command, string folder, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo("sh", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["PATH"] = Path.GetDirectoryName(Repository.Program) + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["CODEBOOK"] = Repository.File("tests", "cases", "_codebook");
        start.Environment["CODEBOOKS"] = Repository.File("codebook");
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(output, error.GetAwaiter().GetResult(), process.ExitCode);
    }
}
