using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResilientMySql.Generators.Tests;

/// <summary>How a project has set its compiler.</summary>
internal sealed record LanguageSettings
{
    /// <summary>The oldest language that what is generated can be compiled in.</summary>
    public const LanguageVersion Oldest = LanguageVersion.CSharp12;

    /// <summary>A nullable reference where the project has none.</summary>
    private const string AnnotationOutsideContext = "CS8632";

    private const string MissingDocumentation = "CS1591";

    public static LanguageSettings Usual { get; } = new();

    /// <summary>The oldest and the newest language, each way to set nullable references, and every warning there is.</summary>
    public static IReadOnlyList<LanguageSettings> Others { get; } =
    [
        new() { Version = Oldest },
        new() { Version = Oldest, Nullable = NullableContextOptions.Disable },
        new() { Version = LanguageVersion.CSharp13, Nullable = NullableContextOptions.Annotations },
        new() { Version = LanguageVersion.CSharp14, Nullable = NullableContextOptions.Warnings },
        new() { Version = LanguageVersion.Preview, Nullable = NullableContextOptions.Disable },
        new() { Version = LanguageVersion.Preview, WantsDocumentation = true },
    ];

    public LanguageVersion Version { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Whether public members without documentation are warned of.</summary>
    public bool WantsDocumentation { get; init; }

    public CSharpParseOptions ParseOptions => new(Version, DocumentationMode.Diagnose);

    /// <summary>Every warning is wanted that a project can want.</summary>
    public CSharpCompilationOptions CompilationOptions =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: Nullable, allowUnsafe: true)
            .WithSpecificDiagnosticOptions(WantsDocumentation ? [] : [new(MissingDocumentation, ReportDiagnostic.Suppress)]);

    /// <summary>Whether the compiler's complaint is of the test's own source, and comes of nothing but the setting.</summary>
    public bool IsExpected(Diagnostic complaint) =>
        complaint.Location.SourceTree is { } tree && !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) && complaint.Id switch
        {
            AnnotationOutsideContext => Nullable is NullableContextOptions.Disable or NullableContextOptions.Warnings,
            MissingDocumentation => WantsDocumentation,
            _ => false,
        };
}
