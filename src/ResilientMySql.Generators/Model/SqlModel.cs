namespace ResilientMySql.Generators.Model;

/// <summary>Where a method's SQL is: its text, or the end of the path of the file that has it.</summary>
internal sealed record SqlModel(string? Text, string? File);
