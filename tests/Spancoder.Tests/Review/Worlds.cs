using System.Text;
using Spancoder.Codebooks;
using Spancoder.Review.Packets;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Review;

/// <summary>Studies made by a seed: a few transcripts, in English and Chinese, with words that spreadsheets and pages could stumble over.</summary>
internal static class Worlds
{
    private static readonly string[] Words =
        ["we", "sold", "it", "abroad", "国外", "卖", "茶杯", "=1+2", "-", "@home", "'quoted'", "\"so\"", "<b>", "&amp;", "a,b", "😀", "𠮷", "\u202Eover", "kiln", "展会", "＝和", "trade fair"];

    private static readonly string[] Speakers = ["Q", "A", "B", "王师傅"];

    public static Codebook Codebook { get; } = Cli.CodebookOption.Read(Repository.File("tests", "cases", "_codebook")).Codebook;

    public static IReadOnlyList<SegmentedDocument> Documents(int seed)
    {
        SplitMix64 chance = new((ulong)seed, "documents");
        Tokenizer tokenizer = new();
        return
        [
            .. Enumerable.Range(1, 1 + chance.Below(5)).Select(number => Reading.Given.Document(Transcript(chance), $"d{number}.txt", "Q"))
                .Select(document => Segmenter.Split(document, tokenizer.Read(document.Text), SegmentUnit.Turn)),
        ];
    }

    public static List<PacketSegment> Codable(int seed) => [.. Documents(seed).SelectMany(PacketSegment.In)];

    public static TheoryData<int> Seeds()
    {
        TheoryData<int> seeds = [];
        foreach (var seed in Enumerable.Range(1, 60)) seeds.Add(seed);
        return seeds;
    }

    private static string Transcript(SplitMix64 chance)
    {
        StringBuilder text = new("Q: Who are you?\nA: Somebody of the town here.\n");
        for (var turn = chance.Below(30); turn > 0; turn--)
        {
            text.Append(Speakers[chance.Below(Speakers.Length)]).Append(": ");
            text.AppendJoin(' ', Enumerable.Range(0, 5 + chance.Below(15)).Select(_ => Words[chance.Below(Words.Length)])).Append(".\n");
        }

        return text.ToString();
    }
}
