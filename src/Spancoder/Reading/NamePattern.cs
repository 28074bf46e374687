using System.Text.RegularExpressions;

namespace Spancoder.Reading;

/// <summary>Facts that stand in the names of files: <c>N(?&lt;number&gt;\d+)_(?&lt;sex&gt;[fm])_</c>. Names are only taken apart where somebody says how.</summary>
public sealed class NamePattern
{
    private readonly Regex _regex;

    private NamePattern(Regex regex, IReadOnlyList<string> names) => (_regex, Names) = (regex, names);

    /// <summary>The pattern's named groups, in its order: each is an attribute.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="pattern">A regular expression of .NET with named groups, without looking around or back, looked for anywhere in a document's id.</param>
    /// <param name="option">Where it was given, for messages.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>Null where something is.</returns>
    public static NamePattern? Read(string pattern, string option, Problems problems)
    {
        try
        {
            // It runs in linear time, so that no pattern hangs on a long name.
            Regex regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            var names = regex.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0])).ToList();
            if (names.Count > 0) return new(regex, names);

            problems.Add(new(option), "the pattern names no group", "write (?<name>...) round each part that is a fact, such as 'N(?<number>[0-9]+)_'");
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException)
        {
            problems.Add(new(option), $"this is not a pattern that can be used{PlaceOf(cause)}", "write a regular expression with named groups and without (?=, (?!, (?<= or \\1");
        }

        return null;
    }

    public override string ToString() => _regex.ToString();

    /// <summary>The facts in a document's id. Null where it does not fit; a group that is empty is no fact.</summary>
    public IReadOnlyDictionary<string, string>? FactsIn(string id)
    {
        var match = _regex.Match(id);
        return match.Success ? Names.Where(name => match.Groups[name].Length > 0).ToDictionary(name => name, name => match.Groups[name].Value.Trim()) : null;
    }

    private static string PlaceOf(Exception cause) => cause is RegexParseException at ? $" (character {at.Offset})" : "";
}
