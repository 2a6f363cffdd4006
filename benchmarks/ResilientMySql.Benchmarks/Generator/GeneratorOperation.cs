namespace ResilientMySql.Benchmarks.Generator;

/// <summary>What is measured, over the same project.</summary>
internal enum GeneratorOperation
{
    /// <summary>The compiler translates the project, with what was generated for it: what the others are held against.</summary>
    Compile,

    /// <summary>Everything is generated, as in a build.</summary>
    Everything,

    /// <summary>After an edit that is no concern of any query, as while typing.</summary>
    Keystroke,

    /// <summary>After an edit in the SQL of one query.</summary>
    SqlEdit,
}
