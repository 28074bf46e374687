namespace Spancoder.Agreement.Tables;

/// <summary>What was judged: a segment, or whatever else the coders' files call a unit.</summary>
/// <param name="Id">As the files name it.</param>
/// <param name="Document">Empty where nothing says.</param>
/// <param name="Language">Empty where nothing says.</param>
/// <param name="Layer">Empty where nothing says.</param>
public sealed record JudgedUnit(string Id, string Document = "", string Language = "", string Layer = "")
{
    /// <summary>What <c>document#number</c> says of itself.</summary>
    internal static string DocumentIn(string id)
    {
        var mark = id.LastIndexOf('#');
        return mark > 0 && mark + 1 < id.Length && id.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? id[..mark] : "";
    }
}
