using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Review.Next;
using Spancoder.Rules;

namespace Spancoder.Tests.Review;

/// <summary>Every stated reason is true, and none is missing: all are worked out again from the hits and the codings, in the plainest way.</summary>
public class ExaminationLaws
{
    private const int PointsNeeded = 2;

    private static readonly IEnumerable<int> Numbers = Enumerable.Range(2001, 25);

    public static TheoryData<int> Seeds() => [.. Numbers];

    [Theory, MemberData(nameof(Seeds))]
    public void Grounds_are_those_that_the_page_describes(int seed)
    {
        ReviewWorld world = new(seed);
        foreach (var reviewer in new[] { null, "anna", "nobody" })
        {
            Examination examination = new(world.Rules.Codebook, reviewer, only: null);
            foreach (var coded in world.Documents)
            {
                foreach (var examined in examination.Of(coded))
                {
                    Assert.Equal(Expected(world.Rules.Codebook, coded, examined.Segment, reviewer), examined.Grounds.Select(Show));
                }
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_scores_give_the_codes_that_the_rules_gave(int seed)
    {
        ReviewWorld world = new(seed);
        foreach (var coded in world.Documents)
        {
            foreach (var examined in new Examination(world.Rules.Codebook, null, null).Of(coded))
            {
                var given = coded.Codings.Where(coding => coding.Segment == examined.Segment && coding.Code != Coding.Nothing).Select(coding => coding.Code);
                Assert.Equal(given, examined.Machine.Given.Select(code => code.Id));
            }
        }
    }

    [Fact]
    public void The_worlds_hold_every_kind_in_number()
    {
        var grounds = Numbers.SelectMany(seed =>
        {
            ReviewWorld world = new(seed);
            return world.Documents.SelectMany(new Examination(world.Rules.Codebook, null, null).Of).SelectMany(examined => examined.Grounds).ToList();
        }).CountBy(ground => ground.Kind).ToDictionary();
        Assert.All(GroundKinds.InOrder, kind => Assert.True(grounds.GetValueOrDefault(kind) >= 25, $"{kind}: {grounds.GetValueOrDefault(kind)}"));
    }

    [Fact]
    public void A_code_asked_for_leaves_only_grounds_that_concern_it_or_one_below()
    {
        ReviewWorld world = new(2001);
        var only = world.Rules.Codebook.Find("a")!; // all these worlds have it
        foreach (var coded in world.Documents)
        {
            var all = new Examination(world.Rules.Codebook, null, null).Of(coded).SelectMany(examined => examined.Grounds).Select(Show);
            var some = new Examination(world.Rules.Codebook, null, only).Of(coded).SelectMany(examined => examined.Grounds).Select(Show);
            Assert.Equal(all.Where(ground => ground.Split(": ")[1].Split(' ').Any(code => code is "a" or "a.b")), some);
        }
    }

    private static string Show(Ground ground) => $"{ground.Kind}: {string.Join(' ', ground.Codes)}";

    private static IEnumerable<string> Expected(Codebook codebook, CodedDocument coded, Segment segment, string? reviewer)
    {
        var found = coded.Hits.Where(hit => hit.Segment == segment).ToList();
        var rules = found.Select(hit => hit.Rule.Rule).Distinct().ToList();
        var spokenOf = codebook.Codes.Where(code => rules.Exists(rule => rule.Code == code.Id)).ToList();
        var people = coded.ByHand.Codings.Where(coding => coding.Segment == segment).GroupBy(coding => coding.Coder).Where(judged => judged.All(coding => coding.Code != "UNSURE")).ToList();

        var differing = codebook.Codes.Where(code => people.Exists(person => Implies(person.Select(coding => coding.Code), code) != Machine(code))).ToList();
        var exact = differing.Where(code => !differing.Exists(other => IsBelow(other, code.Id) && Machine(other) == Machine(code))).ToList();
        if (exact.Count > 0) yield return $"Differ: {string.Join(' ', exact)}";
        if (people.Exists(person => reviewer is null || person.Key == reviewer)) yield break;

        var atOdds = codebook.Codes.Where(code => spokenOf.Contains(code) && For(code).Any() && Against(code).Any() || SharesWords(code)).ToList();
        if (atOdds.Count > 0) yield return $"AtOdds: {string.Join(' ', atOdds)}";

        var strong = found.Concat(coded.Stopped.Where(hit => hit.Segment == segment && hit.Stopped is Stop.Negated)).Select(hit => hit.Rule.Rule).Where(rule => rule.Settings.Strength == Strength.Strong).ToList();
        var cued = codebook.Codes.Where(code => strong.Exists(rule => rule.Code == code.Id)).ToList();
        if (cued.Count > 0 && !spokenOf.Exists(IsReached)) yield return $"StrongCue: {string.Join(' ', cued)}";

        var near = spokenOf.Where(code => !IsVetoed(code) && Points(code) is >= PointsNeeded - 1 and <= PointsNeeded + 1 && !spokenOf.Exists(other => IsBelow(other, code.Id) && IsReached(other))).ToList();
        if (near.Count > 0) yield return $"Near: {string.Join(' ', near)}";

        bool Machine(Code code) => Implies(coded.Codings.Where(coding => coding.Segment == segment).Select(coding => coding.Code), code);
        bool Implies(IEnumerable<string> given, Code code) => given.Any(id => id == code.Id || codebook.Find(id) is { } below && IsBelow(below, code.Id));
        IEnumerable<Rule> For(Code code) => rules.Where(rule => rule.Code == code.Id && rule.Settings.Strength is (Strength.Weak or Strength.Normal or Strength.Strong));
        IEnumerable<Rule> Against(Code code) => rules.Where(rule => rule.Settings.Strength is (Strength.Against or Strength.Never) && (rule.Code == code.Id || IsBelow(code, rule.Code)));
        bool IsVetoed(Code code) => Against(code).Any(rule => rule.Settings.Strength == Strength.Never);
        int Points(Code code) => For(code).Sum(rule => rule.Settings.Strength switch { Strength.Weak => 1, Strength.Normal => 2, _ => 4 }) - 2 * Against(code).Count(rule => rule.Settings.Strength == Strength.Against);
        bool IsReached(Code code) => !IsVetoed(code) && Points(code) >= PointsNeeded;
        bool SharesWords(Code code) => found.Exists(hit => hit.Rule.Rule.Code == code.Id && hit.Rule.Points > 0 && found.Exists(other => other.Rule.Points > 0
            && codebook.Find(other.Rule.Rule.Code)!.Top != code.Top && Characters(hit).Intersect(Characters(other)).Any())); // every rule has a code of the book
    }

    private static bool IsBelow(Code code, string above) => code.Parent is { } parent && (parent.Id == above || IsBelow(parent, above));

    private static IEnumerable<int> Characters(RuleHit hit) => hit.Parts.SelectMany(part => Enumerable.Range(part.Start, part.Length));
}
