using Spancoder.Codebooks;
using Spancoder.Coders;

namespace Spancoder.Evaluation;

/// <summary>A way to code that is measured beside others.</summary>
internal enum Method
{
    /// <summary>To each segment what most of those learned from have: nearly always nothing. What any other way has to beat.</summary>
    Majority,
    Rules,
    Model,
    Both,
    Either,
}

internal static class Methods
{
    /// <summary>Those that there are with a codebook: without rules there is nothing to know of them.</summary>
    public static IReadOnlyList<Method> Of(Codebook codebook) => codebook.Rules is [] ? [Method.Majority, Method.Model] : Enum.GetValues<Method>();

    public static Method Of(Decide decide) => decide switch
    {
        Decide.Rules => Method.Rules,
        Decide.Model => Method.Model,
        Decide.Both => Method.Both,
        Decide.Either => Method.Either,
        _ => throw new ArgumentOutOfRangeException(nameof(decide)),
    };

    /// <summary>As every output writes it, and <c>--decide</c>.</summary>
    public static string NameOf(Method method) => method.ToString().ToLowerInvariant();
}
