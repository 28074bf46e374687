namespace Spancoder.Text;

/// <summary>Turns positions in a text (UTF-16) into the code points that our files count in.</summary>
public sealed class CodePoints
{
    private readonly int[] _lowSurrogates;

    public CodePoints(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            _lowSurrogates = []; // nearly every text
            return;
        }

        List<int> found = [];
        for (var index = 1; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text[index - 1], text[index])) found.Add(index);
        }

        _lowSurrogates = [.. found];
    }

    /// <summary>How many code points stand before <paramref name="position"/>.</summary>
    public int At(int position)
    {
        if (_lowSurrogates is []) return position;

        var index = Array.BinarySearch(_lowSurrogates, position);
        return position - (index < 0 ? ~index : index);
    }

    /// <summary>The position before which <paramref name="count"/> code points stand.</summary>
    public int PositionOf(int count)
    {
        var pairs = 0;
        while (pairs < _lowSurrogates.Length && _lowSurrogates[pairs] - pairs <= count) pairs++;
        return count + pairs;
    }
}
