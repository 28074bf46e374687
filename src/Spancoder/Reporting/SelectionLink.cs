namespace Spancoder.Reporting;

/// <summary>Where the page of a report shows the segments that a figure counts.</summary>
internal static class SelectionLink
{
    /// <returns>Relative to the page: <c>#segments?code=DC&amp;document=p03.txt</c>, conditions in their order, names and values percent-encoded.</returns>
    public static string Of(Selection selection) =>
        "#segments?" + string.Join('&', selection.Conditions.Select(condition => $"{Uri.EscapeDataString(condition.Name)}={Uri.EscapeDataString(condition.Value)}"));
}
