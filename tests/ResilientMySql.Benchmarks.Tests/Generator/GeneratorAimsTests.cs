using ResilientMySql.Benchmarks.Generator;

namespace ResilientMySql.Benchmarks.Tests.Generator;

/// <summary>Which results <c>./bench generator --assert</c> fails for.</summary>
public sealed class GeneratorAimsTests
{
    [Fact]
    public void Met_IsQuiet() => Assert.Empty(GeneratorAims.MissedBy([.. Of(100, 100, 20), .. Of(1_000, 1_000, 400)]));

    [Fact]
    public void OneMethod_DoesNotCount() => Assert.Empty(GeneratorAims.MissedBy([.. Of(1, 1, 5), .. Of(100, 100, 20)]));

    [Fact]
    public void DearerThanACompile_IsNamed() => Assert.Equal(
        ["Keystroke of 100 methods: 1.01 of a compile; the aim is 1 at most"],
        GeneratorAims.MissedBy(Of(100, 100, 101)));

    [Fact]
    public void DearerAmongMore_IsNamed() => Assert.Equal(
        ["Keystroke: a method of 1000 costs 2.1 times what one of 100 does; the aim is 2 at most"],
        GeneratorAims.MissedBy([.. Of(100, 100, 20), .. Of(1_000, 1_000, 420)]));

    private static GeneratorResult[] Of(int methods, double compile, double keystroke) =>
    [
        new(methods, GeneratorOperation.Compile, [TimeSpan.FromMilliseconds(compile)]),
        new(methods, GeneratorOperation.Keystroke, [TimeSpan.FromMilliseconds(keystroke)]),
    ];
}
