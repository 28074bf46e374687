using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Spancoder.Coders;
using Spancoder.Learning;
using Spancoder.Reporting;
using Spancoder.Rules;
using Spancoder.Tests.Coders;
using Spancoder.Text;

namespace Spancoder.Tests.Reporting;

public sealed class ModelFileTests(TrainedStudy study) : IClassFixture<TrainedStudy>
{
    private const string Broken = "model: its hash is right, but what it holds is not what this version writes: train it again with 'spancoder train'.";
    private const string NotWhole = "model: it is not whole, or was changed since it was written: copy it again, or train it again with 'spancoder train'.";
    private const string NoModel = "model: this is no model: give --model a file that 'spancoder train' wrote.";

    [Theory, InlineData("model"), InlineData("both"), InlineData("either")]
    public void What_is_read_gives_the_same_probabilities_to_the_last_bit(string decide)
    {
        var way = Enum.Parse<Decide>(decide, ignoreCase: true);
        foreach (var withPrevious in new[] { false, true })
        {
            var model = study.Model(way, withPrevious);
            var read = Read(Bytes(model), study.Rules);
            Assert.Equal(way, read.Decide);
            Assert.Equal(ProbabilitiesOf(model), ProbabilitiesOf(read));
            Assert.Equal(model.Classifier.Codes.Select(code => (code.Examples, code.WhyNot, code.Model?.Cutoffs, code.Model?.Scaling)), read.Classifier.Codes.Select(code => (code.Examples, code.WhyNot, code.Model?.Cutoffs, code.Model?.Scaling)));
            Assert.Equal(MarkdownLayout.Write(ModelCard.Of(model, study.Rules, "1")), MarkdownLayout.Write(ModelCard.Of(read, study.Rules, "1")));
        }
    }

    [Fact]
    public void What_is_written_again_is_the_same()
    {
        var bytes = Bytes(study.Model());
        Assert.Equal(bytes, Bytes(Read(bytes, study.Rules)));
    }

