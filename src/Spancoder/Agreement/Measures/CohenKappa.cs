namespace Spancoder.Agreement.Measures;

/// <summary>Cohen's kappa of two coders, on the units that both judged.</summary>
/// <remarks>
/// (p_o - p_e) / (1 - p_e) with p_e = sum_k p_k. p_.k from each coder's own shares. Low where a category is very common or very rare, whatever the agreement.
/// Undefined where both used one and the same category throughout. J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
/// Measurement 20(1), 1960, p. 37-46; standard errors: J. L. Fleiss, J. Cohen, B. S. Everitt, Large sample standard errors of kappa and weighted kappa,
/// Psychological Bulletin 72(5), 1969, p. 323-327.
/// </remarks>
public sealed class CohenKappa
{
    private const string NoPair = "the two coders judged no unit in common";

    private readonly PairTable _table;
    private readonly double[] _first; // p_k.
    private readonly double[] _second; // p_.k

    public CohenKappa(PairTable table)
    {
        _table = table;
        var all = (double)Math.Max(1, table.Units);
        _first = [.. table.Categories.Select((_, k) => table.OfFirst(k) / all)];
        _second = [.. table.Categories.Select((_, k) => table.OfSecond(k) / all)];
        Parts = table.Units == 0
            ? ChanceCorrected.Undefined(NoPair)
            : ChanceCorrected.Of(Categories.Sum(k => Share(k, k)), Categories.Sum(k => (double)table.OfFirst(k) * table.OfSecond(k)) / ((double)table.Units * table.Units));
    }

    public ChanceCorrected Parts { get; }

    public Figure Coefficient => Parts.Coefficient;

    /// <summary>Of the estimate, for intervals. Of one unit the formula gives 0, which says nothing.</summary>
    public Figure StandardError
    {
        get
        {
            if (Coefficient is not { Value: { } kappa }) return Coefficient;

            var expected = Expected;
            var diagonal = Categories.Sum(k => Share(k, k) * Square(1 - ((_first[k] + _second[k]) * (1 - kappa))));
            var outside = Square(1 - kappa) * Cells.Where(cell => cell.Row != cell.Column).Sum(cell => Share(cell.Row, cell.Column) * Square(_second[cell.Row] + _first[cell.Column]));
            return Root(diagonal + outside - Square(kappa - (expected * (1 - kappa))), _table.Units * Square(1 - expected));
        }
    }

    /// <summary>If kappa were 0, for a test that it is.</summary>
    public Figure StandardErrorAtChance
    {
        get
        {
            if (Coefficient.Reason is not null) return Coefficient;

            var expected = Expected;
            var sum = Categories.Sum(k => _first[k] * _second[k] * (_first[k] + _second[k]));
            return Root(expected + Square(expected) - sum, _table.Units * Square(1 - expected));
        }
    }

    /// <summary>kappa +- 1.96 standard errors, cut to [-1, 1].</summary>
    public (double Low, double High)? Interval =>
        Coefficient.Value is { } kappa && StandardError.Value is { } error ? (Math.Max(-1, kappa - (Normal975 * error)), Math.Min(1, kappa + (Normal975 * error))) : null;

    /// <summary>The highest kappa that these coders' shares of the categories allow.</summary>
    public Figure Highest => Coefficient.Reason is null ? ChanceCorrected.Of(Categories.Sum(k => Math.Min(_first[k], _second[k])), Expected).Coefficient : Coefficient;

    private const double Normal975 = 1.959963984540054; // the 97.5 % point of the normal distribution

    private double Expected => Parts.Expected.Value ?? 1; // where it is undefined so is kappa, and nobody comes here

    private IEnumerable<int> Categories => Enumerable.Range(0, _table.Categories.Count);

    private IEnumerable<(int Row, int Column)> Cells => Categories.SelectMany(row => Categories.Select(column => (row, column)));

    private double Share(int row, int column) => (double)_table[row, column] / _table.Units;

    private static double Square(double x) => x * x;

    // A sum that should be 0 may come out a little above or below, and the root of a little is not so little.
    private static Figure Root(double sum, double by) => Figure.Of(sum < Nothing ? 0 : Math.Sqrt(sum / by));

    private const double Nothing = 1e-15;
}
