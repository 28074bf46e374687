using System.Security.Cryptography;
using System.Text;
using Spancoder.Coders;
using Spancoder.Learning;

namespace Spancoder.Reporting;

/// <summary>A classifier with all that has to be known of it.</summary>
internal sealed record TrainedModel
{
    public required Classifier Classifier { get; init; }

    /// <summary>How it was made to decide, with or beside the rules.</summary>
    public required Decide Decide { get; init; }

    public required ModelFacts Facts { get; init; }

    /// <summary>How good it is, as far as its own lessons tell: each by what was learned from other documents.</summary>
    public required IReadOnlyList<ReportBlock> HowGood { get; init; }

    /// <summary>Whether there is any code of which enough was learned.</summary>
    public bool HasLearned => Classifier.Codes.Any(code => code.Model is not null);

    /// <summary>As a machine that codes. What it has not learned is left to the rules.</summary>
    public Machine On(Rules.RuleSets rules) => new(rules) { Classifier = HasLearned ? Classifier : null, Decide = HasLearned ? Decide : Decide.Rules };
}

/// <summary>What a classifier was made of.</summary>
internal sealed record ModelFacts
{
    public required string Engine { get; init; }

    public required double C { get; init; }

    /// <summary>What its segments were: "turn".</summary>
    public required string Unit { get; init; }

    /// <summary>Into how many the documents were parted to find probabilities and thresholds.</summary>
    public required int Folds { get; init; }

    /// <summary>Who judged how many of the segments that it learned from; in order of name.</summary>
    public required IReadOnlyDictionary<string, int> Coders { get; init; }

    public required int Segments { get; init; }

    /// <summary>How many of them were drawn by chance.</summary>
    public required int Drawn { get; init; }

    /// <summary>Segments that people judged and that were drawn by chance, from which it did not learn.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Why a random sample cannot correct what it gives, as a clause; null where it can.</summary>
    public string? WhyNotCorrected => Drawn == 0
        ? null
        : $"the model learned from {Text.Counted.Of(Drawn, "segment")} drawn by chance, and knows these better than the others; leave out --with-sample, or give 'spancoder train' the lists with --sample";

    /// <summary>The documents that it learned from: SHA-256 of their bytes, in order.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>SHA-256 of what it learned from: ids, hashes of text, and labels, in order.</summary>
    public required string DataHash { get; init; }

    public static string HashOf(IEnumerable<LabelledSegment> lessons)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var lesson in lessons)
        {
            var labels = string.Concat(lesson.Labels.Select(label => label switch { true => '1', false => '0', null => '-' }));
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{lesson.Document}#{lesson.Number}\t{lesson.Hash}\t{labels}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
