namespace Spancoder.Reporting;

/// <summary>Where the page of a report shows the segments that a figure counts.</summary>
internal static class SelectionLink
{
    /// <returns>An address within the page: <c>#segments?code=DC&amp;document=D03.txt</c>.</returns>
    public static string Of(Selection selection) =>
        "#segments?" + string.Join('&', selection.Conditions.Select(condition => $"{Uri.EscapeDataString(condition.Name)}={Uri.EscapeDataString(condition.Value)}"));
}
