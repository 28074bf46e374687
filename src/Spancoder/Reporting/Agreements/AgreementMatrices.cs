using System.Globalization;
using CsvHelper;
using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Tables;
using Spancoder.Text;

namespace Spancoder.Reporting.Agreements;

/// <summary>The tables that the figures were computed from, and the lines of R that compute them again.</summary>
/// <remarks>Codes are named c001, c002, ...: programs fold the case of labels, and then two codes may become one.</remarks>
internal static class AgreementMatrices
{
    /// <param name="create">Makes a file of a name.</param>
    public static void Write(Func<string, Stream> create, AgreementFigures figures)
    {
        var judgements = figures.Judgements;
        using (var names = CsvWriter.Create(create("codes.csv"), Csv.Output))
        {
            Csv.WriteRow(names, "matrix", "code");
            foreach (var (index, code) in judgements.Codes.Index()) Csv.WriteRow(names, NameOf(index), code);
        }

        for (var code = 0; code < judgements.Codes.Count; code++)
        {
            var presence = judgements.Presence(code);
            Write(create(NameOf(code) + ".csv"), judgements, (unit, coder) => presence.Of(unit)[coder] is >= 0 and var value ? value.ToString(CultureInfo.InvariantCulture) : "");
        }

        Write(create("sets.csv"), judgements, (unit, coder) => judgements.Ratings.Of(unit)[coder] is >= 0 and var set ? judgements.Sets.NameOf(set) : "");
        using StreamWriter lines = new(create("agreement.R"));
        lines.Write(Lines.Replace("FEWEST", figures.Options.Frame == Frame.Pairable ? "2" : "1", StringComparison.Ordinal));
    }

    private static void Write(Stream stream, Judgements judgements, Func<int, int, string> value)
    {
        using var csv = CsvWriter.Create(stream, Csv.Output);
        Csv.WriteRow(csv, ["unit", "document", .. judgements.Coders]);
        foreach (var (unit, judged) in judgements.Units.Index())
        {
            if (judgements.Ratings.Of(unit).IndexOfAnyExcept(Ratings.Missing) < 0) continue;

            Csv.WriteRow(csv, [judged.Id, judged.Document, .. judgements.Coders.Select((_, coder) => value(unit, coder))]);
        }
    }

    private static string NameOf(int code) => string.Create(CultureInfo.InvariantCulture, $"c{code + 1:000}");

    private const string Lines = """
        # Computes alpha and AC1 of each code again, from the tables beside this file. install.packages("irrCAC")
        library(irrCAC)
        codes <- read.csv("codes.csv", colClasses = "character")
        for (i in seq_len(nrow(codes))) {
          ratings <- read.csv(paste0(codes$matrix[i], ".csv"), check.names = FALSE)[, -(1:2), drop = FALSE]
          ratings <- ratings[rowSums(!is.na(ratings)) >= FEWEST, , drop = FALSE]  # units that so many judged
          alpha <- krippen.alpha.raw(ratings)$est$coeff.val
          ac1 <- gwet.ac1.raw(ratings, categ.labels = c(0, 1))$est$coeff.val
          cat(codes$code[i], "alpha", alpha, "AC1", ac1, "\n")
        }

        """;
}
