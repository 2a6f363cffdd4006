namespace ResilientMySql.Generators.Model;

/// <summary>A place in a source file, without the syntax tree that a <c>Location</c> would keep alive.</summary>
internal readonly record struct SourceSpan(
    string FilePath, int Start, int Length, int StartLine, int StartCharacter, int EndLine, int EndCharacter);
