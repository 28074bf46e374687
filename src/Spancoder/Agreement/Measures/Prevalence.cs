namespace Spancoder.Agreement.Measures;

/// <summary>How common a category is: its share of all judgements on the units that count, from 0 to 1.</summary>
public static class Prevalence
{
    public static Figure Of(UnitPatterns patterns, int category)
    {
        var (times, all) = (0L, 0L);
        foreach (var (pattern, units) in patterns.Patterns.Zip(patterns.Units))
        {
            times += (long)units * pattern.Counts.FirstOrDefault(count => count.Category == category).Times;
            all += (long)units * pattern.Judgements;
        }

        return all > 0 ? Figure.Of((double)times / all) : Figure.Undefined(Reasons.NothingPairable);
    }
}
