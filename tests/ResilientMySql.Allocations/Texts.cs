namespace ResilientMySql.Allocations;

/// <summary>The statements of both sides.</summary>
/// <remarks>
/// The server takes its time, so that an asynchronous caller always has to wait; it sorts, so that all rows come at once.
/// </remarks>
internal static class Texts
{
    public const string Scalar = "SELECT city_id FROM city WHERE city_id = ? AND SLEEP(0.001) = 0";
    public const string Rows = "SELECT city_id, city FROM city WHERE city_id <= ? AND SLEEP(0.001) = 0 ORDER BY city_id DESC LIMIT 3";
    public const string OneRow = "SELECT city_id, city FROM city WHERE city_id = ? AND SLEEP(0.001) = 0";
    public const string Update = "UPDATE city SET city = city WHERE city_id = ? AND SLEEP(0.001) = 0";
    public const string Bytes = "SELECT CAST(city AS BINARY) FROM city WHERE city_id = ? AND SLEEP(0.001) = 0";
    public const string Name = "SELECT city FROM city WHERE city_id = ? AND SLEEP(0.001) = 0";

    // The second one takes longer than a busy machine needs to ask for it.
    public const string TwoSets = $"{Scalar}; SELECT city_id FROM city WHERE city_id = ? AND SLEEP(0.005) = 0";

    public static string Of(QueryShape shape) => shape switch
    {
        QueryShape.Scalar or QueryShape.OptionalScalar or QueryShape.Exists => Scalar,
        QueryShape.Row or QueryShape.OnlyRow => OneRow,
        QueryShape.List or QueryShape.Array or QueryShape.Stream or QueryShape.Reader => Rows,
        QueryShape.Bytes => Bytes,
        QueryShape.Text => Name,
        QueryShape.ResultSets => TwoSets,
        _ => Update,
    };
}
