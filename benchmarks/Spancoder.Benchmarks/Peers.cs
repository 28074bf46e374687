using System.Diagnostics;
using System.Globalization;

namespace Spancoder.Benchmarks;

/// <summary>Other programs, run whole through <c>peers.py</c>, which counts their seconds of the processor.</summary>
internal static class Peers
{
    /// <returns>Null where the program is not on this machine.</returns>
    public static PeerResult? Ask(string script, string name, params string[] files)
    {
        using var process = Process.Start(new ProcessStartInfo(script, [name, .. files]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{script} did not start");
        var answer = process.StandardOutput.ReadToEnd().Split();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{script} {name} ended with {process.ExitCode}");
        return answer[0] == "missing" ? null : new(double.Parse(answer[0], CultureInfo.InvariantCulture), long.Parse(answer[1], CultureInfo.InvariantCulture));
    }
}

/// <param name="Seconds">Of the processor, user and system.</param>
/// <param name="Lines">That it wrote: for a program that writes what it finds, one a find.</param>
internal sealed record PeerResult(double Seconds, long Lines);
