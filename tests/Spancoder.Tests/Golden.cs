namespace Spancoder.Tests;

internal static class Golden
{
    public static bool IsRewriting => Environment.GetEnvironmentVariable("GOLDEN") == "write";

    /// <summary>Fails unless <paramref name="actual"/> is what the file holds. With GOLDEN=write, makes it so; read the diff.</summary>
    public static void Matches(string file, string actual)
    {
        if (IsRewriting) File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"{file} is not there; run with GOLDEN=write and read the diff");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
