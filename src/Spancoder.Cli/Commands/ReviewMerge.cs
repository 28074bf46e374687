using System.CommandLine;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reporting;
using Spancoder.Review.Merging;
using Spancoder.Review.Packets;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>Files that people coded in, as one.</summary>
internal static class ReviewMerge
{
    public static Command Create()
    {
        // Files come first, so that a shell can name them all with one pattern; the study is one folder nearly always.
        Argument<string[]> files = new("FILE") { Description = "Files that people coded in: tables of a packet, filled in, or what its pages download.", Arity = ArgumentArity.ZeroOrMore };
        StudyOptions study = new(new Option<string[]>("--study") { Description = "Files and folders that were coded.", HelpName = "PATH", AllowMultipleArgumentsPerToken = true, Required = true });
        var codebook = CodebookOption.Create();
        Option<string?> into = new("--into") { Description = "The file that becomes the union of them all. What stands in it already stays.", HelpName = "FILE", Required = true };
        Option<bool> reAnchor = new("--re-anchor") { Description = "Move codings whose text has changed to where their text or quote is now, and list what was moved and what is lost." };
        Option<string[]> names = new("--coder-as") { Description = "Another name for a coder. May be given several times.", HelpName = "OLD=NEW" };
        var threads = ThreadsOption.Create();

        Command command = new("merge", "Merge what people coded into one file, checked against the study and the codebook.") { files };
        study.AddTo(command);
        foreach (var option in (Option[])[codebook, into, reAnchor, names, threads]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var options = new CodingOptions { Reading = study.Reading(parsed, problems), Unit = study.Unit(parsed), Threads = ThreadsOption.Read(parsed, threads, problems), Progress = Terminal.ProgressOf(parsed) };
            var documents = study.ReadStudy(parsed, problems);
            var book = problems.Try(() => CodebookOption.Read(parsed.Text(codebook)))?.Codebook;
            if (book?.Codes is []) problems.Add(new(parsed.Text(codebook) ?? ""), "this is a file of rules on its own, and nothing says what their codes are", "give --codebook the folder of a codebook");
            var target = parsed.Text(into);
            MergeOptions merge = new()
            {
                Into = target ?? "",
                Files = ReadFiles(parsed, files, problems),
                ReAnchor = parsed.Sound(reAnchor),
                Names = ReadNames(parsed.Texts(names), new(Arguments.NameOf(parsed)), problems),
            };
            if (target is not null) CheckPlace(target, study.PathsIn(parsed), problems);
            if (target is not null && merge.Files is [] && !File.Exists(target)) problems.Add(new(Arguments.NameOf(parsed)), "there is nothing to merge", "name the files that people coded in");
            problems.StopIfAny();
            return Run(new(documents, book!, options, merge), parsed.InvocationConfiguration); // without problems there is one
        });
        return command;
    }

    private sealed record Request(Study Study, Codebook Codebook, CodingOptions Options, MergeOptions Merge)
    {
        /// <summary>Empty for the one in which the user stands.</summary>
        public string Folder => Path.GetDirectoryName(Merge.Into) ?? "";

        public string FileName => Path.GetFileName(Merge.Into);

        // With this beginning, what is left aside is not read as codings where it lies.
        public string NameOfAside(string what) => $"_{Path.GetFileNameWithoutExtension(Merge.Into)}.{what}.csv";

        public string Aside(string what) => Path.Combine(Folder, NameOfAside(what));
    }

    private static int Run(Request request, InvocationConfiguration terminal)
    {
        Problems problems = new();
        var read = StudySegments.Read(request.Study, request.Options, problems);
        var merge = CodingsMerge.Of(request.Codebook, request.Merge, read.Documents, problems);
        if (request.Options.Reading.Strict) problems.Add(Notice.AsProblems(merge.Notices));
        problems.StopIfAny();

        var conflicts = Aside(request, "conflicts", merge.Conflicts.SelectMany(conflict => conflict.Other.Rows.Select(row => (row, $"another judgement is kept, of {conflict.Kept.Place}"))));
        var lost = Aside(request, "lost", merge.Lost.Select(lost => (lost.Row, lost.Why.What)));
        using (var folder = OutputFolder.OpenFor("--into a file in", Path.Combine(".", request.Folder), problems))
        {
            problems.StopIfAny();
            if (merge.Conflicts is not []) Write(folder, request.NameOfAside("conflicts"), conflicts);
            if (merge.Lost is not []) Write(folder, request.NameOfAside("lost"), lost);
            using (var file = folder.Create(request.FileName)) MergedTable.Write(file, merge.Rows);
            folder.Finish();
        }

        Say(request, merge, read.Notices, terminal);
        return merge.Conflicts is [] && merge.Lost is [] ? ExitCode.Done : ExitCode.BadInput;
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Aside(Request request, string what, IEnumerable<(MergedRow Row, string Why)> rows) =>
        rows.ToList() is [_, ..] found ? MergedTable.Aside(request.Aside(what), found) : [];

    private static void Write(OutputFolder folder, string name, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        using var file = folder.Create(name);
        MergedTable.WriteAside(file, rows);
    }

    private static void Say(Request request, CodingsMerge merge, int notices, InvocationConfiguration terminal)
    {
        var (output, error) = (terminal.Output, terminal.Error);
        StudyOptions.SayNotices(notices, "what 'spancoder inspect' says", error);
        foreach (var notice in merge.Notices.OrderBy(notice => notice.Place).ThenBy(notice => notice.What, StringComparer.Ordinal)) error.WriteLine(notice);
        foreach (var (other, kept) in merge.Conflicts.OrderBy(conflict => conflict.Other.Place))
        {
            error.WriteLine(new Problem(other.Place, $"coder '{other.Key.Coder}' judges segment '{other.Key.Segment}' in the same round otherwise at {kept.Place}, which is kept",
                $"decide which holds; this one stands in {request.Aside("conflicts")}"));
        }

        foreach (var why in merge.Lost.Select(lost => lost.Why).Distinct().OrderBy(problem => problem.Place)) error.WriteLine(why);
        if (merge.Lost is not []) error.WriteLine($"{Counted.Of(merge.Lost.Count, "coding")} of which nobody can tell the segment {(merge.Lost.Count == 1 ? "stands" : "stand")} in {request.Aside("lost")}.");

        foreach (var moved in merge.Moved) output.WriteLine($"moved: {moved}");
        output.WriteLine($"{request.Merge.Into} holds {Counted.Of(merge.Judgements.Count, "judgement")}, {merge.Judgements.Count - merge.Before} of them new, with {Counted.Of(merge.Rows.Count, "row")}");
        foreach (var coder in merge.Judgements.CountBy(judgement => judgement.Key.Coder).OrderBy(coder => coder.Key, StringComparer.Ordinal)) output.WriteLine($"{coder.Value,6}  {coder.Key}");
        if (merge.NotJudged > 0) output.WriteLine($"{Counted.Of(merge.NotJudged, "row")} without a code {(merge.NotJudged == 1 ? "was" : "were")} not judged yet");
    }

    private static List<string> ReadFiles(ParseResult parsed, Argument<string[]> files, Problems problems)
    {
        List<string> given = [.. parsed.GetResult(files)?.Tokens.Select(token => token.Value).Where(file => file.Length > 0) ?? []];
        foreach (var file in given.Where(file => !File.Exists(file)))
        {
            problems.Add(file is ['-', _, ..] ? Arguments.UnknownOption(parsed, file) : new(new(file), Directory.Exists(file) ? "this is a folder" : "there is no such file", "name the files that people coded in"));
        }

        return given;
    }

    private static Dictionary<string, string> ReadNames(IReadOnlyList<string> given, Place place, Problems problems)
    {
        Dictionary<string, string> names = [];
        foreach (var pair in given)
        {
            if (pair.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } old, { Length: > 0 } now]) problems.Add(place, $"--coder-as '{pair}' does not say who is to be named how", "write OLD=NEW, such as Anna=ann");
            else if (CoderName.WhatIsWrong(now) is { } wrong) problems.Add(place, $"--coder-as '{pair}': '{now}' {wrong}", "write another name, such as ann");
            else if (!names.TryAdd(old, now)) problems.Add(place, $"--coder-as names '{old}' twice", "leave one out");
        }

        return names;
    }

    private static void CheckPlace(string file, IEnumerable<string> study, Problems problems)
    {
        if (Directory.Exists(file)) problems.Add(new(file), "this is a folder", "give --into a file");
        else if (!Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase)) problems.Add(new(file), "this is not the name of a table", "give --into a file that ends with .csv");
        else StudyPlace.CheckIsApart(file, study, "--into", "a file in the folder codings of the study, or elsewhere", problems);
    }
}
