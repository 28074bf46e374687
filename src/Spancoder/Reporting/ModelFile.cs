using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Learning;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>
/// A model in a file: a line that says what it is, a line with a hash of all that follows, a head in JSON that people can read, an empty line, and the weights that are not zero. Described in docs/learning.md.
/// </summary>
/// <remarks>It is read as numbers and text and nothing else: nothing in it can name a type or run.</remarks>
internal static class ModelFile
{
    public const string Magic = Kind + "1";

    private const string Kind = "spancoder model ";
    private const int BytesOfWeight = 5; // at least: one for the feature, four for the weight
    private const long Longest = 1L << 30;
    private static readonly JsonWriterOptions Readable = Json.Output with { Indented = true, NewLine = "\n" };
    private static readonly byte[] EndOfHead = "\n\n"u8.ToArray();

    public static void Write(Stream stream, TrainedModel model, RuleSets rules)
    {
        using MemoryStream rest = new();
        using (Utf8JsonWriter json = new(rest, Readable)) WriteHead(json, model, rules);
        rest.Write(EndOfHead);
        WriteWeights(rest, model.Classifier);
        var bytes = rest.GetBuffer().AsSpan(0, (int)rest.Length);
        stream.Write(Encoding.UTF8.GetBytes($"{Magic}\nsha256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}\n"));
        stream.Write(bytes);
    }

    /// <param name="file">As the user can find it.</param>
    /// <param name="rules">Of the codebook that it has to be for.</param>
    /// <exception cref="InputException">It is no model, is not whole, or was made for another codebook.</exception>
    public static TrainedModel Read(string file, RuleSets rules)
    {
        Place place = new(file);
        var bytes = ReadBytes(file, place);
        var rest = WhatItClaims(bytes, place);
        var end = rest.Span.IndexOf(EndOfHead);
        try
        {
            using var head = JsonDocument.Parse(rest[..end]);
            CheckCodebook(head.RootElement.GetProperty("codebook"), rules, place);
            return ReadModel(head.RootElement, rest.Span[(end + EndOfHead.Length)..], rules);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InputException(place, "its hash is right, but what it holds is not what this version writes", "train it again with 'spancoder train'");
        }
    }

    private static byte[] ReadBytes(string file, Place place)
    {
        try
        {
            if (new FileInfo(file).Length > Longest) throw new InputException(place, "it is longer than a gigabyte, and no model is", "give --model a file that 'spancoder train' wrote");
            return File.ReadAllBytes(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException(place, Directory.Exists(file) ? "this is a folder" : File.Exists(file) ? "it cannot be read" : "there is no such file", "give --model a file that 'spancoder train' wrote");
        }
    }

    // What stands behind its hash.
    private static ReadOnlyMemory<byte> WhatItClaims(byte[] bytes, Place place)
    {
        const string HashMark = "sha256 ";
        var start = Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, Magic.Length + 1 + HashMark.Length + 65)).Split('\n');
        if (!start[0].StartsWith(Kind, StringComparison.Ordinal) || !WholeNumber.TryRead(start[0][Kind.Length..], out _)) throw new InputException(place, "this is no model", "give --model a file that 'spancoder train' wrote");
        if (start[0] != Magic) throw new InputException(place, $"it is of another kind ('{start[0]}') than this version reads ('{Magic}')", "train it again with 'spancoder train'");

