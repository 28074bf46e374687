namespace Spancoder.Tests.Reading.Formats;

/// <summary>What the files in files/quay say, each in its own format.</summary>
internal static class Quays
{
    public static readonly IReadOnlyList<string> Blocks =
    [
        "1 heading: A morning at the quay",
        "2 paragraph, bold 0.44: Interviewer: Where do you sell?",
        "3 paragraph: Rosa:\tMostly here. Café 𠮷 😀 / and abroad, since the spring.",
        "5 paragraph, after a gap, bold 1.00: Interviewer: 卖到哪里？",
        "6 paragraph: Rosa:  To Bergen, mostly by boat. “Čaj,” e\u0301té שלום\u200F да.",
        "7 paragraph: first the boats",
        "8 paragraph: then the carts",
        "9 table: Interviewer | And then? || Rosa | Then we wait. /  / And eat.",
        "15 paragraph: Interviewer: Thank you.",
        "16 paragraph: Rosa: Thank you.",
    ];

    public static readonly IReadOnlyList<string> Notices =
    [
        "quay:3: comments were left out (1 in all).",
        "quay:3: footnotes were left out (1 in all).",
        "quay:6: tracked insertions were kept (1 in all).",
        "quay:6: tracked deletions were left out (1 in all).",
        "quay:6: stretches of hidden text were left out (1 in all).",
        "quay:15: text boxes were left out (1 in all).",
    ];
}
