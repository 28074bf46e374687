using System.Globalization;
using Spancoder.Benchmarks;

if (args is ["generate", var megabytes, var folder]
    && int.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
{
    Corpus.Write(folder, size * 1_000_000L);
    return 0;
}

Console.Error.WriteLine("usage: generate MEGABYTES FOLDER");
return 2;
