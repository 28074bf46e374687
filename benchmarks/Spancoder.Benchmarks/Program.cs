using System.Globalization;
using Spancoder.Benchmarks;

if (args is ["generate", var megabytes, var folder] && TryNumber(megabytes, out var size))
{
    Corpus.Write(folder, (long)(size * 1_000_000));
    return 0;
}

if (args is ["transcript", var amount, var into] && TryNumber(amount, out var length))
{
    TranscriptFiles.Write(into, Transcript.Make((long)(length * 1_000_000)));
    return 0;
}

if (args is ["reading", var of, var rounds, var where, .. var peers] && TryNumber(of, out var words) && TryNumber(rounds, out var times))
{
    var transcript = Transcript.Make((long)(words * 1_000_000));
    ReadingBenchmark.Run(TranscriptFiles.Write(where, transcript), transcript.Sum(one => one.Words.Length) / 1e6, (int)times, peers.FirstOrDefault());
    return 0;
}

if (args is ["matching", var wanted, var repeats, var folderOfCorpus, var script] && TryNumber(wanted, out var sizeOfCorpus) && TryNumber(repeats, out var repeated))
{
    new MatchingBenchmark(sizeOfCorpus, folderOfCorpus, script).Run((int)repeated);
    return 0;
}

if (args is ["judgements", var unitsOf, var file] && TryNumber(unitsOf, out var judged))
{
    AgreementBenchmark.Write(file, (int)judged);
    return 0;
}

if (args is ["agreement", var judgements, var times2] && TryNumber(times2, out var redrawn))
{
    AgreementBenchmark.Run(judgements, (int)redrawn);
    return 0;
}

if (args is ["lessons", var segments, var lessons] && int.TryParse(segments, NumberStyles.None, CultureInfo.InvariantCulture, out var lessonsWanted))
{
    new Lessons().Write(lessons, lessonsWanted);
    return 0;
}

if (args is ["lines", var ofLines, var lines] && TryNumber(ofLines, out var sizeOfLines))
{
    Console.WriteLine(new Lessons().WriteLines(lines, (long)(sizeOfLines * 1_000_000)));
    return 0;
}

if (args is ["learning", var folderOfLessons, var roundsOfLearning, var classifier] && TryNumber(roundsOfLearning, out var learnt))
{
    new LearningBenchmark(folderOfLessons, classifier).Run((int)learnt);
    return 0;
}

Console.Error.WriteLine("usage: generate MEGABYTES FOLDER | transcript MEGABYTES FOLDER | reading MEGABYTES ROUNDS FOLDER [PEERS.PY] | matching MEGABYTES ROUNDS FOLDER PEERS.PY | judgements UNITS FILE | agreement FILE REDRAWN | lessons SEGMENTS FOLDER | lines MEGABYTES FILE | learning FOLDER ROUNDS CLASSIFIER.PY");
return 2;

static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number > 0;
