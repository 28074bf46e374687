namespace Spancoder.Agreement.Tables;

/// <summary>What was judged: a segment, or whatever else the coders' files call a unit.</summary>
/// <param name="Id">As the files name it.</param>
/// <param name="Document">Empty where nothing says.</param>
/// <param name="Language">Empty where nothing says.</param>
/// <param name="Layer">Empty where nothing says.</param>
public sealed record JudgedUnit(string Id, string Document = "", string Language = "", string Layer = "")
{
    /// <summary>By document, then number.</summary>
    internal static Comparer<JudgedUnit> ByPlace { get; } = Comparer<JudgedUnit>.Create((left, right) =>
    {
        var byDocument = string.CompareOrdinal(left.Document, right.Document);
        if (byDocument != 0) return byDocument;

        // Ids of one document differ in their numbers: shorter ones first.
        var byNumber = left.Document.Length > 0 ? left.Id.Length - right.Id.Length : 0;
        return byNumber != 0 ? byNumber : string.CompareOrdinal(left.Id, right.Id);
    });

    /// <summary>What <c>document#number</c> says of itself.</summary>
    internal static string DocumentIn(string id)
    {
        var mark = id.LastIndexOf('#');
        return mark > 0 && mark + 1 < id.Length && id.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? id[..mark] : "";
    }
}
