namespace Swap.Tests.Swapping;

/// <summary>A code base in a folder of its own, to be turned over; gone when disposed.</summary>
internal sealed class CodeBase : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("swap-");

    public string Root => _directory.FullName;

    /// <summary>The sample and its tests as they are, with what decides how they are built.</summary>
    public static CodeBase CopyOfTheSample()
    {
        var copy = new CodeBase();
        foreach (string file in (string[])[".editorconfig", "Directory.Build.props", "Directory.Packages.props", "global.json", "tests/Directory.Build.props", "tests/Directory.Build.targets"])
            copy.Write(file, File.ReadAllText(Repository.PathOf(file)));

        foreach (string folder in (string[])["samples/Swap", "samples/Swap/Shop", "tests/Swap.Tests", "tests/Swap.Tests/Shop"])
        {
            foreach (string file in Directory.EnumerateFiles(Repository.PathOf(folder)))
                copy.Write($"{folder}/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        return copy;
    }

    public string PathOf(string file) => Path.Combine(Root, file);

    public void Write(string file, string text)
    {
        string path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Every file with its text.</summary>
    public SortedDictionary<string, string> Read() => new(
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(Root, path), File.ReadAllText),
        StringComparer.Ordinal);

    /// <summary>Runs eng/swap.sh on this code base, with a reference to the project of this repository.</summary>
    public Task<(int ExitCode, string Output)> SwapAsync() =>
        Shell.RunAsync("eng/swap.sh", "--project", Repository.PathOf("src", "ResilientMySql", "ResilientMySql.csproj"), Root);

    public Task<(int ExitCode, string Output)> UndoAsync() => Shell.RunAsync("eng/swap.sh", "--undo", Root);

    public void Dispose() => _directory.Delete(recursive: true);
}
