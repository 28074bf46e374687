using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Lines that say who the labels are: <c>I: Interviewer</c>, <c>R: (Respondent)</c>, <c>K = Karin, potter</c>. They are not what anybody says.</summary>
/// <remarks>
/// With a colon a legend stands near the top and names roles, because "P: Subject closed" might be a turn. With <c>=</c> it stands anywhere, and has at least two lines
/// or a title.
/// </remarks>
internal static partial class Legend
{
    private const int NearTop = 20; // blocks

    /// <returns>The blocks without it.</returns>
    public static IReadOnlyList<Block> Take(IReadOnlyList<Block> blocks, Findings findings)
    {
        List<Block> rest = [];
        for (var index = 0; index < blocks.Count; index++)
        {
            var start = IsTitle(blocks[index]) ? index + 1 : index;
            var end = start;
            while (end < blocks.Count && IsEntry(blocks[end], isNearTop: index < NearTop)) end++;
            List<Line> lines = end > start ? [.. blocks.Skip(start).Take(end - start).SelectMany(block => block.Lines)] : [];
            if (lines is [] || lines is [var single] && start == index && !NamesRole(single.Text))
            {
                rest.Add(blocks[index]);
                continue;
            }

            foreach (var line in lines) Introduce(line.Text, findings);
            index = end - 1;
        }

        return rest is [] ? blocks : rest; // a file that is nothing but a legend is none
    }

    private static void Introduce(string line, Findings findings)
    {
        var entry = Entry().Match(line);
        var name = entry.Groups["name"].Value.Trim();
        var role = name.Split([',', '，', ';'], StringSplitOptions.TrimEntries).Select(Roles.Of).FirstOrDefault(role => role is not null);
        findings.Introduce(entry.Groups["key"].Value, name, role);
    }

    private static bool IsTitle(Block block) => block.Lines is [var only] && Title().IsMatch(only.Text);

    private static bool IsEntry(Block block, bool isNearTop) =>
        block.Kind == BlockKind.Paragraph && block.Lines.All(line => (isNearTop || line.Text.Contains('=', StringComparison.Ordinal)) && Entry().Match(line.Text) is { Success: true } entry
            && (entry.Groups["sign"].Value == "=" || isNearTop && NamesRole(line.Text)));

    private static bool NamesRole(string line) => Roles.Of(Entry().Match(line).Groups["name"].Value.Trim()) is not null;

    [GeneratedRegex(@"^\s*(?<key>[\p{L}\p{N}]{1,12})\s*(?<sign>[:：=])\s*[(（]?\s*(?<name>[\p{L}\p{N}][\p{L}\p{M}\p{N} ,，;.'’-]{1,60}?)\s*[)）]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*(?:key|legend|speakers|legende|abkürzungen|图例|说明)\s*[:：]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
