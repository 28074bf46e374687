namespace Spancoder.Agreement.Spans;

/// <summary>One value that text can have for a coder: a code, a gap between marked spans, or any code at all; with the lengths that unitizing alpha is made of.</summary>
/// <param name="Length">l_c.: over all coders, in characters.</param>
/// <param name="Agreed">(m - 1) l_cc: where two coders have that value, over all ordered pairs of the m coders; a whole number, so that no sum depends on the order of its terms.</param>
/// <param name="Squares">S_c: of the lengths of its units, squared; of gaps, which are no units, the plain length.</param>
internal readonly record struct Category(long Length, long Agreed, Int128 Squares);
