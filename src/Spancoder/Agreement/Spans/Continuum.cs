namespace Spancoder.Agreement.Spans;

/// <summary>The documents that all of some coders were given, one after the other, cut by each of them into units of mutually exclusive codes and gaps.</summary>
/// <remarks>
/// Gaps count by their length alone, so a gap that a document's end cuts in two is the same as one gap, and which document follows which makes no difference.
/// A coder's overlapping spans of one code are one unit; spans that touch stay the two units that they were coded as.
/// </remarks>
internal sealed class Continuum
{
    private readonly long[] _length;
    private readonly long[] _agreed;
    private readonly long[] _shared;
    private readonly Int128[] _squares;
    private readonly Int128[] _sharedSquares;

    /// <param name="study">What was marked.</param>
    /// <param name="codes">Excluding each other.</param>
    /// <param name="coders">Two or more.</param>
    /// <exception cref="ArgumentException">A coder gave the same characters two of the codes.</exception>
    public Continuum(SpanStudy study, IReadOnlyList<string> codes, IReadOnlyList<string> coders)
    {
        (_length, _agreed, _shared, _squares, _sharedSquares) = (new long[codes.Count], new long[codes.Count], new long[codes.Count], new Int128[codes.Count], new Int128[codes.Count]);
        Coders = coders.Count;
        foreach (var document in study.DocumentsOfAll(coders))
        {
            Characters += study.LengthOf(document);
            Units[] ofCoders = [.. coders.Select(coder => Units.Of(study, document, coder, codes))];
            for (var first = 0; first < ofCoders.Length; first++)
            {
                Add(ofCoders[first]);
                for (var second = first + 1; second < ofCoders.Length; second++) Add(ofCoders[first], ofCoders[second]);
            }
        }
    }

    /// <summary>m.</summary>
    public int Coders { get; }

    /// <summary>How long it is.</summary>
    public long Characters { get; }

    /// <summary>l..: every character as often as there are coders.</summary>
    public long Length => Coders * Characters;

    public Category Code(int code) => new(_length[code], _agreed[code], _squares[code]);

    /// <summary>Marked, with whichever code.</summary>
    public Category AnyCode => new(_length.Sum(), Shared, Sum(_squares));

    /// <summary>Not marked. Two coders agree on that wherever neither of them has marked.</summary>
    public Category Gap
    {
        get
        {
            var (marked, gaps) = (_length.Sum(), Length - _length.Sum());
            return new(gaps, (Coders - 1) * (gaps - marked) + Shared, gaps);
        }
    }

    /// <summary>A code, only of the text that two coders have both marked, with whichever code: what the paper gives a star. Over all ordered pairs, so its length is (m - 1) l*_c.</summary>
    public Category SharedCode(int code) => new(_shared[code], _agreed[code], _sharedSquares[code]);

    /// <summary>(m - 1) l*..: where two coders have both marked, over all ordered pairs.</summary>
    public long Shared => _shared.Sum();

    private void Add(Units units)
    {
        foreach (var (run, code) in units.Runs.Zip(units.Codes))
        {
            _length[code] += run.Length;
            _squares[code] += (Int128)run.Length * run.Length;
        }
    }

    private void Add(Units first, Units second)
    {
        var (sharedOfFirst, sharedOfSecond) = (new long[first.Runs.Length], new long[second.Runs.Length]);
        foreach (var (i, j, length) in Run.Meetings(first.Runs, second.Runs))
        {
            sharedOfFirst[i] += length;
            sharedOfSecond[j] += length;
            if (first.Codes[i] == second.Codes[j]) _agreed[first.Codes[i]] += 2L * length; // as (first, second) and as (second, first)
        }

        AddShared(first, sharedOfFirst);
        AddShared(second, sharedOfSecond);
    }

    private void AddShared(Units units, long[] shared)
    {
        foreach (var (code, length) in units.Codes.Zip(shared))
        {
            _shared[code] += length;
            _sharedSquares[code] += (Int128)length * length;
        }
    }

    private static Int128 Sum(IEnumerable<Int128> numbers) => numbers.Aggregate(Int128.Zero, (sum, number) => sum + number);

    /// <summary>What one coder made of one document.</summary>
    /// <param name="Runs">In order, not overlapping.</param>
    /// <param name="Codes">Of each, an index.</param>
    private sealed record Units(Run[] Runs, int[] Codes)
    {
        public static Units Of(SpanStudy study, string document, string coder, IReadOnlyList<string> codes)
        {
            (Run Run, int Code)[] units =
            [
                .. codes.Index().SelectMany(code => Run.Union(study.SpansOf(document, coder, code.Item), joinTouching: false).Select(run => (run, code.Index)))
                    .OrderBy(unit => unit.run.Start),
            ];
            for (var next = 1; next < units.Length; next++)
            {
                if (units[next].Run.Start < units[next - 1].Run.End) throw new ArgumentException($"'{coder}' gave the same characters of '{document}' two of the codes", nameof(study));
            }

            return new([.. units.Select(unit => unit.Run)], [.. units.Select(unit => unit.Code)]);
        }
    }
}