        var head = Magic.Length + 1 + HashMark.Length + 65;
        if (start.Length < 3 || bytes.Length <= head || start[1] != HashMark + Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(head))))
        {
            throw new InputException(place, "it is not whole, or was changed since it was written", "copy it again, or train it again with 'spancoder train'");
        }

        return bytes.AsMemory(head);
    }

    private static void WriteHead(Utf8JsonWriter json, TrainedModel model, RuleSets rules)
    {
        var facts = model.Facts;
        json.WriteStartObject();
        WriteCodebook(json, rules);
        json.WriteStartObject("options");
        json.WriteString("engine", facts.Engine);
        json.WriteString("decide", model.Decide.ToString().ToLowerInvariant());
        json.WriteBoolean("previous_turn", model.Classifier.Space.WithPrevious);
        json.WriteString("unit", facts.Unit);
        json.WriteNumber("c", facts.C);
        json.WriteNumber("folds", facts.Folds);
        json.WriteNumber("buckets", FeatureSpace.Buckets);
        json.WriteNumber("features", model.Classifier.Space.Size);
        json.WriteEndObject();
        json.WriteStartObject("data");
        json.WriteString("sha256", facts.DataHash);
        json.WriteNumber("segments", facts.Segments);
        json.WriteNumber("drawn_by_chance", facts.Drawn);
        json.WriteNumber("left_out", facts.LeftOut);
        json.WriteStartObject("coders");
        foreach (var (coder, segments) in facts.Coders) json.WriteNumber(coder, segments);
        json.WriteEndObject();
        json.WriteStartArray("documents_sha256");
        foreach (var document in facts.Documents) json.WriteStringValue(document);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("codes");
        foreach (var code in model.Classifier.Codes) WriteCode(json, code);
        json.WriteEndArray();
        ReportJson.Write(json, "how_good", model.HowGood);
        json.WriteEndObject();
    }

    private static void WriteCodebook(Utf8JsonWriter json, RuleSets rules)
    {
        json.WriteStartObject("codebook");
        json.WriteString("reference", rules.Codebook.Reference);
        json.WriteString("sha256", rules.Codebook.Hash);
        json.WriteStartObject("rules");
        foreach (var rule in RulesOf(rules)) json.WriteString(rule.Key, rule.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // By id, the beginning of its hash.
    private static SortedDictionary<string, string> RulesOf(RuleSets rules) =>
        new(rules.Sets.SelectMany(set => set.Rules).ToDictionary(rule => rule.Rule.Id, rule => rule.Hash[..16]), StringComparer.Ordinal);

    private static void WriteCode(Utf8JsonWriter json, LearnedCode code)
    {
        json.WriteStartObject();
        json.WriteString("code", code.Code.Id);
        json.WriteNumber("given", code.Examples.Given);
        json.WriteNumber("not_given", code.Examples.NotGiven);
        json.WriteNumber("documents", code.Examples.Documents);
        if (code.WhyNot is { } why) json.WriteString("left_to_the_rules", why);
        if (code.Model is { } model)
        {
            json.WriteNumber("threshold", model.Cutoffs.Threshold);
            if (model.Cutoffs.Sure is { } sure) json.WriteNumber("sure", sure);
            else json.WriteNull("sure");
            json.WriteNumber("a", model.Scaling.A);
            json.WriteNumber("b", model.Scaling.B);
            json.WriteNumber("bias", model.Weights.Bias);
        }

        json.WriteEndObject();
    }

    // For each learned code how many weights follow, then each: how far its feature is from the one before, in groups of seven bits, and the weight in four bytes.
    private static void WriteWeights(Stream stream, Classifier classifier)
    {
        Span<byte> four = stackalloc byte[4];
        foreach (var code in classifier.Codes.Where(code => code.Model is not null))
        {
            var lane = classifier.LaneOf(code.Code);
            List<int> features = [.. Enumerable.Range(0, classifier.Space.Size).Where(feature => classifier.WeightOf(feature, lane) != 0)];
            BinaryPrimitives.WriteInt32LittleEndian(four, features.Count);
            stream.Write(four);
            var before = 0;
            foreach (var feature in features)
            {
                for (var gap = feature - before; ; gap >>= 7)
                {
                    stream.WriteByte((byte)(gap < 0x80 ? gap : gap & 0x7F | 0x80));
                    if (gap < 0x80) break;
                }

                BinaryPrimitives.WriteSingleLittleEndian(four, classifier.WeightOf(feature, lane));
                stream.Write(four);
                before = feature;
            }
        }
    }

    private static void CheckCodebook(JsonElement made, RuleSets rules, Place place)
    {
        if (made.GetProperty("sha256").GetString() == rules.Codebook.Hash) return;

        var now = RulesOf(rules);
        var then = made.GetProperty("rules").EnumerateObject().ToDictionary(rule => OneLine(rule.Name), rule => rule.Value.GetString());
        List<string> differs = [];
        Say("rules that are new", now.Keys.Where(rule => !then.ContainsKey(rule)));
        Say("rules that are gone", then.Keys.Where(rule => !now.ContainsKey(rule)));
        Say("rules that look for something else", now.Where(rule => then.TryGetValue(rule.Key, out var hash) && hash != rule.Value).Select(rule => rule.Key));
        var reference = OneLine(made.GetProperty("reference").GetString());
        var what = reference == rules.Codebook.Reference || differs is [] ? [.. differs, "its wording"] : differs;
        throw new InputException(place, $"it was made for codebook {reference}, and this is {rules.Codebook.Reference}; what differs: {string.Join("; ", what)}", "train it again with 'spancoder train', or give --codebook the one it was made for");

        void Say(string name, IEnumerable<string> ids)
        {
            var all = ids.Order(StringComparer.Ordinal).ToList();
            if (all is not []) differs.Add($"{name}: {string.Join(", ", all.Take(3))}{(all.Count > 3 ? $" and {all.Count - 3} more" : "")}");
        }
    }

    private static TrainedModel ReadModel(JsonElement head, ReadOnlySpan<byte> weights, RuleSets rules)
    {
        var (options, data) = (head.GetProperty("options"), head.GetProperty("data"));
        if (options.GetProperty("buckets").GetInt32() != FeatureSpace.Buckets) throw new FormatException();

        FeatureSpace space = new(rules, options.GetProperty("previous_turn").GetBoolean());
        if (options.GetProperty("features").GetInt32() != space.Size) throw new FormatException();

        var heads = head.GetProperty("codes").EnumerateArray().ToList();
        if (heads.Count != rules.Codebook.Codes.Count) throw new FormatException();

        List<(int Feature, float Weight)[]?> read = [];
        foreach (var code in heads) read.Add(code.TryGetProperty("threshold", out _) ? ReadWeights(ref weights, space.Size) : null);
        if (!weights.IsEmpty) throw new FormatException();

        int[] features = [.. read.OfType<(int Feature, float Weight)[]>().SelectMany(ofCode => ofCode.Select(weight => weight.Feature)).Distinct().Order()];
        var columnOf = features.Index().ToDictionary(feature => feature.Item, feature => feature.Index);
        List<LearnedCode> learned = [.. heads.Select((code, index) => ReadCode(code, rules.Codebook.Codes[index], read[index], columnOf))];
        return new()
        {
            Classifier = new(space, learned, features),
            Decide = DecideOf(options.GetProperty("decide").GetString()),
            HowGood = ReportJson.Read(head.GetProperty("how_good")),
            Facts = new()
            {
                Engine = options.GetProperty("engine").GetString() ?? "",
                C = Number(options.GetProperty("c")),
                Unit = options.GetProperty("unit").GetString() ?? "",
                Folds = Count(options.GetProperty("folds")),
                Coders = data.GetProperty("coders").EnumerateObject().ToDictionary(coder => coder.Name, coder => Count(coder.Value)),
                Segments = Count(data.GetProperty("segments")),
                Drawn = Count(data.GetProperty("drawn_by_chance")),
                LeftOut = Count(data.GetProperty("left_out")),
                Documents = [.. data.GetProperty("documents_sha256").EnumerateArray().Select(document => document.GetString() ?? "")],
                DataHash = data.GetProperty("sha256").GetString() ?? "",
            },
        };
    }

    private static LearnedCode ReadCode(JsonElement head, Code code, (int Feature, float Weight)[]? weights, Dictionary<int, int> columnOf)
    {
        if (head.GetProperty("code").GetString() != code.Id) throw new FormatException();

        LearnedCode learned = new(code, new(Count(head.GetProperty("given")), Count(head.GetProperty("not_given")), Count(head.GetProperty("documents"))));
        if (weights is null) return learned with { WhyNot = head.GetProperty("left_to_the_rules").GetString() ?? throw new FormatException() };

        var byColumn = new double[columnOf.Count];
        foreach (var (feature, weight) in weights) byColumn[columnOf[feature]] = weight;
        var sure = head.GetProperty("sure");
        return learned with
        {
            Model = new(
                new(byColumn, Number(head.GetProperty("bias"))),
                new(Number(head.GetProperty("a")), Number(head.GetProperty("b"))),
                new(Share(head.GetProperty("threshold")), sure.ValueKind == JsonValueKind.Null ? null : Share(sure))),
        };
    }

    private static Decide DecideOf(string? name) =>
        new[] { Decide.Model, Decide.Both, Decide.Either }.First(decide => decide.ToString().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string OneLine(string? text) => text is null || text.Any(char.IsControl) ? throw new FormatException() : text;

    private static int Count(JsonElement number) => number.GetInt32() is >= 0 and var count ? count : throw new FormatException();

    // A number too large for it is read as infinity.
    private static double Number(JsonElement number) => double.IsFinite(number.GetDouble()) ? number.GetDouble() : throw new FormatException();

    private static double Share(JsonElement number) => number.GetDouble() is > 0 and <= 1 and var share ? share : throw new FormatException();

    private static (int Feature, float Weight)[] ReadWeights(ref ReadOnlySpan<byte> bytes, int size)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[4..];
        if (count < 0 || count > bytes.Length / BytesOfWeight) throw new FormatException();

        var weights = new (int, float)[count];
        var feature = 0L;
        for (var at = 0; at < count; at++)
        {
            var gap = ReadGap(ref bytes);
            feature += gap;
            var weight = BinaryPrimitives.ReadSingleLittleEndian(bytes);
            if (feature >= size || gap == 0 && at > 0 || !float.IsFinite(weight)) throw new FormatException();
            weights[at] = ((int)feature, weight);
            bytes = bytes[4..];
        }

        return weights;
    }

    private static long ReadGap(ref ReadOnlySpan<byte> bytes)
    {
        var gap = 0L;
        for (var shift = 0; shift < 32; shift += 7) // what is longer is no feature's
        {
            var group = bytes[0];
            bytes = bytes[1..];
            gap |= (long)(group & 0x7F) << shift;
            if (group < 0x80) return gap;
        }

        throw new FormatException();
    }
}
