namespace Spancoder;

/// <summary>One thing wrong with what the user gave us, said so that they can mend it. Never holds a participant's words.</summary>
/// <param name="Place">Where.</param>
/// <param name="What">What is wrong, with the value found and the value expected. A clause: no capital, no full stop.</param>
/// <param name="Mend">What to do about it, as an order.</param>
public sealed record Problem(Place Place, string What, string Mend)
{
    public override string ToString() => $"{Place}: {What}: {Mend}.";
}
