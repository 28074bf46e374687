using System.Globalization;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>
/// A reason in words, the same in every output: <c>fair-abroad +2 "took a booth"; outside-words +1 "Milan"</c>, or <c>probability 0.71 (from 0.32): +0.41 "booth"; +0.22 rule fair-abroad</c>.
/// </summary>
internal static class ReasonText
{
    /// <param name="words">Those that stand at a place of the document.</param>
    /// <returns>Empty where nothing was found.</returns>
    public static string Of(Reason reason, Func<TextSpan, string> words) => reason switch
    {
        Reason.ByRules rules => string.Join("; ", rules.Rules.Select(vote => $"{vote.Rule} {Points(vote.Points)} \"{words(vote.Matched)}\"")),
        Reason.ByModel model => $"probability {Share(model.Probability)}{(model.Within is { } within ? $" of what is {within}" : "")} (from {Share(model.Threshold)}): {string.Join("; ", model.Weighed.Select(weighed => $"{Weight(weighed.Weight)} {(weighed.Words is { } span ? $"\"{words(span)}\"" : weighed.Name)}"))}",
        Reason.ByHand hand => hand.Comment,
        _ => "",
    };

    public static string Points(int points) => points.ToString("+0;-0;+0", CultureInfo.InvariantCulture);

    /// <summary>Who gave a reason of this kind, as <c>by</c> in codings.csv has it.</summary>
    /// <param name="coder">Decides where nothing was found.</param>
    public static string By(Reason reason, string coder) => reason switch
    {
        Reason.ByHand => "hand",
        Reason.ByRules => "rules",
        Reason.ByModel => "model",
        _ => coder,
    };

    /// <summary>The score that led to a code: points, or a probability. Empty where there is none.</summary>
    public static string Score(Reason reason) => reason switch
    {
        Reason.ByRules rules => rules.Points.ToString(CultureInfo.InvariantCulture),
        Reason.ByModel model => model.Probability.ToString("0.0000", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Share(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Weight(double weight) => weight.ToString("+0.00;-0.00;+0.00", CultureInfo.InvariantCulture);
}
