namespace ResilientMySql.Generators.Model;

/// <summary>A file with SQL among the project's additional files.</summary>
internal sealed record SqlFileModel(string Path, string Text);
