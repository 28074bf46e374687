using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reporting;
using Spancoder.Review.Packets;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>Segments and a codebook for people who code independently of each other.</summary>
internal static class ReviewPacket
{
    public static Command Create()
    {
        StudyOptions study = new();
        var codebook = CodebookOption.Create();
        Option<string[]> coders = new("--coder") { Description = "Who codes. Given once for each person.", HelpName = "NAME", Required = true };
        Option<decimal?> overlap = new("--overlap") { Description = "The share of the segments that goes to every coder, e.g. 20%. The others go to one each. Default: 100%.", HelpName = "SHARE", CustomParser = Numbers.Share };
        Option<Portion?> sample = new("--sample") { Description = "How many segments, or which share of them, are handed out at all, e.g. 200 or 10%. Default: all.", HelpName = "N|SHARE", CustomParser = ReadSample };
        Option<string> order = new("--order")
        {
            Description = "document: documents shuffled, the segments of each as they were said. random: segments shuffled.",
            DefaultValueFactory = _ => "document",
            HelpName = "ORDER",
        };
        order.AcceptOnlyFromAmong("document", "random");
        Option<ulong?> seed = new("--seed") { Description = "A number that decides who gets what in which order. Default: 1.", HelpName = "N", CustomParser = ReadSeed };
        Option<int?> round = new("--round") { Description = "Which round of coding this is. Default: 1.", HelpName = "N", CustomParser = Numbers.Whole };
        var threads = ThreadsOption.Create();
        Option<string?> folder = new("--out") { Description = "The folder that becomes the packet. Must not hold one.", HelpName = "DIR", Required = true };

        Command command = new("packet", "Make a packet for people who code independently: a table and a page for each, and the plan.");
        study.AddTo(command);
        foreach (var option in (Option[])[codebook, coders, overlap, sample, order, seed, round, threads, folder]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var options = new CodingOptions { Reading = study.Reading(parsed, problems), Unit = study.Unit(parsed), Threads = ThreadsOption.Read(parsed, threads, problems), Progress = Terminal.ProgressOf(parsed) };
            var documents = study.ReadStudy(parsed, problems);
            var book = problems.Try(() => CodebookOption.Read(parsed.Text(codebook)))?.Codebook;
            if (book?.Codes is []) problems.Add(new(parsed.Text(codebook) ?? ""), "this is a file of rules on its own, and nothing says what their codes are", "give --codebook the folder of a codebook");
            PacketOptions packet = new()
            {
                Coders = ReadCoders(parsed.Texts(coders), problems, new(Arguments.NameOf(parsed))),
                Overlap = parsed.Sound(overlap) is { } share ? new(null, share) : Portion.All,
                Sample = parsed.Sound(sample) ?? Portion.All,
                Order = Enum.TryParse<PacketOrder>(parsed.Sound(order), ignoreCase: true, out var named) ? named : PacketOrder.Document,
                Seed = parsed.Sound(seed) ?? 1,
                Round = parsed.Sound(round) ?? 1,
            };
            if (packet.Round < 1) problems.Add(new(Arguments.NameOf(parsed)), $"--round {packet.Round} is below 1", "number the rounds from 1");
            var target = parsed.Text(folder);
            if (target is not null) CheckPlace(target, study.PathsIn(parsed), PacketFiles.Of(packet.Coders), problems);
            using var output = target is null || problems.Any ? null : OutputFolder.OpenFor("--out", target, problems);
            problems.StopIfAny();
            return Run(new(documents, book!, options, packet, target!), output!, parsed.InvocationConfiguration); // without problems all are there
        });
        return command;
    }

    private sealed record Request(Study Study, Codebook Codebook, CodingOptions Options, PacketOptions Packet, string Folder);

    private static int Run(Request request, OutputFolder folder, InvocationConfiguration terminal)
    {
        Problems problems = new();
        var read = StudySegments.Read(request.Study, request.Options, problems);
        problems.StopIfAny();

        List<PacketSegment> codable = [.. read.Documents.SelectMany(PacketSegment.In)];
        if (codable is []) throw new InputException(new("spancoder review packet"), "there is no segment that can be coded", "see with 'spancoder inspect' who is taken to be who");

        var packet = Packet.Deal(request.Codebook, request.Packet, codable);
        if (packet.Options.Coders.FirstOrDefault(coder => packet.For(coder) is []) is { } idle)
        {
            throw new InputException(new("spancoder review packet"), $"{Counted.Of(packet.Segments.Count, "segment")} to hand out, and none would go to '{idle}'", "raise --sample or --overlap, or name fewer coders");
        }

        foreach (var coder in packet.Options.Coders)
        {
            using (var table = folder.Create(PacketFiles.TableOf(coder))) PacketFiles.WriteTable(table, packet, coder);
            using var page = folder.Create(PacketFiles.PageOf(coder));
            PacketPage.Write(page, packet, coder);
        }

        using (var plan = folder.Create(PacketFiles.Plan)) PacketFiles.WritePlan(plan, packet);
        using (StreamWriter page = new(folder.Create(PacketFiles.Codebook))) page.Write(CodebookPage.Of(packet.Codebook, "en", withRules: false));
        using (var facts = folder.Create(PacketFiles.Facts)) PacketFiles.WriteFacts(facts, packet, App.Version);
        folder.Finish();

        StudyOptions.SayNotices(read.Notices, "what 'spancoder inspect' says", terminal.Error);
        terminal.Output.WriteLine($"{request.Folder} holds {packet.Segments.Count} of {Counted.Of(codable.Count, "codable segment")}, {packet.Shared} of them for every coder");
        foreach (var coder in packet.Options.Coders) terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{packet.For(coder).Count,6}  {coder}"));
        return ExitCode.Done;
    }

    private static IReadOnlyList<string> ReadCoders(IReadOnlyList<string> given, Problems problems, Place place)
    {
        foreach (var name in given)
        {
            if (CoderName.WhatIsWrong(name) is { } wrong) problems.Add(place, $"--coder '{name}' {wrong}", "write another name, such as ann");
        }

        // Files of names that differ only in case are one file on some machines.
        foreach (var same in given.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            problems.Add(place, $"--coder '{same.Key}' is given {same.Count()} times", "give every coder a name of their own");
        }

        return [.. given.Order(StringComparer.Ordinal)];
    }

    // What somebody has coded must never be written over, nor be read as a transcript.
    private static void CheckPlace(string folder, IEnumerable<string> study, IEnumerable<string> names, Problems problems)
    {
        if (names.FirstOrDefault(name => Path.Exists(Path.Combine(folder, name))) is { } there)
        {
            problems.Add(new(Path.Combine(folder, there)), "this file would be replaced, and somebody may have coded in it", "give --out a new folder");
        }

        StudyPlace.CheckIsApart(folder, study, "--out", "a folder elsewhere, or one whose name begins with _", problems);
    }

    private static Portion? ReadSample(ArgumentResult given)
    {
        var text = given.Tokens[0].Value;
        if (Portion.TryRead(text, out var portion) && portion is not { Count: 0 } and not { Count: null, Share: 0 }) return portion;

        given.AddError($"--sample '{text}' is neither a number of segments, such as 200, nor a share, such as 10%");
        return null;
    }

    private static ulong? ReadSeed(ArgumentResult given)
    {
        if (ulong.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;

        given.AddError($"--seed '{given.Tokens[0].Value}' is not a whole number");
        return null;
    }
}
