using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Binding;

/// <summary>Finds files by the end of their paths.</summary>
internal static class SqlFiles
{
    /// <summary>Only files with this ending are looked at.</summary>
    public const string Extension = ".sql";

    /// <summary>Those whose path ends in <paramref name="end"/>, from the beginning of a folder's or the file's name.</summary>
    public static SqlFileModel[] Find(IEnumerable<SqlFileModel> files, string end) => [.. files.Where(file => IsEnd(file.Path, end))];

    public static bool IsEnd(string path, string end)
    {
        path = path.Replace('\\', '/');
        end = end.Replace('\\', '/').TrimStart('/');
        return end.Length > 0 && path.EndsWith(end, StringComparison.Ordinal)
            && (path.Length == end.Length || path[path.Length - end.Length - 1] == '/');
    }
}
