using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

/// <summary>What must hold in every world; and that the slow measures, which look at every character, say the same.</summary>
public class SpanLaws
{
    private const double Tolerance = 1e-9;

    public static TheoryData<int> Seeds => SpanWorlds.Seeds;

    [Theory, MemberData(nameof(Seeds))]
    public void Unitizing_is_what_the_characters_say(int seed)
    {
        var defined = 0;
        foreach (var world in SpanWorlds.Of(seed, exclusive: true))
        {
            var study = world.Study;
            var alpha = UnitizingAlpha.Of(study, world.Codes, study.Coders);
            var (u, binary) = SlowSpans.Unitizing(world, world.Codes, study.Coders);
            AssertSame(u, alpha.U);
            AssertSame(binary, alpha.BinaryU);
            if (u is not null) defined++;
        }

        Assert.True(defined > 10);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Unitizing_of_one_code_takes_overlapping_spans_as_one(int seed)
    {
        foreach (var world in SpanWorlds.Of(seed, exclusive: false))
        {
            var study = world.Study;
            foreach (var code in world.Codes)
            {
                var alpha = UnitizingAlpha.Of(study, [code], study.Coders);
                AssertSame(SlowSpans.Unitizing(world, [code], study.Coders).U, alpha.U);
                Assert.Equal(alpha.U.Value, alpha.BinaryU.Value);
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Coding_where_both_marked_is_what_the_characters_say(int seed)
    {
        var (defined, ofCode) = (0, 0);
        foreach (var world in SpanWorlds.Of(seed, exclusive: true, coders: 2))
        {
            var study = world.Study;
            var alpha = UnitizingAlpha.Of(study, world.Codes, study.Coders);
            var (cu, coverage) = SlowSpans.Coding(world, world.Codes, study.Coders);
            AssertSame(cu, alpha.Cu.Alpha);
            AssertSame(coverage, alpha.Cu.Coverage);
            if (cu is not null) defined++;
            foreach (var code in world.Codes)
            {
                var (ku, ofK) = SlowSpans.CodingOf(world, code, world.Codes, study.Coders);
                AssertSame(ku, alpha.Ku[code].Alpha);
                AssertSame(ofK, alpha.Ku[code].Coverage);
                if (ku is not null) ofCode++;
            }
        }

        Assert.True(defined > 5 && ofCode > 10);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Characters_and_matches_of_every_pair_are_what_the_characters_say(int seed)
    {
        foreach (var world in SpanWorlds.Of(seed, exclusive: false))
        {
            var study = world.Study;
            foreach (var (code, first, second) in world.Codes.SelectMany(code => Pairs(study).Select(pair => (code, pair.First, pair.Second))))
            {
                var table = CharacterTable.Of(study, code, first, second);
                Assert.Equal(SlowSpans.Characters(world, code, first, second), (table.Both, table.OnlyFirst, table.OnlySecond, table.Neither));
                var mirrored = CharacterTable.Of(study, code, second, first);
                Assert.Equal((table.CohenKappa.Value ?? 2, table.Jaccard, table.PercentAgreement), (mirrored.CohenKappa.Value ?? 2, mirrored.Jaccard, mirrored.PercentAgreement));
                foreach (var threshold in new[] { 0.1, 0.5, 0.7, 0.9, 1 })
                {
                    var match = SegmentMatch.Of(study, code, first, second, threshold);
                    Assert.Equal(SlowSpans.Matches(world, code, first, second, threshold), (match.Matched, match.Total));
                    if (threshold > 0.5) Assert.Equal(match.MatchedOfFirst, match.MatchedOfSecond);
                }
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Units_have_the_codes_that_enough_characters_in_a_row_have_and_no_span_is_lost(int seed)
    {
        Random random = new(seed);
        foreach (var world in SpanWorlds.Of(seed, exclusive: false))
        {
            var (study, units, least) = (world.Study, Units(random, world), random.Next(1, 4));
            var projection = UnitProjection.Of(study, units, least);
            foreach (var unit in projection.Units)
            {
                foreach (var (coder, codes) in projection.Coders.Zip(unit.Codes))
                {
                    Assert.Equal(study.IsGiven(coder, unit.Unit.Document), codes is not null);
                    Assert.Equal(world.Codes.Where(code => SlowSpans.Applies(world, unit.Unit, coder, code, least)), codes ?? []);
                }
            }

            Assert.Equal(units, projection.Units.Select(unit => unit.Unit));
            foreach (var span in study.Spans)
            {
                // Whoever follows the span to both sides finds its stretch; in some unit it is long enough, or the span is reported.
                var alone = new SpanWorld(world.Lengths, world.Given, [.. Stretch(study, span)]);
                Assert.Equal(units.Any(unit => SlowSpans.Applies(alone, unit, span.Coder, span.Code, least)), !projection.Unplaced.Contains(span));
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_order_of_spans_and_the_names_of_coders_and_codes_change_nothing(int seed)
    {
        Random random = new(seed);
        foreach (var world in SpanWorlds.Of(seed, exclusive: true))
        {
            var spans = world.Spans.ToArray();
            random.Shuffle(spans);
            var renamed = new SpanWorld(
                world.Lengths,
                [.. world.Given.Select(pair => (Reversed(pair.Coder), pair.Document)).Reverse()],
                [.. spans.Concat(spans.Take(1)).Select(span => new CodedSpan(span.Document, Reversed(span.Coder), Reversed(span.Code), span.Start, span.End))]);
            Assert.Equal(Figures(world), Figures(renamed));
        }

        static string Reversed(string name) => $"{9 - (name[^1] - '0')}{name}"; // so that what came first comes last
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_document_cut_where_nobody_marked_across_changes_nothing(int seed)
    {
        Random random = new(seed);
        var cuts = 0;
        foreach (var world in SpanWorlds.Of(seed, exclusive: true))
        {
            var (document, length) = world.Lengths.First();
            var cut = random.Next(length + 1);
            if (world.Spans.Any(span => span.Document == document && span.Start < cut && cut < span.End)) continue;

            cuts++;
            var lengths = world.Lengths.ToDictionary();
            (lengths[document], lengths["rest"]) = (cut, length - cut);
            var parts = new SpanWorld(
                lengths,
                [.. world.Given, .. world.Given.Where(pair => pair.Document == document).Select(pair => (pair.Coder, "rest"))],
                [.. world.Spans.Select(span => span.Document == document && span.Start >= cut ? new("rest", span.Coder, span.Code, span.Start - cut, span.End - cut) : span)]);
            Assert.Equal(Figures(world), Figures(parts));
        }

        Assert.True(cuts > 5);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Coders_who_marked_the_same_agree_fully_or_there_is_no_figure(int seed)
    {
        foreach (var world in SpanWorlds.Of(seed, exclusive: true, coders: 2))
        {
            var own = world.Spans.Where(span => span.Coder == "coder0").ToList();
            var twins = new SpanWorld(
                world.Lengths,
                [.. world.Given.Where(pair => pair.Coder == "coder0").SelectMany(pair => new[] { pair, ("twin", pair.Document) })],
                [.. own, .. own.Select(span => new CodedSpan(span.Document, "twin", span.Code, span.Start, span.End))]);
            Assert.All(Figures(twins).Where(figure => !figure.Name.EndsWith("coverage", StringComparison.Ordinal)), figure => Assert.Equal(1, figure.Figure.Value ?? 1));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Figures_stay_between_their_ends(int seed)
    {
        foreach (var world in SpanWorlds.Of(seed, exclusive: true))
        {
            foreach (var (name, figure) in Figures(world).Where(named => named.Figure.Reason is null))
            {
                var least = name.EndsWith("alpha", StringComparison.Ordinal) ? double.MinValue : name == "kappa" ? -1 : 0; // alpha has no lower end
                Assert.InRange(figure.Value!.Value, least, 1); // it has no reason
            }
        }
    }

    // Everything, in the same order whatever stands before the last characters of names.
    private static List<(string Name, Figure Figure)> Figures(SpanWorld world)
    {
        var study = world.Study;
        List<(string, Figure)> figures = [];
        IReadOnlyList<string> codes = [.. world.Codes.OrderBy(code => code[^1])];
        var alpha = UnitizingAlpha.Of(study, codes, study.Coders);
        figures.AddRange([("u alpha", alpha.U), ("|u alpha", alpha.BinaryU), ("cu alpha", alpha.Cu.Alpha), ("cu coverage", alpha.Cu.Coverage)]);
        foreach (var code in codes)
        {
            figures.AddRange([($"{code[^1]}u alpha", alpha.Ku[code].Alpha), ($"{code[^1]}u coverage", alpha.Ku[code].Coverage)]);
            foreach (var (first, second) in Pairs(study))
            {
                var table = CharacterTable.Of(study, code, first, second);
                figures.AddRange([("kappa", table.CohenKappa), ("jaccard", table.Jaccard), ("percent", table.PercentAgreement)]);
                figures.Add(("match", SegmentMatch.Of(study, code, first, second, 0.5).PercentAgreement));
            }
        }

        return figures;
    }

    // In the order of the last characters of names, whatever stands before them.
    private static IEnumerable<(string First, string Second)> Pairs(SpanStudy study) =>
        from first in study.Coders.OrderBy(coder => coder[^1])
        from second in study.Coders.OrderBy(coder => coder[^1])
        where first[^1] < second[^1]
        select (first, second);

    private static List<DeclaredUnit> Units(Random random, SpanWorld world)
    {
        List<DeclaredUnit> units = [];
        foreach (var (document, length) in world.Lengths)
        {
            for (var start = random.Next(4); start < length;)
            {
                var end = Math.Min(length, start + random.Next(1, 9));
                units.Add(new($"{document}:{start}", document, start, end));
                start = end + random.Next(3);
            }
        }

        var shuffled = units.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    // The span, and all of its kind that hang together with it.
    private static List<CodedSpan> Stretch(SpanStudy study, CodedSpan span)
    {
        List<CodedSpan> stretch = [span];
        while (study.Spans.FirstOrDefault(other => !stretch.Contains(other) && stretch.Any(part => IsNextTo(part, other))) is { } more) stretch.Add(more);
        return stretch;

        static bool IsNextTo(CodedSpan part, CodedSpan other) =>
            (part.Document, part.Coder, part.Code) == (other.Document, other.Coder, other.Code) && part.Start <= other.End && other.Start <= part.End;
    }

    private static void AssertSame(double? expected, Figure actual)
    {
        Assert.Equal(expected is null, actual.Reason is not null);
        if (expected is { } number) Assert.Equal(number, actual.Value!.Value, Tolerance);
    }
}
