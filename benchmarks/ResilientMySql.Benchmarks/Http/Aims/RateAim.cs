using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Http.Aims;

/// <summary>How many times another contender's requests/s one is to answer.</summary>
/// <param name="Contender">Who is to be faster.</param>
/// <param name="Rival">Than whom.</param>
/// <param name="Table">How cities are found.</param>
/// <param name="Callers">With how many callers.</param>
/// <param name="Least">How many times at least.</param>
internal readonly record struct RateAim(HttpContender Contender, HttpContender Rival, CityTable Table, int Callers, double Least)
{
    /// <summary>Null where it is about another cell.</summary>
    public CheckedAim? Check(HttpResult result)
    {
        if ((result.Cell.Table, result.Cell.Callers) != (Table, Callers))
            return null;

        Ratio ratio = result[Contender].Over(result[Rival]);
        return new CheckedAim(
            $"{result.Cell}, {HttpContenders.NameOf(Contender)}",
            FormattableString.Invariant($"at least {Least:0.00} × the requests/s of {HttpContenders.NameOf(Rival)}"),
            FormattableString.Invariant($"{ratio} ×"),
            ratio.Middle >= Least);
    }
}
