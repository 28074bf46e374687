namespace Spancoder.Agreement;

/// <summary>Which units count.</summary>
public enum Frame
{
    /// <summary>Units that two or more coders judged. The default: every program gives the same figures for them.</summary>
    Pairable,

    /// <summary>Also units that one coder judged: they say how common a category is, though nothing of agreement (as irrCAC does).</summary>
    Rated,
}
