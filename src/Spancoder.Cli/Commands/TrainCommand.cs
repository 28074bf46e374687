using System.CommandLine;
using Spancoder.Coders;
using Spancoder.Learning;
using Spancoder.Reporting;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>A model of people's codings, in a file.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        ReviewOptions study = new();
        LearningOptions learning = new("How the model will decide", "model", "both", "either");
        SampleOptions samples = new();
        Option<string?> coder = new("--coder") { Description = "Whose judgements to learn from. Default: everybody's; a segment has a code that more than half of them gave it.", HelpName = "NAME" };
        Option<string?> output = new("--out") { Description = "Where the model goes.", HelpName = "FILE" };
        Option<bool> force = new("--force") { Description = "Replace a model that is there." };
        var threads = ThreadsOption.Create();

        Command command = new("train", "Learn a codebook's codes from people's codings, write a model for 'spancoder code --model', and print its card.");
        study.AddTo(command);
        learning.AddTo(command);
        samples.AddTo(command);
        foreach (var option in (Option[])[coder, output, force, threads]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            Place place = new(Arguments.NameOf(parsed));
            var number = ThreadsOption.Read(parsed, threads, problems);
            var file = parsed.Text(output);
            if (file is null) problems.Add(place, "it does not say where the model goes", "give --out a file");
            else if (Directory.Exists(file)) problems.Add(new(file), "this is a folder", "give --out a file");
            else if (File.Exists(file) && !parsed.Sound(force)) problems.Add(new(file), "there is something of this name already", "give --out another name, or add --force");
            var read = study.Read(parsed, problems, samples.FilesIn(parsed));
            if (read is not null && file is not null) CheckThatItWillBeNoDocument(read, file, problems);
            if (read is { Coders.Count: 0 }) problems.Add(place, "there are no people's codings to learn from", "name files of them with --codings");
            else if (read is not null) NamedCoder.Check(parsed.Text(coder), read.Coders, isNeeded: false, place, problems);
            var training = learning.Training(parsed, number, problems);
            problems.StopIfAny();
            return Run(read! with { Options = read.Options with { Threads = number } }, learning, training!, new(read.Rules.Codebook, parsed.Text(coder), samples.LearnsFromSample(parsed)), file!, parsed); // without problems there are all
        });
        return command;
    }

    // The next run would read it.
    private static void CheckThatItWillBeNoDocument(ReviewedStudy study, string file, Problems problems)
    {
        var inside = Path.GetRelativePath(Paths.Real(study.Study.Root), Paths.Real(Path.GetFullPath(file))).Split(Path.DirectorySeparatorChar);
        if (inside[0] == ".." || Path.IsPathRooted(inside[0]) || inside.Any(part => part[0] is '_' or '.')) return;

        problems.Add(new(file), "this file would lie in the study, and be read as a document of it", "give --out a place elsewhere, or in a folder whose name begins with '_'");
    }

    private static int Run(ReviewedStudy study, LearningOptions learning, TrainingOptions training, JudgedSegments judged, string file, ParseResult parsed)
    {
        var terminal = parsed.InvocationConfiguration;
        var space = learning.SpaceOf(study.Rules, parsed);
        var pass = ReviewPass.Over(study, judged.Add, new Machine(study.Rules) { Features = space });
        foreach (var problem in pass.Problems.InOrder) terminal.Error.WriteLine(problem);
        StudyOptions.SayNotices(pass.Notices.Count, "the report of 'spancoder code'", terminal.Error);

        Place place = new(Arguments.NameOf(parsed));
        var model = TrainingPipeline.Learn(study.Rules, judged, space, training, learning.DecideIn(parsed), study.Options.Unit) ?? throw NothingToLearn(place, judged);
        if (!model.HasLearned) throw new InputException(place, ModelBlocks.WhyNothing(model), "code more segments: 'spancoder review next --random 100%' draws some over all documents");

        OutputFile.Write(file, "--out", stream => ModelFile.Write(stream, model, study.Rules));
        terminal.Output.Write(MarkdownLayout.Write(ModelCard.Of(model, study.Rules, App.Version)));
        return pass.Problems.Any ? ExitCode.BadInput : ExitCode.Done;
    }
    private static InputException NothingToLearn(Place place, JudgedSegments judged) => judged.LeftOut > 0
        ? new(place, $"all that people judged of these documents was drawn by chance ({Counted.Of(judged.LeftOut, "segment")}), which is kept from a model so that it can be corrected", "code other segments, or add --with-sample")
        : new(place, "nobody judged a segment of these documents", "name others, or give other codings with --codings");
}
