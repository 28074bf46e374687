using System.Globalization;

namespace Spancoder.Reporting;

/// <summary>A reason in words, the same in every output: <c>fair-abroad +2 "took a booth"; outside-words +1 "Milan"</c>.</summary>
internal static class ReasonText
{
    /// <param name="matched">The words that a vote was given for.</param>
    public static string Of(Reason.ByRules reason, Func<RuleVote, string> matched) =>
        string.Join("; ", reason.Rules.Select(vote => $"{vote.Rule} {Points(vote.Points)} \"{matched(vote)}\""));

    public static string Points(int points) => points.ToString("+0;-0;+0", CultureInfo.InvariantCulture);
}
