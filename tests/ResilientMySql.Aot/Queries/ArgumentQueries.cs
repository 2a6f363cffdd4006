using ResilientMySql.Queries;

namespace ResilientMySql.Aot.Queries;

/// <summary>The rarer kinds of arguments and hosts.</summary>
public static partial class ArgumentQueries
{
    [Query("SELECT city FROM city WHERE city_id IN (@ids) ORDER BY city_id")]
    public static partial List<string> Named(this ResilientMySqlDataSource source, int[] ids);

    [Query("SELECT COUNT(*) FROM city WHERE city_id NOT IN @ids")]
    public static partial ValueTask<long> CountOthersAsync(this ResilientMySqlDataSource source, IReadOnlyList<int> ids, CancellationToken cancellationToken = default);

    [Query("SELECT COUNT(*) FROM city WHERE city = @city")]
    public static partial long Count(this ResilientMySqlConnection connection, ReadOnlySpan<char> city);

    [Execute("INSERT INTO city (city, country_id) VALUES (@City, @newCity.CountryId)")]
    public static partial int Add(this ResilientMySqlTransaction transaction, NewCity newCity);

    [Execute("INSERT INTO city (city, country_id) VALUES (@rows.City, @rows.CountryId)")]
    public static partial int AddAll(this ResilientMySqlDataSource source, IReadOnlyList<NewCity> rows);

    [Query("SELECT @continent")]
    [return: ByName]
    public static partial Continent? EchoName(this ResilientMySqlDataSource source, [ByName] Continent? continent);

    [Query("SELECT CAST(@settings AS CHAR)")]
    [return: Json<SettingsContext>]
    public static partial Settings? EchoJson(this ResilientMySqlDataSource source, [Json<SettingsContext>] Settings? settings);

    [Query("SELECT CAST(@year AS SIGNED)")]
    public static partial ReleaseYear? EchoYear(this ResilientMySqlDataSource source, ReleaseYear? year);

    [Query("SELECT CAST(@letter AS CHAR)")]
    public static partial char? EchoLetter(this ResilientMySqlDataSource source, char? letter);

    [Query("SELECT CAST(COALESCE(MAX(SLEEP(0.05)), 0) AS SIGNED) FROM city")]
    public static partial int Sleep(this ResilientMySqlDataSource source, [CommandTimeout] TimeSpan limit);
}
