using System.Text.Json;
using Spancoder.Reporting.Sections;

namespace Spancoder.Tests.Reporting;

/// <summary>Log-likelihood as Rayson and Garside (2000) write Dunning's (1993), and Hardie's log ratio (2014): by hand, and as R works them out (tests/reporting/oracle.R).</summary>
public class KeynessTests
{
    // a = 100 of 10,000 there, b = 50 of 20,000 elsewhere: E1 = 10,000 * 150 / 30,000 = 50, E2 = 100.
    // G2 = 2 (100 ln 2 + 50 ln (1/2)) = 100 ln 2; the word is 0.01 / 0.0025 = 4 times as often there, so the log ratio is 2.
    [Fact]
    public void By_hand()
    {
        Keyness keyness = new(100, 50, 10_000, 20_000);
        Assert.Equal(100 * Math.Log(2), keyness.LogLikelihood, 10);
        Assert.Equal(2, keyness.LogRatio, 12);
    }

    // Never elsewhere: G2 = 2 * 10 ln (10 / (1,000 * 10 / 4,000)) = 20 ln 4; none counts as one half: (10 / 1,000) / (0.5 / 3,000) = 60.
    [Fact]
    public void By_hand_where_a_word_is_never_said_elsewhere()
    {
        Keyness keyness = new(10, 0, 1_000, 3_000);
        Assert.Equal(20 * Math.Log(4), keyness.LogLikelihood, 10);
        Assert.Equal(Math.Log2(60), keyness.LogRatio, 12);
    }

    [Fact]
    public void A_word_that_is_as_frequent_everywhere_is_key_to_nothing()
    {
        Keyness keyness = new(10, 30, 1_000, 3_000);
        Assert.Equal(0, keyness.LogLikelihood, 10);
        Assert.Equal(0, keyness.LogRatio, 12);
    }

    [Fact]
    public void As_R_says()
    {
        using var oracle = JsonDocument.Parse(Repository.Read("tests", "reporting", "oracle.json"));
        var rows = oracle.RootElement.GetProperty("keyness").EnumerateArray().ToList();
        Assert.Equal(40, rows.Count);
        foreach (var row in rows.Where(row => row.GetProperty("b").GetInt32() > 0))
        {
            Keyness keyness = new(row.GetProperty("a").GetInt32(), row.GetProperty("b").GetInt32(), row.GetProperty("c").GetInt64(), row.GetProperty("d").GetInt64());
            var expected = row.GetProperty("two").GetDouble();
            Assert.Equal(expected, keyness.LogLikelihood, Math.Max(1e-6, 1e-9 * expected)); // R prints twelve digits
            Assert.Equal(row.GetProperty("ratio").GetDouble(), keyness.LogRatio, 1e-9);

            // What is left out is small where a word is one of many.
            Assert.InRange(row.GetProperty("four").GetDouble(), expected, expected * 1.1 + 0.01);
        }
    }
}