    [Fact]
    public void It_says_whether_it_knows_the_sample()
    {
        var model = study.Model();
        var known = model with { Facts = model.Facts with { Drawn = 3, LeftOut = 2 } };
        Assert.Null(Read(Bytes(model), study.Rules).Facts.WhyNotCorrected);
        Assert.Equal((3, 2), (Read(Bytes(known), study.Rules).Facts.Drawn, Read(Bytes(known), study.Rules).Facts.LeftOut));
        Assert.StartsWith("the model learned from 3 segments drawn by chance", Read(Bytes(known), study.Rules).Facts.WhyNotCorrected, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_change_no_byte()
    {
        var bytes = Bytes(study.Model());
        Assert.Equal(bytes, Bytes(study.Model(threads: 2)));
        Assert.Equal(bytes, Bytes(study.Model(threads: 8)));
    }

    [Fact]
    public void Its_head_is_JSON_that_people_can_read_and_holds_nobodys_words()
    {
        var bytes = Bytes(study.Model());
        var lines = Encoding.UTF8.GetString(bytes, 0, EndOfHead(bytes)).Split('\n');
        Assert.Equal("spancoder model 1", lines[0]);
        Assert.Matches("^sha256 [0-9a-f]{64}$", lines[1]);
        var head = JsonNode.Parse(string.Join('\n', lines[2..]))!; // it is JSON
        Assert.Equal(["codebook", "options", "data", "codes", "how_good"], head.AsObject().Select(property => property.Key));
        Assert.Equal("both", (string?)head["options"]!["decide"]);
        Assert.Equal("""{"ann":160,"ben":40}""", head["data"]!["coders"]!.ToJsonString());
        foreach (var word in "river kiln pupils website 下雨 价格".Split(' ')) Assert.DoesNotContain(word, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_zero_are_not_stored()
    {
        var bytes = Bytes(study.Model());
        var rest = bytes.AsSpan(EndOfHead(bytes) + 2);
        var classifier = study.Model().Classifier;
        foreach (var code in classifier.Codes.Where(code => code.Model is not null))
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(rest);
            Assert.Equal(Enumerable.Range(0, classifier.Space.Size).Count(feature => classifier.WeightOf(feature, classifier.LaneOf(code.Code)) != 0), count);
            Assert.True(count < classifier.Space.Size / 4);
            rest = rest[4..];
            for (var at = 0; at < count; at++)
            {
                var length = 1;
                while (rest[length - 1] >= 0x80) length++;
                Assert.NotEqual(0, BinaryPrimitives.ReadSingleLittleEndian(rest[length..]));
                rest = rest[(length + 4)..];
            }
        }

        Assert.Equal(0, rest.Length);
    }

    [Fact]
    public void One_that_was_cut_off_is_refused_wherever_it_was()
    {
        var bytes = Bytes(study.Model());
        SplitMix64 chance = new(1);
        foreach (var length in Enumerable.Range(0, 100).Concat(Enumerable.Range(0, 60).Select(_ => chance.Below(bytes.Length))).Append(bytes.Length - 1))
        {
            Assert.True(Refused(bytes[..length]) is NotWhole or NoModel);
        }
    }

    [Fact]
    public void One_in_which_a_byte_was_changed_is_refused_whichever_it_was()
    {
        var bytes = Bytes(study.Model());
        SplitMix64 chance = new(2);
        foreach (var at in Enumerable.Range(0, 120).Concat(Enumerable.Range(0, 300).Select(_ => chance.Below(bytes.Length))))
        {
            foreach (var flip in new[] { (byte)(1 + chance.Below(255)), (byte)'1' ^ '\r', 0x80 })
            {
                byte[] changed = [.. bytes];
                changed[at] ^= (byte)flip;
                var said = Refused(changed);
                Assert.True(said is NotWhole or NoModel || said.StartsWith("model: it is of another kind ('spancoder model ", StringComparison.Ordinal), said);
            }
        }
    }

    [Fact]
    public void One_of_another_version_is_refused_and_says_which()
    {
        var bytes = Bytes(study.Model());
        bytes["spancoder model ".Length] = (byte)'2';
        Assert.Equal("model: it is of another kind ('spancoder model 2') than this version reads ('spancoder model 1'): train it again with 'spancoder train'.", Refused(bytes));
    }

    [Fact]
    public void One_that_is_not_there_or_not_a_model_is_refused()
    {
        Assert.Equal(NoModel, Refused([]));
        Assert.Equal(NoModel, Refused("segment,code\n"u8.ToArray()));
        using TemporaryFolder folder = new();
        var file = Path.Combine(folder.Path, "model");
        Assert.Equal("there is no such file", Assert.Single(Assert.Throws<InputException>(() => ModelFile.Read(file, study.Rules)).Problems).What);
    }

    [Theory]
    [InlineData("version: 2.0.0", "version: 2.0.1", "its wording")]
    [InlineData("definition: Lamps.", "definition: Lights.", "its wording")]
    [InlineData("find: lantern,", "find: [lantern, torch],", "rules that look for something else: lantern")]
    [InlineData("id: lantern,", "id: torch,", "rules that are new: torch; rules that are gone: lantern")]
    public void One_for_another_codebook_is_refused_and_says_what_differs(string from, string to, string differs)
    {
        var other = TrainedStudy.ReadRules(from, to);
        var said = Refused(Bytes(study.Model()), other);
        Assert.StartsWith($"model: it was made for codebook {study.Rules.Codebook.Reference}, and this is {other.Codebook.Reference}; what differs: ", said, StringComparison.Ordinal);
        Assert.Contains(differs, said, StringComparison.Ordinal);
        Assert.EndsWith(": train it again with 'spancoder train', or give --codebook the one it was made for.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codes", "null")]
    [InlineData("codes", "[]")]
    [InlineData("codes", "7")]
    [InlineData("options/buckets", "1")]
    [InlineData("options/decide", "\"rules\"")]
    [InlineData("options/decide", "\"7\"")]
    [InlineData("options/decide", "\"System.Diagnostics.Process\"")]
    [InlineData("options/decide", "null")]
    [InlineData("options/previous_turn", "\"yes\"")]
    [InlineData("options/c", "1e999")]
    [InlineData("options/folds", "-1")]
    [InlineData("data/segments", "99999999999")]
    [InlineData("data/segments", "1.5")]
    [InlineData("data/coders", "{\"ann\":-3}")]
    [InlineData("data/coders", "[]")]
    [InlineData("data/documents_sha256", "{}")]
    [InlineData("codes/0/code", "\"teach\"")]
    [InlineData("codes/0/threshold", "0")]
    [InlineData("codes/0/threshold", "2")]
    [InlineData("codes/0/threshold", "\"0.4\"")]
    [InlineData("codes/0/bias", "-1e999")]
    [InlineData("codes/0/a", "{}")]
    [InlineData("codes/0/sure", "-0.5")]
    [InlineData("codes/0/given", "-1")]
    [InlineData("codes/4/left_to_the_rules", "null")]
    [InlineData("codebook/rules", "[]")]
    [InlineData("codebook/rules", "{\"a\\nb\":\"0\"}", true)]
    [InlineData("codebook/reference", "\"a\\u001bb\"", true)]
    [InlineData("how_good", "{}")]
    [InlineData("how_good", "[{\"heading\":\"x\",\"level\":-1}]")]
    [InlineData("how_good", "[{\"heading\":\"x\",\"level\":99999999}]")]
    [InlineData("how_good", "[{\"paragraph\":7}]")]
    [InlineData("how_good", "[{\"$type\":\"System.IO.FileInfo, System.Private.CoreLib\",\"fileName\":\"x\"}]")]
    [InlineData("how_good", "[{\"columns\":[\"a\",\"b\"],\"numbers\":\"0\",\"rows\":[],\"denominator\":\"\"}]")]
    [InlineData("how_good", "[{\"columns\":[\"a\",\"b\"],\"numbers\":\"01\",\"rows\":[[\"1\"]],\"denominator\":\"\"}]")]
    [InlineData("how_good", "[{\"columns\":[\"a\",\"b\"],\"numbers\":\"01\",\"rows\":[[\"1\",null]],\"denominator\":\"\"}]")]
    public void A_head_that_makes_no_sense_is_refused_though_its_hash_is_right(string path, string value, bool ofAnotherCodebook = false)
    {
        if (path == "codebook/rules" || ofAnotherCodebook)
        {
            Assert.Equal(Broken, Refused(WithHead(("codebook/sha256", "\"00\""), (path, value))));
            return;
        }

        Assert.Equal(Broken, Refused(WithHead((path, value))));
    }

    [Fact]
    public void A_head_without_something_is_refused_whatever_it_is()
    {
        var bytes = Bytes(study.Model());
        var whole = HeadOf(bytes);
        var tried = 0;
        foreach (var (container, name) in PropertiesIn(whole).Where(property => property.Name != "sure"))
        {
            var head = whole.DeepClone();
            var from = container.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(head, (node, step) => node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!); // it is there in the whole
            from.AsObject().Remove(name);
            Assert.Equal(Broken, Refused(Signed(head.ToJsonString(), WeightsOf(bytes))));
            tried++;
        }

        Assert.True(tried > 40);
    }

    [Fact]
    public void A_head_that_is_no_JSON_or_never_ends_is_refused()
    {
        var weights = WeightsOf(Bytes(study.Model()));
        Assert.Equal(Broken, Refused(Signed("", weights)));
        Assert.Equal(Broken, Refused(Signed("[]", weights)));
        Assert.Equal(Broken, Refused(Signed("7", weights)));
        Assert.Equal(Broken, Refused(Signed("{", weights)));
        Assert.Equal(Broken, Refused(Signed(string.Concat(Enumerable.Repeat("[", 100_000)), weights)));
        Assert.Equal(Broken, Refused(Signed([0xFF, 0xFE, 0x00])));
        Assert.Equal(Broken, Refused(Signed("{\"codebook\":"u8.ToArray()))); // no empty line behind it
    }

    [Fact]
    public void Weights_that_make_no_sense_are_refused_though_their_hash_is_right()
    {
        var bytes = Bytes(study.Model());
        var (head, good) = (HeadOf(bytes).ToJsonString(), WeightsOf(bytes));
        var size = study.Model().Classifier.Space.Size;
        Assert.NotNull(Read(Signed(head, good), study.Rules));
        Assert.All(
        [
            [],
            good[..^1],
            [.. good, 0],
            With(-1), // as many
            With(int.MinValue),
            With(int.MaxValue),
            With(size + 1),
            [.. Count(1), .. Enumerable.Repeat((byte)0x80, 1_000_000)], // a number without end
            [.. Count(1), 0x80, 0x80, 0x80, 0x80, 0x80, 0x01, .. Weight(1)],
            [.. Count(1), 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, .. Weight(1)], // beyond every feature
            [.. Count(2), 5, .. Weight(1), 0, .. Weight(1)], // a feature twice
            Replaced(float.NaN),
            Replaced(float.PositiveInfinity),
            Replaced(float.NegativeInfinity),
        ], (byte[] weights) => Assert.Equal(Broken, Refused(Signed(head, weights))));

        byte[] With(int count) => [.. Count(count), .. good[4..]];

        byte[] Replaced(float weight)
        {
            byte[] changed = [.. good];
            BinaryPrimitives.WriteSingleLittleEndian(changed.AsSpan(changed.Length - 4), weight);
            return changed;
        }

        static byte[] Count(int count) => BitConverter.GetBytes(count);

        static byte[] Weight(float weight) => BitConverter.GetBytes(weight);
    }

    [Fact]
    public void Whatever_stands_behind_a_right_hash_it_is_a_model_or_refused_in_one_line_and_takes_no_memory_to_speak_of()
    {
        var bytes = Bytes(study.Model());
        var start = bytes.AsSpan().IndexOf("{\n"u8);
        SplitMix64 chance = new(3);
        var (refused, before) = (0, GC.GetAllocatedBytesForCurrentThread());
        for (var round = 0; round < 300; round++)
        {
            byte[] rest = [.. bytes[start..]];
            var end = round % 2 == 0 ? EndOfHead(bytes) - start : rest.Length; // half of them in the head
            for (var change = 0; change < 1 + round % 5; change++) rest[chance.Below(end)] = (byte)chance.Below(256);
            if (round % 7 == 0) rest = rest[..chance.Below(rest.Length)];
            try
            {
                var model = Read(Signed(rest), study.Rules);
                MarkdownLayout.Write(ModelCard.Of(model, study.Rules, "1"));
                Assert.All(model.Classifier.Codes, code => Assert.True(code.Model is null || double.IsFinite(code.Model.Weights.Bias)));
            }
            catch (InputException wrong)
            {
                refused++;
                Assert.DoesNotContain(wrong.Message, char.IsControl);
            }
        }

        Assert.InRange(refused, 100, 299);
        Assert.True((GC.GetAllocatedBytesForCurrentThread() - before) / 300 < 60L * bytes.Length + 20_000_000);
    }

    private static byte[] Signed(string head, byte[] weights) => Signed([.. Encoding.UTF8.GetBytes(head), .. "\n\n"u8, .. weights]);

    private static byte[] Signed(byte[] rest) => [.. Encoding.ASCII.GetBytes($"spancoder model 1\nsha256 {Convert.ToHexStringLower(SHA256.HashData(rest))}\n"), .. rest];

    private static int EndOfHead(byte[] bytes) => bytes.AsSpan().IndexOf("\n\n"u8);

    private static byte[] WeightsOf(byte[] bytes) => bytes[(EndOfHead(bytes) + 2)..];

    private static JsonNode HeadOf(byte[] bytes) => JsonNode.Parse(bytes.AsSpan(bytes.AsSpan().IndexOf("{\n"u8)..EndOfHead(bytes)))!; // it is JSON

    private static IEnumerable<(string Container, string Name)> PropertiesIn(JsonNode node, string path = "") => node switch
    {
        JsonObject json when path is "/codebook/rules" or "/data/coders" => [],
        JsonObject json => json.SelectMany(property => PropertiesIn(property.Value ?? 0, $"{path}/{property.Key}").Prepend((path, property.Key))).Where(property => property.Item2 != "reference" && property.Item2 != "rules" && property.Item2 != "threshold"),
        JsonArray array => array.Index().SelectMany(item => PropertiesIn(item.Item ?? 0, $"{path}/{item.Index}")),
        _ => [],
    };

    private byte[] WithHead(params (string Path, string Value)[] changes)
    {
        var bytes = Bytes(study.Model());
        var head = HeadOf(bytes);
        foreach (var (path, value) in changes)
        {
            var steps = path.Split('/');
            var container = steps[..^1].Aggregate(head, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!); // it is there
            container[steps[^1]] = JsonNode.Parse("\"@@\"");
            head = JsonNode.Parse(head.ToJsonString().Replace("\"@@\"", value is "1e999" or "-1e999" ? "\"@number@\"" : value, StringComparison.Ordinal))!; // it is JSON
        }

        return Signed(head.ToJsonString().Replace("\"@number@\"", changes[^1].Value, StringComparison.Ordinal), WeightsOf(bytes));
    }

    private byte[] Bytes(TrainedModel model)
    {
        using MemoryStream stream = new();
        ModelFile.Write(stream, model, study.Rules);
        return stream.ToArray();
    }

    private static TrainedModel Read(byte[] bytes, RuleSets rules)
    {
        using TemporaryFolder folder = new();
        return ModelFile.Read(folder.Add("model", bytes), rules);
    }

    private string Refused(byte[] bytes) => Refused(bytes, study.Rules);

    // The one problem, as it is printed.
    private static string Refused(byte[] bytes, RuleSets rules)
    {
        var problem = Assert.Single(Assert.Throws<InputException>(() => Read(bytes, rules)).Problems);
        var said = (problem with { Place = new("model") }).ToString();
        Assert.DoesNotContain(said, char.IsControl);
        return said;
    }

    private List<long> ProbabilitiesOf(TrainedModel model)
    {
        Tokenizer tokenizer = new();
        FeatureExtractor extractor = new(model.Classifier.Space, tokenizer.Vocabulary);
        SetsMatcher matcher = new(study.Rules, tokenizer);
        List<long> bits = [];
        foreach (var document in study.Coded(study.Rules).Select(coded => coded.Segmented))
        {
            var tokens = tokenizer.ReadMemory(document.Document.Text);
            extractor.Each(document, tokens, matcher.Find(document, tokens), (_, features) => bits.AddRange(model.Classifier.Probabilities(features).Select(BitConverter.DoubleToInt64Bits)));
        }

        return bits;
    }
}
