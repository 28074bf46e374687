using Spancoder.Codebooks;
using Spancoder.Coders;

namespace Spancoder.Review.Next;

/// <summary>Where people and a machine say different things of a segment.</summary>
/// <remarks>
/// Whoever gives a code says with it that those above it apply, so a code and one below it differ in the one below. Of several codes in which one machine
/// and one branch differ the most exact is named. OT is no code that a machine could give, and counts as having given none.
/// </remarks>
internal static class Differences
{
    /// <param name="people">Those who can tell.</param>
    /// <returns>Null where everybody says the same.</returns>
    public static Ground? Of(IReadOnlyList<Judgement> people, MachineJudgement machine, Codebook codebook)
    {
        var byMachine = WithThoseAbove(machine.Given);
        var byPeople = people.Select(person => (person.Coder, Codes: WithThoseAbove(person.Codes!.Select(codebook.Find).OfType<Code>()))).ToList(); // they can tell
        var differing = codebook.Codes.Where(code => byPeople.Exists(person => person.Codes.Contains(code) != byMachine.Contains(code))).ToList();
        List<Code> exact = [.. differing.Where(code => !differing.Exists(below => below != code && below.IsWithin(code) && byMachine.Contains(below) == byMachine.Contains(code)))];
        return exact is [] ? null : new(GroundKind.Differ, exact, string.Join("; ", exact.Select(Say)));

        string Say(Code code)
        {
            var yes = byPeople.Where(person => person.Codes.Contains(code)).Select(person => person.Coder).ToList();
            var no = byPeople.Where(person => !person.Codes.Contains(code)).Select(person => person.Coder).ToList();
            var score = machine.Of(code) is { } found ? $"{machine.Coder} ({MachineJudgement.InWords(found)})" : machine.Coder;
            (byMachine.Contains(code) ? yes : no).Add(score);
            return $"{code.Id}: given by {string.Join(", ", yes)}, not by {string.Join(", ", no)}"; // both have somebody, for they differ
        }
    }

    private static HashSet<Code> WithThoseAbove(IEnumerable<Code> codes)
    {
        HashSet<Code> all = [];
        foreach (var given in codes)
        {
            for (var code = given; code is not null; code = code.Parent) all.Add(code);
        }

        return all;
    }
}
