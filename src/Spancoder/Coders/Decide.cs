namespace Spancoder.Coders;

/// <summary>Who decides what the machine codes, as <c>--decide</c> names it.</summary>
internal enum Decide
{
    /// <summary>The rules alone.</summary>
    Rules,

    /// <summary>A classifier that knows nothing of the rules.</summary>
    Model,

    /// <summary>A classifier to which what the rules found is a part of what it looks at; what a rule forbids stays forbidden.</summary>
    Both,

    /// <summary>As <see cref="Both"/>, and whatever the rules give besides.</summary>
    Either,
}
