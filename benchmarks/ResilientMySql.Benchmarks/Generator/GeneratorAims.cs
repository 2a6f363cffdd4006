namespace ResilientMySql.Benchmarks.Generator;

/// <summary>What is aimed at for the generator, held against what was measured: ratios only.</summary>
internal static class GeneratorAims
{
    /// <summary>Of the compile that it belongs to.</summary>
    private const double MostOfACompile = 1;

    /// <summary>A method among ten times as many costs what it cost before, with some allowance for caches that are too small.</summary>
    private const double MostGrowthPerMethod = 2;

    private const int FewestThatCount = 100;

    public static IReadOnlyList<string> MissedBy(IReadOnlyList<GeneratorResult> results)
    {
        GeneratorResult[] counted = [.. results.Where(static result => result.Methods >= FewestThatCount)];
        return [.. Costly(counted), .. Growing(counted)];
    }

    private static IEnumerable<string> Costly(GeneratorResult[] results)
    {
        foreach (GeneratorResult result in results.Where(static result => result.Operation is not GeneratorOperation.Compile))
        {
            double share = result.Over(results.Single(other => other.Methods == result.Methods && other.Operation is GeneratorOperation.Compile)).Middle;
            if (share > MostOfACompile)
                yield return FormattableString.Invariant($"{result.Operation} of {result.Methods} methods: {share:0.00} of a compile; the aim is {MostOfACompile} at most");
        }
    }

    private static IEnumerable<string> Growing(GeneratorResult[] results)
    {
        foreach (IGrouping<GeneratorOperation, GeneratorResult> operation in results.GroupBy(static result => result.Operation))
        {
            foreach ((GeneratorResult fewer, GeneratorResult more) in operation.OrderBy(static result => result.Methods).Zip(operation.OrderBy(static result => result.Methods).Skip(1)))
            {
                double growth = more.MedianPerMethod / fewer.MedianPerMethod;
                if (operation.Key is not GeneratorOperation.Compile && growth > MostGrowthPerMethod)
                    yield return FormattableString.Invariant($"{operation.Key}: a method of {more.Methods} costs {growth:0.0} times what one of {fewer.Methods} does; the aim is {MostGrowthPerMethod} at most");
            }
        }
    }
}
