namespace Spancoder.Tests;

/// <summary>
/// Every folder in tests/cases is a test: <c>cmd</c> is run in a copy of it, and must print <c>out</c> and <c>err</c> and end with
/// <c>exit</c>. A missing file means empty output, or 0. GOLDEN=write makes them so; read the diff.
/// </summary>
public class Cases
{
    public static TheoryData<string> Folders()
    {
        TheoryData<string> folders = [];
        foreach (var cmd in Directory.EnumerateFiles(Repository.File("tests", "cases"), "cmd", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            folders.Add(Path.GetRelativePath(Repository.File("tests", "cases"), Path.GetDirectoryName(cmd)!));
        }

        return folders;
    }

    [Theory, MemberData(nameof(Folders))]
    public void Does_what_its_folder_says(string name)
    {
        var folder = Repository.File("tests", "cases", name);
        using TemporaryFolder copy = new();
        copy.CopyFrom(folder);
        foreach (var expected in new[] { "cmd", "out", "err", "exit" }) File.Delete(Path.Combine(copy.Path, expected));

        var command = File.ReadAllText(Path.Combine(folder, "cmd"));
        var (output, error, exit) = Shell.Run(command, copy.Path);
        Check(folder, "out", output);
        Check(folder, "err", error);
        Check(folder, "exit", exit == 0 ? "" : $"{exit}\n");
    }

    private static void Check(string folder, string name, string actual)
    {
        var file = Path.Combine(folder, name);
        if (Golden.IsRewriting && actual.Length > 0) File.WriteAllText(file, actual);
        else if (Golden.IsRewriting) File.Delete(file);

        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(expected == actual, $"{file} says:\n{expected}\nand this came:\n{actual}\n(the command: {File.ReadAllText(Path.Combine(folder, "cmd"))})");
    }
}
