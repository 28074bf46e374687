using Spancoder.Codebooks;

namespace Spancoder.Evaluation;

/// <summary>What was taken for what, among the codes at the top.</summary>
/// <remarks>
/// A segment with one code on each side counts once. Codes that both gave count for themselves; each that only the people gave counts against each that only the machine gave, and against none where it gave
/// no other; and the reverse.
/// </remarks>
/// <param name="Tops">The codes at the top.</param>
/// <param name="Counts">By code of the people, then of the machine; behind the last code stands none.</param>
internal sealed record MechanismConfusion(IReadOnlyList<Code> Tops, int[,] Counts)
{
    /// <param name="pairs">For each segment by code at the top: whether people and machine gave it.</param>
    public static MechanismConfusion Of(IReadOnlyList<Code> tops, IEnumerable<(bool[] People, bool[] Machine)> pairs)
    {
        var counts = new int[tops.Count + 1, tops.Count + 1];
        foreach (var (people, machine) in pairs)
        {
            List<int> onlyPeople = [], onlyMachine = [];
            for (var top = 0; top < tops.Count; top++)
            {
                if (people[top] && machine[top]) counts[top, top]++;
                else if (people[top]) onlyPeople.Add(top);
                else if (machine[top]) onlyMachine.Add(top);
            }

            if (!people.Contains(true) && !machine.Contains(true)) counts[tops.Count, tops.Count]++;
            if (onlyPeople is [] && onlyMachine is []) continue;
            foreach (var first in onlyPeople is [] ? [tops.Count] : onlyPeople)
            {
                foreach (var second in onlyMachine is [] ? [tops.Count] : onlyMachine) counts[first, second]++;
            }
        }

        return new(tops, counts);
    }
}
